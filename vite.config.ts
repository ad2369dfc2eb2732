import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** Writes which files of ours went into the build, so that the next start knows whether it has to build again. */
function listSources(file: string): Plugin {
  const sources = new Set<string>();
  return {
    name: 'list-sources',
    moduleParsed({ id }) {
      const path = relative(import.meta.dirname, id.replace(/\?.*$/, '')).replaceAll('\\', '/');
      if (/^src\//.test(path)) sources.add(path);
    },
    writeBundle: () => writeFileSync(file, JSON.stringify([...sources].sort())),
  };
}

const sourcesFile = process.env.PFORTE_CONSOLE_SOURCES;
const library = (packages: string) => new RegExp(`[\\\\/]node_modules[\\\\/](${packages})[\\\\/]`);

/**
 * The console. Nothing is inlined, neither scripts nor styles nor pictures: the console's content security policy allows only files of its own origin.
 * Libraries lie in chunks of their own, so that a browser keeps them when only our screens changed.
 */
export default defineConfig({
  root: 'src/web',
  base: '/console/',
  plugins: [react(), ...(sourcesFile ? [listSources(sourcesFile)] : [])],
  build: {
    outDir: '../../dist/console',
    emptyOutDir: true,
    sourcemap: false,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'react', test: library('react|react-dom|scheduler'), priority: 3 },
            {
              name: 'mantine',
              test: library('@mantine|@floating-ui|react-remove-scroll|react-transition-group|react-number-format'),
              priority: 2,
            },
            { name: 'tanstack', test: library('@tanstack'), priority: 1 },
          ],
        },
      },
    },
  },
});
