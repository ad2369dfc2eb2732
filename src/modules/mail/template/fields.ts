import { maskAddress } from '../../../platform/address.ts';
import { formatInstant } from '../../../platform/instant.ts';
import type { MailRequest } from '../mail.ts';
import type { Fields } from './template.ts';
import { beginningOf, dayBefore, dayWords, fullName, oneLine, salutationLine, validUntil } from './wording.ts';

/** What the fields are made from besides the request. `linkUrl` is a stand-in while the mail lies in the outbox. */
export type FieldSource = { sender: string; baseUrl: string; timeZone: string; linkUrl: string; now: Date };

/** The values of one mail. A mail without a portal (to staff) speaks for the workspace itself. */
export function fieldsOf(request: MailRequest, { sender, baseUrl, timeZone, linkUrl, now }: FieldSource): Fields {
  const { person, portal, link, variant, details = {} } = request;
  const zone = link?.timeZone ?? portal?.timeZone ?? timeZone;
  return {
    salutation: salutationLine(person, variant),
    person: fullName(person),
    accountName: oneLine(request.accountName),
    company: request.companyName ? oneLine(request.companyName) : null,
    portal: oneLine(portal?.name ?? sender),
    portalUrl: portal?.url ?? `${baseUrl}/console/`,
    link: link ? linkUrl : null,
    validUntil: link ? validUntil(link.expiresAt, zone, variant) : null,
    occurredAt: formatInstant(request.occurredAt ?? now, zone, variant, { weekday: true }),
    actor: details.actor ? oneLine(details.actor) : null,
    about: details.about ? oneLine(details.about) : null,
    reason: details.reason ? oneLine(details.reason) : null,
    expiresOn: details.expiresOn ? formatInstant(beginningOf(details.expiresOn, zone), zone, variant, { weekday: true }) : null,
    lastDay: details.expiresOn ? dayWords(dayBefore(details.expiresOn), variant) : null,
    count: details.count === undefined ? null : String(details.count),
    pageUrl: details.pageUrl ?? null,
    newAddress: request.newAddress ? oneLine(maskAddress(request.newAddress)) : null,
    forgotPasswordUrl: portal?.forgotPasswordUrl ?? null,
    supportContact: portal?.supportContact ? oneLine(portal.supportContact) : null,
    sender: oneLine(sender),
  };
}
