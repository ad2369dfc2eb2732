import { AppShell, Burger, Kbd } from '@mantine/core';
import { useDisclosure, useHotkeys } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { Link, Outlet } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { usePhrases } from '../language.ts';
import { useMe } from '../me.ts';
import { shellPhrases } from '../phrases.ts';
import { layerId } from '../ui/layer.ts';
import { ConnectionStrip } from './connection-strip.tsx';
import { Navigation } from './navigation.tsx';
import { palette } from './palette-store.ts';
import { SessionEnded } from './session-ended.tsx';
import styles from './shell.module.css';
import { Shortcuts } from './shortcuts.tsx';
import { UserMenu } from './user-menu.tsx';

const CommandPalette = lazy(() => import('./command-palette.tsx').then(({ CommandPalette }) => ({ default: CommandPalette })));

const isApple = /Mac|iPhone|iPad/.test(navigator.userAgent);

/** The frame around every page of somebody who is signed in. */
export function Shell() {
  const t = usePhrases(shellPhrases);
  const me = useMe();
  const [isOpen, menu] = useDisclosure(false);
  // Here and not in the palette, which is loaded after the page: a key pressed before that must not be lost.
  useHotkeys([['mod+K', palette.toggle]], []);

  return (
    <AppShell header={{ height: 56 }} navbar={{ width: 248, breakpoint: 'sm', collapsed: { mobile: !isOpen } }}>
      <a href="#content" className={styles.skip}>
        {t('skip')}
      </a>
      <AppShell.Header withBorder>
        <div className={styles.header}>
          <Burger
            opened={isOpen}
            onClick={menu.toggle}
            hiddenFrom="sm"
            size="sm"
            aria-label={isOpen ? t('closeMenu') : t('openMenu')}
            aria-expanded={isOpen}
          />
          <Link to="/" className={styles.brand ?? ''} onClick={menu.close}>
            <img src="/console/icon.svg" alt="Pforte" width={28} height={28} />
            <span>{me.workspace.name}</span>
          </Link>
          <button type="button" className={styles.find} onClick={palette.open}>
            <IconSearch size={18} aria-hidden />
            <span>{t('find')}</span>
            <Kbd size="xs">{isApple ? '⌘ K' : `${t('shortcutCtrl')} K`}</Kbd>
          </button>
          <UserMenu me={me} />
        </div>
      </AppShell.Header>
      <AppShell.Navbar p="sm" withBorder>
        <Navigation onNavigate={menu.close} />
      </AppShell.Navbar>
      <AppShell.Main id="content" tabIndex={-1}>
        <ConnectionStrip />
        <Outlet />
        <div id={layerId} />
      </AppShell.Main>
      <Suspense>
        <CommandPalette />
      </Suspense>
      <Shortcuts />
      <SessionEnded />
    </AppShell>
  );
}
