import { hours, later } from '../../platform/clock.ts';
import type { Id } from '../../platform/id.ts';
import type { AccessFacts, LinkFacts, MailFacts } from './diagnosis.ts';

/** A Tuesday, 10:00 in Berlin. */
export const now = new Date('2026-03-10T09:00:00Z');
export const ago = (count: number) => later(now, -hours(count));
const id = <Kind extends string>(name: string) => name as Id<Kind>;

type Change = Omit<Partial<AccessFacts>, 'access'> & { access?: Partial<AccessFacts['access']> };

/** Anna Amsel of the Nordbau GmbH, who signed in an hour ago; with whatever is different. */
export function factsOf({ access, ...change }: Change = {}): AccessFacts {
  return {
    access: {
      id: id('access'),
      accountId: id('account'),
      portalId: id('portal'),
      role: 'customer',
      origin: 'given',
      pending: false,
      invitedAt: ago(48),
      activationSentAt: null,
      registeredAt: ago(47),
      lastSignInAt: ago(1),
      blockedAt: null,
      blockedBy: null,
      blockReason: null,
      expiresOn: null,
      deletedAt: null,
      timeZone: 'Europe/Berlin',
      companiesClosed: false,
      portalClosedAt: null,
      hasPassword: true,
      accountName: 'anna@nordbau.example',
      email: 'anna@nordbau.example',
      newEmail: null,
      newEmailUntil: null,
      passwordSetAt: ago(47),
      portalName: 'Kundenportal',
      ...access,
    },
    name: 'Anna Amsel',
    contacts: [
      {
        contactId: id('contact'),
        name: 'Anna Amsel',
        customerId: id('customer'),
        company: 'Nordbau GmbH',
        isClosed: false,
        areas: ['documents'],
      },
    ],
    blockedByName: null,
    portalHasAreas: true,
    signInUrl: 'https://portal.example/kunden/sign-in',
    link: null,
    mail: null,
    standstill: null,
    impossible: null,
    tries: { failures: 0, lastFailureAt: null },
    slowed: null,
    elsewhere: null,
    isAdministrator: false,
    ...change,
  };
}

/** The same before she has ever set a password, with a link and its mail as they are. */
export const invited = (link: Partial<LinkFacts> | null = {}, mail: Partial<MailFacts> | null = {}, change: Change = {}): AccessFacts =>
  factsOf({
    link: link && linkOf(link),
    mail: mail && mailOf(mail),
    ...change,
    access: { registeredAt: null, hasPassword: false, passwordSetAt: null, lastSignInAt: null, invitedAt: ago(2), ...change.access },
  });

export const linkOf = (link: Partial<LinkFacts>): LinkFacts => ({
  purpose: 'welcome',
  state: 'open',
  createdAt: ago(2),
  expiresAt: later(now, hours(46)),
  openedAt: null,
  machineAt: null,
  refusals: 0,
  refusedAt: null,
  refusal: null,
  olderOpenedAt: null,
  ...link,
});

export const mailOf = (mail: Partial<MailFacts>): MailFacts => ({
  id: 'message',
  templateKey: 'welcome',
  templateLabel: 'Willkommen',
  address: 'anna@nordbau.example',
  state: 'accepted',
  cause: null,
  hold: null,
  queuedAt: ago(2),
  settledAt: ago(2),
  nextAttemptAt: null,
  isRetryPossible: false,
  isKept: false,
  sentence: 'Vom Mailserver angenommen.',
  ...mail,
});
