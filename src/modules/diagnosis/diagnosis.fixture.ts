import { afterAll, expect } from 'vitest';
import { minutes } from '../../platform/clock.ts';
import { good, linkIn, pathOf, peopleApp } from '../contact/contact.fixture.ts';
import type { SavedContact } from '../contact/contract.ts';
import { startScriptedSmtp } from '../mail/delivery/scripted-smtp.fixture.ts';
import type { AccessDiagnosis, CauseView, RemedyView, Search } from './contract.ts';

export const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

/** A server whose mails go to a mail server that does as it is told, and the words in which tests tell of callers. To be called at the top of a test file. */
export async function callers() {
  const smtp = await startScriptedSmtp();
  afterAll(() => smtp.close());
  const people = await peopleApp({ PFORTE_SMTP_URL: `smtp://127.0.0.1:${smtp.port}?from=no-reply@muster.example` });
  const { app, create, setPassword, signIn } = people;
  const perform = app.performIn({ actor: { kind: 'system' }, workspace: app.workspace });

  const diagnosisOf = async (accessId: string): Promise<AccessDiagnosis> => {
    const { status, body } = await app.api<AccessDiagnosis>('GET', `/accesses/${accessId}/diagnosis`);
    expect(status, JSON.stringify(body)).toBe(200);
    return body;
  };
  const search = async (q: string, portalId?: string): Promise<Search> => {
    const { status, body } = await app.api<Search>('GET', '/diagnosis', { query: { q, ...(portalId && { portalId }) } });
    expect(status, JSON.stringify(body)).toBe(200);
    return body;
  };

  /** Does what the button would do; `day` answers the question that it asks. */
  async function apply(remedy: RemedyView | null | undefined, day: string | null = null): Promise<void> {
    expect(remedy?.call, 'the remedy is no route').toBeTruthy();
    const { method, path, body } = remedy?.call ?? { method: 'POST', path: '', body: null };
    const asked = remedy?.asks === 'day' ? Object.fromEntries(Object.keys(body ?? {}).map((name) => [name, day])) : body;
    const answer = await app.api(method, path, asked ? { body: asked } : {});
    expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300);
    app.clock.turn(minutes(2));
    await app.work();
  }

  /** The link in the newest mail to somebody, as it came over the line: text parts are quoted-printable. */
  const linkTo = (email: string): string => {
    const raws = smtp.mails.filter(({ to }) => to.includes(email)).map(({ raw }) => raw.replaceAll('=\r\n', '').replaceAll('=3D', '='));
    return raws.map(linkIn).findLast(Boolean) ?? '';
  };

  /** Somebody with an access, with or without a link that was mailed. */
  async function caller(portalAccess: Record<string, unknown> = { sendPasswordLink: true }, fields: Record<string, unknown> = {}) {
    const { status, body } = await create({ ...fields, portalAccess });
    expect(status, JSON.stringify(body)).toBe(201);
    const { contact, mail } = body as SavedContact;
    return { contact, email: String(contact.email), accessId: String(contact.accesses[0]?.accessId), messageId: String(mail.messageId) };
  }
  const invitedCaller = async (fields: Record<string, unknown> = {}) => {
    const one = await caller(undefined, fields);
    await app.work();
    return one;
  };

  const mustEnter = async (email: string, password = good) => {
    const { status, text } = await signIn(email, password);
    expect(status, text).toBe(303);
  };
  /** Follows the newest link, sets a password, signs in: the person is in. */
  const mustFinish = async (email: string) => {
    const { status, location } = await setPassword(linkTo(email));
    expect([status, location]).toEqual([303, '/kunden/sign-in']);
    await mustEnter(email);
  };
  const visit = async (link: string, userAgent = firefox, method: 'GET' | 'HEAD' = 'GET') => {
    await app.page(method, pathOf(link), { headers: { 'user-agent': userAgent } });
    await app.visits.settled();
  };
  const mustBe = (cause: CauseView | null, code: string, action: string | null): void => {
    expect([cause?.code, cause?.remedy?.action ?? null], cause?.sentence).toEqual([code, action]);
  };

  return { ...people, smtp, perform, diagnosisOf, search, apply, linkTo, caller, invitedCaller, mustEnter, mustFinish, visit, mustBe };
}
