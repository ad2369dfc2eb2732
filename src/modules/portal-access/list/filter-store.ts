import { type RawBuilder, sql } from 'kysely';
import { admittedSql, type DenialReason, type Registration } from '../../access/index.ts';
import { accountsWithFailedMail } from '../../mail/index.ts';
import type { WorkspaceId } from '../../workspace/index.ts';
import type { AccessFilter } from './contract.ts';

/** What the states of accesses depend on besides the accesses, and where the workspace's days begin. */
export type Seen = { now: Date; timeZone: string };

type Condition = RawBuilder<boolean>;

/** „Läuft ab“: within so many days, where nothing else is said. */
const soonDays = 30;

/** What narrows a list, over the table `access`; `undefined` where nothing does. The search is not among it. */
export function conditionOf(workspaceId: WorkspaceId, filter: AccessFilter, { now, timeZone }: Seen): Condition | undefined {
  const { portalId, role, registration, assignment, granted, admission, customerId, mail, expiry, neverSignedIn } = filter;
  const conditions: (Condition | '' | undefined)[] = [
    portalId && anyOf('access.portal_id', 'uuid', portalId),
    role && anyOf('access.role', 'text', role),
    registration && registrationIs(registration, now),
    assignment && (assignment === 'pending' ? sql<boolean>`access.pending` : sql<boolean>`not access.pending`),
    granted && (granted === 'true' ? sql<boolean>`access.blocked_at is null` : sql<boolean>`access.blocked_at is not null`),
    admission && admissionIs(workspaceId, admission, now),
    customerId && actsFor(workspaceId, customerId),
    mail && sql<boolean>`access.account_id in ${accountsWithFailedMail(workspaceId)}`,
    expiry && (expiry === 'expired' ? isExpired(now) : expiresSoon(now, filter.expiryDays ?? soonDays)),
    neverSignedIn && sql<boolean>`access.last_sign_in_at is null`,
    filter.createdBefore && sql<boolean>`access.created_at < ${beginOf(filter.createdBefore, timeZone)}`,
    filter.invitedBefore && sql<boolean>`access.invited_at < ${beginOf(filter.invitedBefore, timeZone)}`,
  ];
  const given = conditions.filter((condition) => typeof condition === 'object');
  return given.length ? sql<boolean>`(${sql.join(given, sql` and `)})` : undefined;
}

/** One of several is an equation, which indexes serve in the order of the list. */
const anyOf = (column: string, type: 'uuid' | 'text', values: readonly string[]): Condition =>
  values.length === 1
    ? sql<boolean>`${sql.ref(column)} = ${values[0]}::${sql.raw(type)}`
    : sql<boolean>`${sql.ref(column)} = any(${values}::${sql.raw(`${type}[]`)})`;

const beginOf = (day: string, timeZone: string) => sql`((${day}::date)::timestamp at time zone ${timeZone}::text)`;

/** The rule of `registration` in a form that indexes serve; a test feeds both the same states. */
function registrationIs(states: readonly Registration[], now: Date): Condition {
  const changes = sql<boolean>`exists (select from account where account.workspace_id = access.workspace_id and account.id = access.account_id
    and account.new_email_until > ${now})`;
  const rules: Record<Exclude<Registration, 'registered' | 'email-change'>, Condition> = {
    none: sql<boolean>`(access.registered_at is null and access.activation_sent_at is null and access.invited_at is null)`,
    invited: sql<boolean>`(access.registered_at is null and access.activation_sent_at is null and access.invited_at is not null)`,
    'activation-sent': sql<boolean>`(access.registered_at is null and access.activation_sent_at is not null)`,
  };
  const [registered, changing] = [states.includes('registered'), states.includes('email-change')];
  const done = registered && changing ? sql<boolean>`true` : registered ? sql<boolean>`not ${changes}` : changes;
  const parts = states.flatMap((state) => (state === 'registered' || state === 'email-change' ? [] : [rules[state]]));
  if (registered || changing) parts.push(sql<boolean>`(access.registered_at is not null and ${done})`);
  return sql<boolean>`(${sql.join(parts, sql` or `)})`;
}

