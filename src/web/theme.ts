import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

/** Petrol. Shade 9 carries white text on light pages (9 : 1), shade 7 on dark ones (5.6 : 1). */
const pforte: MantineColorsTuple = [
  '#eff7f9',
  '#dcecf0',
  '#b6d8e1',
  '#8cc2d0',
  '#6fb6c7',
  '#4799ad',
  '#30859b',
  '#21708a',
  '#185f76',
  '#114e62',
];

/** A dark grey with a breath of the same blue. */
const dark: MantineColorsTuple = [
  '#d3d9de',
  '#bcc4cb',
  '#a0aab3',
  '#77828c',
  '#444e57',
  '#323b43',
  '#283037',
  '#1c2227',
  '#161b1f',
  '#101417',
];

export const theme = createTheme({
  primaryColor: 'pforte',
  primaryShade: { light: 9, dark: 7 },
  autoContrast: true,
  colors: { pforte, dark },
  black: '#1b2227',
  defaultRadius: 'sm',
  fontSizes: { xs: '0.8125rem', sm: '0.875rem', md: '0.9375rem' },
  respectReducedMotion: true,
  cursorType: 'pointer',
  headings: {
    fontWeight: '650',
    textWrap: 'balance',
    sizes: {
      h1: { fontSize: '1.625rem', lineHeight: '1.25' },
      h2: { fontSize: '1.125rem', lineHeight: '1.4' },
      h3: { fontSize: '1rem', lineHeight: '1.45' },
    },
  },
  components: {
    // The dialog's head is no banner of the page.
    Modal: { defaultProps: { transitionProps: { duration: 120 }, attributes: { header: { role: 'presentation' } } } },
    Menu: {
      defaultProps: { position: 'bottom-end', shadow: 'md', transitionProps: { duration: 100 }, withInitialFocusPlaceholder: false },
    },
    Tooltip: { defaultProps: { openDelay: 300 } },
    Paper: { defaultProps: { withBorder: true, radius: 'md' } },
    PasswordInput: { defaultProps: { autoComplete: 'off' } },
  },
});

/** Mantine's own grey for secondary text, placeholders and errors is too pale for WCAG AA; these are not. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#566069',
    '--mantine-color-placeholder': '#69737c',
    '--mantine-color-error': '#b42318',
    '--mantine-color-anchor': '#0f5f7a',
    '--mantine-color-default-border': '#8b959d',
  },
  dark: {
    '--mantine-color-dimmed': '#a6b0b8',
    '--mantine-color-placeholder': '#98a2ab',
    '--mantine-color-error': '#ff9c93',
    '--mantine-color-anchor': '#7cc3d4',
    '--mantine-color-default-border': '#66717b',
    '--mantine-color-pforte-light-color': '#8fd0e0',
    '--mantine-primary-color-light-color': '#8fd0e0',
  },
});
