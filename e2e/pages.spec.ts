import { expect, type Page, type Request, test } from '@playwright/test';
import { openDevice, phone, type Watch, watchOver } from './browser.ts';
import { signInToConsole } from './console.ts';
import { linkIn, type MailServer, startMailServer } from './mail-server.ts';
import { customerAt } from './portal.ts';
import { addCompany, addContact } from './records.ts';
import { type Server, startServer } from './server.ts';

/** What a customer on a slow line has to wait for: every page of the portal with its styles and its script, from an empty cache. */
const most = 50_000;
const password = 'sieben Reiher am Kanal';

let mailServer: MailServer;
let server: Server;
let watch: Watch;

test.beforeAll(async () => {
  mailServer = await startMailServer();
  server = await startServer({ smtpUrl: mailServer.url });
  watch = watchOver(server);
});

test.afterAll(async () => {
  await server?.stop();
  await mailServer?.stop();
});

test('every page of the portal weighs less than 50 kB, on the line and unpacked', async ({ browser }) => {
  const staff = await openDevice(browser, server, watch);
  await signInToConsole(staff);
  const customerId = await addCompany(staff, 'Nordbau Größe GmbH');
  const portalAccess = { sendPasswordLink: true, password };
  await addContact(staff, { customerId, firstName: 'Gerd', lastName: 'Groß', email: 'gerd@nordbau.example', portalAccess });
  const mails = [await mailServer.next('gerd@nordbau.example'), await mailServer.next('gerd@nordbau.example')];
  const link = mails.flatMap((mail) => (mail.email.text?.includes('/link/') ? linkIn(mail).replace(server.url, '') : [])).join();
  await staff.context().close();

  const page = await openDevice(browser, server, watch, phone);
  const weigh = await scales(page);
  for (const path of ['/kunden/sign-in', '/kunden/forgot-password', '/kunden/forgot-password/sent', '/kunden/link/unknown', link]) {
    await weigh(path);
  }
  await page.goto('/kunden/sign-in');
  await customerAt(page).signIn('gerd@nordbau.example', password);
  for (const path of ['/kunden/', '/kunden/vertraege', '/kunden/profile', '/kunden/not-there']) await weigh(path);
  await page.context().close();
  expect(watch.faults).toEqual([]);
});

/** Fetches a page with everything that belongs to it, none of it from the cache. */
async function scales(page: Page): Promise<(path: string) => Promise<void>> {
  const line = await page.context().newCDPSession(page);
  await line.send('Network.enable');
  await line.send('Network.setCacheDisabled', { cacheDisabled: true });
  return async (path) => {
    const requests: Promise<{ packed: number; plain: number }>[] = [];
    const note = (request: Request) =>
      requests.push(
        request.response().then(async (response) => {
          const { responseBodySize, responseHeadersSize } = await request.sizes();
          // Chromium keeps no body of a redirect, and now and then none of a page it has left.
          const body = await response?.body().catch(() => undefined);
          return { packed: responseBodySize + responseHeadersSize, plain: body?.length ?? responseBodySize };
        }),
      );
    page.on('requestfinished', note);
    await page.goto(path);
    page.off('requestfinished', note);
    const parts = await Promise.all(requests);
    const packed = parts.reduce((sum, part) => sum + part.packed, 0);
    const plain = parts.reduce((sum, part) => sum + part.plain, 0);
    const name = path.replace(/link\/[\w-]{43}/, 'link/…');
    test
      .info()
      .annotations.push({ type: 'weight', description: `${name}: ${packed} bytes on the line, ${plain} unpacked, ${parts.length} files` });
    expect(parts.length, `${name} was fetched with its styles`).toBeGreaterThanOrEqual(3);
    expect(packed, `${name} on the line`).toBeLessThan(most);
    expect(plain, `${name} unpacked`).toBeLessThan(most);
  };
}
