import { expect, type Page, test } from '@playwright/test';
import { dsn, original } from '../src/modules/bounce/reading/bounces.fixture.ts';
import { expectAccessible, openDevice, type Watch, watchOver } from './browser.ts';
import { field, goTo, signInToConsole } from './console.ts';
import { linkIn, type MailServer, startMailServer } from './mail-server.ts';
import { addCompany, addContact } from './records.ts';
import { type Server, startServer } from './server.ts';

/** A mail was accepted and comes back hours later: whoever looks at the person sees it, corrects the address, and the person gets in. */
test.describe.configure({ mode: 'serial' });

const wrong = 'greta.gorss@nordbau.example';
const right = 'greta.gross@nordbau.example';

let mailServer: MailServer;
let server: Server;
let watch: Watch;
let staff: Page;
let contactId: string;
let messageId: string;

test.beforeAll(async ({ browser }) => {
  mailServer = await startMailServer();
  server = await startServer({ smtpUrl: mailServer.url });
  watch = watchOver(server);
  staff = await openDevice(browser, server, watch);
  await signInToConsole(staff);
  const customerId = await addCompany(staff, 'Nordbau Größe GmbH', { city: 'Köln' });
  const greta = { customerId, firstName: 'Greta', lastName: 'Groß', email: wrong };
  contactId = await addContact(staff, { ...greta, portalAccess: { sendPasswordLink: true } });
  messageId = (await mailServer.next(wrong)).email.messageId ?? '';
});

test.afterAll(async () => {
  await staff?.context().close();
  await server?.stop();
  await mailServer?.stop();
});

test.afterEach(() => {
  expect(watch.faults).toEqual([]);
});

const report = (about: string, status: string, words: string): Buffer =>
  dsn(
    { 'Final-Recipient': `rfc822; ${wrong}`, Status: status, 'Diagnostic-Code': `smtp; ${words}` },
    { returned: { type: 'message/rfc822', body: original(about, wrong) } },
  );

/** As an operator's mail server hands a bounce in. */
async function handIn(raw: Buffer): Promise<string[]> {
  const answer = await staff.request.post('/api/v1/mail/bounces', { data: { raw: raw.toString('base64') } });
  expect(answer.status(), await answer.text()).toBe(200);
  const { reports } = (await answer.json()) as { reports: { outcome: string }[] };
  return reports.map(({ outcome }) => outcome);
}

const openGreta = () => staff.goto(`/console/contacts/${contactId}`);
const mails = () => staff.getByRole('region', { name: 'E-Mails an diese Person' });
const marked = () => staff.getByText(`E-Mails an ${wrong} kommen nicht an`);

test('a forged report changes nothing, and staff see that one came in', async () => {
  expect(await handIn(report('<made-up@evil.example>', '5.1.1', '550 no such user'))).toEqual(['unknown-message']);
  await openGreta();
  await expect(mails()).toContainText('Vom Mailserver angenommen');
  await expect(marked()).toHaveCount(0);

  await staff.goto('/console/settings/mail/queue');
  const notice = staff.getByRole('status').filter({ hasText: '1 Rückläufer ließ sich nicht zuordnen' });
  await expect(notice).toBeVisible();
  await expectAccessible(staff, 'queue with an unmatched bounce');
  await notice.getByRole('link', { name: 'Ansehen' }).click();
  const list = staff.getByRole('region', { name: 'Zuletzt zurückgekommen' });
  await list.getByText('Nicht zugeordnet', { exact: true }).first().click();
  await expect(list.getByRole('listitem')).toHaveCount(1);
  await expect(list).toContainText('Der Bericht nennt keine E-Mail, die von hier verschickt wurde.');
  await expectAccessible(staff, 'settings with an unmatched bounce');
});

test('B011 the mail comes back: the person, the mail and the overview say so, in the words of the other server', async () => {
  expect(await handIn(report(messageId, '5.1.1', '550 5.1.1 unknown mailbox'))).toEqual(['recorded']);
  await openGreta();
  await expect(marked()).toBeVisible();
  await expect(mails()).toContainText('Als unzustellbar zurückgekommen');
  await expect(mails()).toContainText('unknown mailbox');
  await expectAccessible(staff, 'contact with a bounced mail');

  await goTo(staff, 'Übersicht');
  const alarm = staff.getByRole('status').filter({ hasText: '1 Adresse ist neu als unzustellbar gemerkt' });
  await expect(alarm).toBeVisible();
  await expectAccessible(staff, 'overview with a bounced mail');
  await alarm.getByRole('link', { name: wrong }).click();
  await expect(staff.getByRole('heading', { level: 1, name: 'Greta Groß' })).toBeVisible();
});

test('B011 a further link to the address waits and says why', async () => {
  await staff.getByRole('button', { name: 'Aktionen für Greta Groß' }).click();
  await staff.getByRole('menuitem', { name: /Passwort-Link .*senden/ }).click();
  await staff.getByRole('dialog').getByRole('button', { name: 'Link senden' }).click();
  await expect(mails()).toContainText('E-Mails an diese Adresse waren zuletzt unzustellbar');
  expect(mailServer.mails.filter(({ to }) => to.includes(wrong))).toHaveLength(1);
});

test('B011 the address is corrected, and the mail goes on to the right one', async () => {
  await openGreta();
  await field(staff, 'E-Mail').fill(right);
  await staff.getByRole('button', { name: 'Speichern' }).click();
  await staff.getByRole('button', { name: 'Passwort-Link an die neue Adresse senden' }).click();
  await expect(marked()).toHaveCount(0);
  expect(linkIn(await mailServer.next(right))).toContain(`${server.url}/kunden/link/`);
  expect(mailServer.mails.filter(({ to }) => to.includes(wrong))).toHaveLength(1);
  await goTo(staff, 'Übersicht');
  await expect(staff.getByText(wrong)).toHaveCount(0);
});

test('a mail that was refused for what it says marks nobody', async () => {
  const sent = mailServer.mails.find(({ to }) => to.includes(right));
  const raw = report(sent?.email.messageId ?? '', '5.7.1', '550 5.7.1 refused by policy')
    .toString('latin1')
    .replaceAll(wrong, right);
  expect(await handIn(Buffer.from(raw, 'latin1'))).toEqual(['recorded']);
  await openGreta();
  await expect(mails()).toContainText('refused by policy');
  await expect(staff.getByText(`E-Mails an ${right} kommen nicht an`)).toHaveCount(0);
});
