import './mantine-styles.ts';
import './theme.css';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { languageStore } from './language.ts';
import { styleNonce } from './nonce.ts';
import { queryClient } from './query.ts';
import { router } from './router.tsx';
import { cssVariables, theme } from './theme.ts';
import { Toasts } from './ui/toasts.tsx';

// The scroll lock behind dialogs adds a style element of its own and asks for the nonce under this name.
Object.assign(globalThis, { __webpack_nonce__: styleNonce() });
document.documentElement.lang = languageStore.get();

const place = document.getElementById('root');
if (place) {
  createRoot(place).render(
    <StrictMode>
      <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto" getStyleNonce={styleNonce}>
        <QueryClientProvider client={queryClient}>
          <Toasts />
          <RouterProvider router={router} />
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>,
  );
}