/** The verdict, or one of its reasons, by the rule of `admission`; a test feeds both the same states. */
function admissionIs(workspaceId: WorkspaceId, verdict: NonNullable<AccessFilter['admission']>, now: Date): Condition {
  if (verdict === 'admitted') return withAccount(admittedSql(now));
  if (verdict === 'denied') return withAccount(sql<boolean>`not ${admittedSql(now)}`);
  const reasons: Record<Exclude<DenialReason, 'deleted'>, Condition> = {
    blocked: sql<boolean>`access.blocked_at is not null`,
    expired: isExpired(now),
    'company-closed': companiesClosed(workspaceId),
    'portal-closed': sql<boolean>`access.portal_id in (select portal.id from portal
      where portal.workspace_id = access.workspace_id and portal.closed_at is not null)`,
    'not-registered': sql<boolean>`access.registered_at is null`,
    'no-credential': withAccount(sql<boolean>`account.password_hash is null`),
  };
  return reasons[verdict];
}

/** Acts for a company that is switched off, and for none that is not: begins with the few companies that are. */
const companiesClosed = (workspaceId: WorkspaceId): Condition => sql<boolean>`(access.id in (
    select assignment.access_id from customer
    join contact on contact.workspace_id = ${workspaceId} and contact.customer_id = customer.id
    join assignment on assignment.workspace_id = ${workspaceId} and assignment.contact_id = contact.id
    where customer.workspace_id = ${workspaceId} and customer.closed_at is not null)
  and not exists (
    select from assignment join contact on contact.workspace_id = access.workspace_id and contact.id = assignment.contact_id
    join customer on customer.workspace_id = access.workspace_id and customer.id = contact.customer_id
    where assignment.workspace_id = access.workspace_id and assignment.access_id = access.id and customer.closed_at is null))`;

const withAccount = (condition: Condition): Condition => sql<boolean>`exists (
  select from account join portal on portal.workspace_id = account.workspace_id and portal.id = access.portal_id
  where account.workspace_id = access.workspace_id and account.id = access.account_id and ${condition})`;

const withPortal = (condition: Condition): Condition => sql<boolean>`exists (
  select from portal where portal.workspace_id = access.workspace_id and portal.id = access.portal_id and ${condition})`;

/** Today somewhere on earth, at the latest and at the earliest: what lets the index of days answer before portals are asked for their time zone. */
const latestToday = (now: Date) => sql`((${now}::timestamptz at time zone 'UTC') + interval '14 hours')::date`;
const earliestToday = (now: Date) => sql`((${now}::timestamptz at time zone 'UTC') - interval '12 hours')::date`;
const todayThere = (now: Date) => sql`(${now}::timestamptz at time zone portal.time_zone)::date`;

const isExpired = (now: Date): Condition =>
  sql<boolean>`(access.expires_on <= ${latestToday(now)} and ${withPortal(sql<boolean>`access.expires_on <= ${todayThere(now)}`)})`;

const expiresSoon = (now: Date, within: number): Condition =>
  sql<boolean>`(access.expires_on > ${earliestToday(now)} and access.expires_on <= ${latestToday(now)} + ${within}::int
    and ${withPortal(sql<boolean>`access.expires_on > ${todayThere(now)} and access.expires_on <= ${todayThere(now)} + ${within}::int`)})`;

/** A company's accesses: those that act for any of its contacts. */
const actsFor = (workspaceId: WorkspaceId, customerId: string): Condition => sql<boolean>`access.id in (
  select assignment.access_id from assignment
  join contact on contact.workspace_id = ${workspaceId} and contact.id = assignment.contact_id
  where assignment.workspace_id = ${workspaceId} and contact.customer_id = ${customerId}::uuid)`;
