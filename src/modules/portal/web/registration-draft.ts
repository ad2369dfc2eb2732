import type { BodyInputOf } from '../../../platform/http/contract.ts';
import type { PortalView, portalContract } from '../contract.ts';

export type ConsentFields = { key: string; version: number | undefined; textDe: string; textEn: string; url: string; required: boolean };

/** The rules of a portal as they are typed: lists one entry per line, an empty number for none. */
export type RegistrationFields = {
  selfRegistration: PortalView['selfRegistration'];
  identifiers: PortalView['identifiers'];
  allowedDomains: string;
  refusedDomains: string;
  pendingNoticeTo: string;
  consents: ConsentFields[];
  openToContacts: boolean;
  oneAccessPerContact: boolean;
  teamMaySetPasswords: boolean;
  tellOfImpersonation: boolean;
  expiryReminderDays: string;
};

export const registrationFieldsOf = (portal: PortalView): RegistrationFields => ({
  selfRegistration: portal.selfRegistration,
  identifiers: portal.identifiers,
  allowedDomains: portal.allowedDomains.join('\n'),
  refusedDomains: portal.refusedDomains.join('\n'),
  pendingNoticeTo: portal.pendingNoticeTo.join('\n'),
  consents: portal.consents.map((consent) => ({ ...consent, url: consent.url ?? '' })),
  openToContacts: portal.openToContacts,
  oneAccessPerContact: portal.oneAccessPerContact,
  teamMaySetPasswords: portal.teamMaySetPasswords,
  tellOfImpersonation: portal.tellOfImpersonation,
  expiryReminderDays: portal.expiryReminderDays === null ? '' : String(portal.expiryReminderDays),
});

export const linesOf = (text: string): string[] =>
  text
    .split(/[\n,;]/)
    .map((line) => line.trim())
    .filter(Boolean);

/** Whether a number of days was typed, or none. */
export const isDays = (text: string): boolean =>
  text.trim() === '' || (/^\d{1,3}$/.test(text.trim()) && Number(text) >= 1 && Number(text) <= 365);

export const registrationBodyOf = (fields: RegistrationFields): BodyInputOf<typeof portalContract.changePortal> => ({
  ...fields,
  allowedDomains: linesOf(fields.allowedDomains),
  refusedDomains: linesOf(fields.refusedDomains),
  pendingNoticeTo: linesOf(fields.pendingNoticeTo),
  consents: fields.consents.map(({ version: _, url, ...consent }) => ({ ...consent, url: url.trim() || null })),
  expiryReminderDays: fields.expiryReminderDays.trim() === '' ? null : Number(fields.expiryReminderDays),
});
