import { randomBytes } from 'node:crypto';
import { pino } from 'pino';
import { hours, later, turnedClock } from '../../platform/clock.ts';
import type { TestDatabase } from '../../platform/db/db.fixture.ts';
import { type Id, newId } from '../../platform/id.ts';
import { createVault, newSecret } from '../../platform/secret.ts';
import type { Work } from '../../platform/work.ts';
import type { Actor } from '../audit/index.ts';
import type { Schema } from '../schema.ts';
import { defaultLifetimes, insertWorkspace, type Workspace } from '../workspace/index.ts';
import { createMailWorker, type MailWorkerOptions } from './delivery/worker.ts';
import type { MailOutcome, MailRequest } from './mail.ts';
import { leaveMail } from './outbox/leave-mail.ts';
import { createMailSetting, mailSettingFromUrl } from './setting/mail-setting.ts';

export const vault = createVault('a secret key for tests, long enough');

const administrator: Actor = {
  kind: 'user',
  userId: newId(new Date(0)),
  accountId: newId(new Date(0)),
  name: 'Petra Amsel',
  administrator: true,
};

/** Everything that is written to the log, so that a test can look for what must not be there. */
export function collectingLog() {
  const lines: string[] = [];
  return { lines, log: pino({ level: 'trace' }, { write: (line: string) => lines.push(line) }) };
}

/** Short limits: what hangs, hangs for a moment. */
export const briskSmtp = { limits: { connect: 2000, envelope: 1000, final: 300 }, idle: 50, patience: 60_000, shutdown: 100, turn: 1000 };

/** A workspace with a way of sending mail, a clock of its own, and shortcuts for tests. Without `smtpUrl` mails go to the test mailbox. */
export async function openPost(
  { db }: TestDatabase<Schema>,
  { smtpUrl, name = 'Müller & Söhne GmbH' }: { smtpUrl?: string | undefined; name?: string } = {},
) {
  const clock = turnedClock('2026-11-21T13:05:00Z');
  const slug = `w${randomBytes(6).toString('hex')}`;
  const workspace: Workspace = {
    id: newId(clock.now()),
    slug,
    name,
    language: 'de',
    addressForm: 'sie',
    timeZone: 'Europe/Berlin',
    lifetimes: defaultLifetimes({} as Parameters<typeof defaultLifetimes>[0]),
    passwordMinimumLength: 12,
    version: 1,
    baseUrl: 'https://portal.example.com',
  };
  const { baseUrl: _, version: __, ...stored } = workspace;
  await db.transaction().execute(async (tx) => {
    await insertWorkspace(tx, stored, clock.now());
    await createMailSetting({ tx, workspace }, mailSettingFromUrl(smtpUrl, vault));
  });
  const { lines, log } = collectingLog();
  const events: { name: string; detail: unknown }[] = [];

  /** Runs a use case as an administrator, or as somebody else. */
  const perform = <Result>(useCase: (work: Work) => Promise<Result>, actor: Actor = administrator): Promise<Result> =>
    db.transaction().execute((tx) => {
      const now = clock.now();
      const record: Work['record'] = (event, _subject, detail) => events.push({ name: event, detail });
      return useCase({ tx, now, actor, workspace, log, record, send: (mail) => leaveMail({ tx, now, workspace, vault, log }, mail) });
    });

  const leave = (request: Partial<MailRequest> = {}): Promise<MailOutcome> => perform(({ send }) => send(requestOf(clock.now(), request)));

  /** Leaves a mail that must be queued, answers its id. */
  async function leaveOne(address: string, request: Partial<MailRequest> = {}): Promise<Id<'message'>> {
    const outcome = await leave({ ...request, address });
    if (outcome.state !== 'queued') throw new Error(`not queued: ${outcome.reason}`);
    return outcome.messageId;
  }

  const worker = (options: Partial<MailWorkerOptions> = {}) =>
    createMailWorker({ db, clock, vault, log, ...options, smtp: { ...briskSmtp, ...options.smtp } });

  const message = (id: Id<'message'>) =>
    db.selectFrom('message').selectAll().where('workspaceId', '=', workspace.id).where('id', '=', id).executeTakeFirstOrThrow();
  const messages = () => db.selectFrom('message').selectAll().where('workspaceId', '=', workspace.id).orderBy('id').execute();
  const attempts = (id?: Id<'message'>) =>
    db
      .selectFrom('attempt')
      .selectAll()
      .where('workspaceId', '=', workspace.id)
      .$if(id !== undefined, (list) => list.where('messageId', '=', id ?? ('' as Id<'message'>)))
      .orderBy('messageId')
      .orderBy('number')
      .execute();
  const setting = () => db.selectFrom('mailSetting').selectAll().where('workspaceId', '=', workspace.id).executeTakeFirstOrThrow();
  const testMails = () => db.selectFrom('testMail').selectAll().where('workspaceId', '=', workspace.id).orderBy('id').execute();

  return {
    db,
    clock,
    workspace,
    log,
    logLines: lines,
    events,
    perform,
    leave,
    leaveOne,
    worker,
    message,
    messages,
    attempts,
    setting,
    testMails,
  };
}

export type Post = Awaited<ReturnType<typeof openPost>>;

/** A complete request for the mail „Legen Sie ein neues Passwort fest“, with a link of its own. */
export function requestOf(now: Date, request: Partial<MailRequest> = {}): MailRequest {
  const portal = {
    id: newId<'portal'>(now),
    name: 'Kundenportal',
    url: 'https://portal.example.com/kunden/',
    forgotPasswordUrl: 'https://portal.example.com/kunden/forgot-password',
    brandColor: '#0b6e4f',
    supportContact: 'service@example.com',
    imprintUrl: 'https://example.com/impressum',
    privacyUrl: null,
  };
  const needsLink = request.template !== 'password_changed' && request.template !== 'email_change_notice';
  return {
    template: 'set_password',
    variant: 'de',
    address: 'anna@kunde.example',
    person: { salutation: 'frau', title: 'Dr.', firstName: 'Anna', lastName: 'Müller' },
    companyName: 'Bäckerei Müller',
    accountName: 'anna@kunde.example',
    portal,
    ...(needsLink && { link: linkOf(now) }),
    ...request,
  };
}

export const linkOf = (now: Date, lifetime = hours(48)) => ({
  id: newId<'one-time-link'>(now),
  url: `https://portal.example.com/kunden/link/${newSecret()}`,
  expiresAt: later(now, lifetime),
  timeZone: 'Europe/Berlin',
});
