import { z } from 'zod';
import { Instant, optionalLine, route } from '../../platform/http/contract.ts';

const tag = 'mail';

export const DomainState = z.enum(['ok', 'warning', 'problem', 'unknown']);
export type DomainState = z.infer<typeof DomainState>;

/** The name of a DKIM key: labels as in a domain (RFC 6376, 3.1). */
const Selector = z
  .string()
  .transform((text) => text.trim().toLowerCase())
  .pipe(
    z
      .string()
      .min(1)
      .max(63)
      .regex(/^[a-z0-9]([a-z0-9_-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9_-]*[a-z0-9])?)*$/, 'selector'),
  );

export const DomainRecordView = z.object({
  kind: z.enum(['mx', 'spf', 'dkim', 'dmarc', 'alignment']),
  label: z.string(),
  state: DomainState,
  /** The most telling reason as code and as sentence, in the caller's language. */
  code: z.string(),
  sentence: z.string(),
  /** What else there is to say. */
  notes: z.array(z.string()),
  /** What is published now. */
  found: z.array(z.string()),
  /** What to publish. `value` is absent where only the mail provider knows it; `replaces` are records to delete or change. */
  publish: z.array(
    z.object({ name: z.string(), type: z.enum(['TXT', 'MX']), value: z.string().nullable(), replaces: z.array(z.string()) }),
  ),
  /** While the state is unknown: the last one that DNS answered, and when. */
  lastKnown: z.object({ state: DomainState, at: Instant }).nullable(),
});
export type DomainRecordView = z.infer<typeof DomainRecordView>;

export const MailDomainView = z.object({
  domain: z.string(),
  senderAddress: z.string(),
  /** Why this domain cannot be checked, in a sentence; `null` where it can. */
  uncheckable: z.string().nullable(),
  checkedAt: Instant.nullable(),
  /** Settings have changed since the last check. */
  outdated: z.boolean(),
  /** The worst state of all records; absent before the first check. */
  state: DomainState.nullable(),
  /** What is still missing for mails to arrive reliably, in a sentence, while something is a problem. */
  trouble: z.string().nullable(),
  records: z.array(DomainRecordView),
  /** What stands for our mail server in the SPF record, and where that comes from. */
  spfPart: z
    .object({
      text: z.string(),
      source: z.enum(['stated', 'operator', 'provider', 'server', 'installation']),
      guess: z.boolean(),
      sentence: z.string(),
    })
    .nullable(),
  /** The same as a person has said it here; empty: it is derived. */
  spfStated: z.string(),
  dkimSelectors: z.array(z.string()),
  /** Something has become worse and not better since. */
  alarm: z.object({ since: Instant, sentence: z.string() }).nullable(),
  allowed: z.array(z.enum(['check', 'edit'])),
});
export type MailDomainView = z.infer<typeof MailDomainView>;

export const mailDomainContract = {
  getMailDomain: route({
    method: 'GET',
    path: '/mail/domain',
    right: 'user',
    tag,
    summary: "The sender's domain: MX, SPF, DKIM, DMARC as last seen, and the records to publish",
    response: MailDomainView,
  }),
  checkMailDomain: route({
    method: 'POST',
    path: '/mail/domain/check',
    right: 'administrator',
    tag,
    summary: "Look at the DNS records of the sender's domain now",
    response: MailDomainView,
  }),
  changeMailDomain: route({
    method: 'PATCH',
    path: '/mail/domain',
    right: 'administrator',
    tag,
    summary: 'Name the DKIM keys, say what stands for the mail server in the SPF record, take note of an alarm',
    body: z.strictObject({
      dkimSelectors: z.array(Selector).max(10).optional(),
      /** A host, IP addresses, `include:…`, or a whole SPF record; `null`: derived from the way of sending. */
      spfPart: optionalLine(500).optional(),
      alarmSeen: z.literal(true).optional(),
    }),
    response: MailDomainView,
  }),
};
