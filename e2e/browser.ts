import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, type BrowserContext, type BrowserContextOptions, expect, type Page, type Response } from '@playwright/test';
import { forPictures, type Server } from './server.ts';

export const wide = { width: 1280, height: 800 };
export const narrow = { width: 390, height: 844 };

/** What no page may do: break, be stopped by its own security policy, or talk to somebody else. */
export type Watch = { faults: string[]; follow(context: BrowserContext): void };

export function watchOver(server: Server): Watch {
  const faults: string[] = [];
  const tell = (page: Page | null, what: string) => faults.push(`${page?.url() ?? ''}: ${what}`);
  return {
    faults,
    follow(context) {
      context.on('console', (message) => {
        if (!['error', 'warning'].includes(message.type())) return;
        // Chromium reports every answer of 400 and more this way; `onAnswer` tells those that are meant from broken ones.
        if (message.text().startsWith('Failed to load resource')) return;
        // Our own listener, kept out of the frame in which mails are shown.
        if (message.text().startsWith("Blocked script execution in 'about:srcdoc'")) return;
        tell(message.page(), message.text());
      });
      context.on('weberror', (error) => tell(error.page(), String(error.error().stack)));
      context.on('request', (request) => {
        if (!request.url().startsWith(`${server.url}/`) && !/^(data|blob|about):/.test(request.url()))
          tell(null, `asked for ${request.url()}`);
      });
      context.on('response', (response) => onAnswer(response, (what) => tell(null, what)));
    },
  };
}

/** A refused form and a lost sign-in are part of stories; a file that is not there is not. */
function onAnswer(response: Response, tell: (what: string) => void): void {
  const meant = response.request().resourceType() === 'document' || response.url().includes('/api/');
  if (response.status() >= 500 || (response.status() >= 400 && !meant)) tell(`${response.status()} at ${response.url()}`);
}

const reportViolations = `addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile, lineNumber }) =>
  console.error('security policy: ' + violatedDirective + ' stopped ' + blockedURI + ' at ' + sourceFile + ':' + lineNumber))`;

export type Device = BrowserContextOptions & { language?: 'de' | 'en' };

/** A device of its own, with nothing in it yet. Pictures for the documents all show the same morning. */
export async function openDevice(
  browser: Browser,
  server: Server,
  watch: Watch,
  { language = 'de', ...options }: Device = {},
): Promise<Page> {
  const context = await browser.newContext({
    baseURL: server.url,
    locale: language === 'de' ? 'de-DE' : 'en-GB',
    timezoneId: 'Europe/Berlin',
    viewport: wide,
    reducedMotion: 'reduce',
    colorScheme: 'light',
    ...options,
  });
  await context.addInitScript({ content: reportViolations });
  if (forPictures) await context.clock.install({ time: server.now() });
  watch.follow(context);
  return context.newPage();
}

export const phone: Device = { viewport: narrow, hasTouch: true, isMobile: true };

const axeFile = createRequire(import.meta.resolve('@axe-core/playwright')).resolve('axe-core/axe.min.js');
const axeSource = readFileSync(axeFile, 'utf8');
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const rulesOfColours = ['color-contrast', 'link-in-text-block'];

/** What axe finds in the page as it stands. Frames are left out: they show mails, run no script, and are looked at by themselves. */
async function findings(page: Page, runOnly: string[]): Promise<string[]> {
  if (!(await page.evaluate('"axe" in window'))) {
    await page.evaluate(withoutTransitions);
    await page.evaluate(axeSource);
  }
  return page.evaluate(`axe.run({ runOnly: ${JSON.stringify(runOnly)}, resultTypes: ['violations'], iframes: false }).then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => id + ': ' + target.join(' ') + ': ' + failureSummary)))`);
}

/** No findings of axe: everything in light, and what depends on colours once more in dark. Goes on after a failure, so that one run tells them all. */
export async function expectAccessible(page: Page, name: string): Promise<void> {
  expect.soft(await findings(page, standards), `${name}, light`).toEqual([]);
  await turn(page, 'dark');
  expect.soft(await findings(page, rulesOfColours), `${name}, dark`).toEqual([]);
  await turn(page, 'light');
}

/** Turns a page dark or light as the system does at nightfall. */
async function turn(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  const other = colorScheme === 'light' ? 'dark' : 'light';
  await page.emulateMedia({ colorScheme });
  await page.locator(`html:not([data-mantine-color-scheme=${other}])`).waitFor({ state: 'attached' });
}

/** However short transitions are, an outline is there one frame later, an inherited colour at each level of the page one more: without, at once. */
export const withoutTransitions = `(() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('*, *::before, *::after { transition: none !important }');
  document.adoptedStyleSheets.push(sheet);
})()`;

/** Nothing hangs out at the side: the page as a whole does not scroll sideways. */
export async function expectNoSidewaysScrolling(page: Page, name: string): Promise<void> {
  const { content, window } = await page.locator('html').evaluate((html) => ({ content: html.scrollWidth, window: html.clientWidth }));
  expect.soft(content, `${name} is wider than its window`).toBeLessThanOrEqual(window);
}
