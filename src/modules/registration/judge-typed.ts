import { addressFaultPhrase, isAddress, parseAddress } from '../../platform/address.ts';
import type { FieldRefusal } from '../../platform/refusal.ts';
import type { Consent, Portal } from '../portal/index.ts';
import { refuse } from './refusals.ts';
import { type AgreedTo, askedFor, takesDomainOf } from './registration.ts';

/** What the form brings, as its schema lets it through; consents as `consent-KEY: version`. */
export type TypedForm = {
  firstName: string;
  lastName: string;
  email: string;
  password: string;
  customerNumber?: string | undefined;
  postalCode?: string | undefined;
  companyName?: string | undefined;
  consents: Readonly<Record<string, string>>;
};

export type Judged = {
  email: string;
  key: string;
  customerNumber: string | null;
  postalCode: string | null;
  companyName: string | null;
  consents: AgreedTo[];
};

/** Judges what was typed by itself, without asking whom we know: what is wrong with it may be said at once. */
export function judgeTyped(
  portal: Portal,
  consents: readonly Consent[],
  typed: TypedForm,
): { judged: Judged; faults?: undefined } | { faults: FieldRefusal[]; judged?: undefined } {
  const asked = askedFor(portal);
  const parsed = parseAddress(typed.email);
  const agreed = consents.map((consent) => [consent, typed.consents[consent.key]] as const);
  const faults = [
    ...nameFault('firstName', typed.firstName),
    ...nameFault('lastName', typed.lastName),
    ...(asked.customerNumber && !typed.customerNumber ? [needed('/customerNumber')] : []),
    ...(asked.postalCode && !typed.postalCode ? [needed('/postalCode')] : []),
    ...(isAddress(parsed)
      ? takesDomainOf(portal, parsed.address)
        ? []
        : refuse('domain-refused', { pointer: '/email' }).fields
      : [{ pointer: '/email', code: 'registration.invalid-address', phrase: addressFaultPhrase[parsed.fault] }]),
    ...(typed.password ? [] : [needed('/password')]),
    ...agreed.flatMap(([consent, version]) => consentFault(consent, version)),
  ];
  if (faults.length || !isAddress(parsed)) return { faults };
  const judged = {
    email: parsed.address,
    key: parsed.key,
    customerNumber: (asked.customerNumber && typed.customerNumber) || null,
    postalCode: (asked.postalCode && typed.postalCode) || null,
    companyName: (asked.companyName && typed.companyName) || null,
    consents: agreed.flatMap(([{ key, version }, given]) => (given ? [{ key, version }] : [])),
  };
  return { judged };
}

/**
 * Names stand in mails to an address that nobody has proven: what could be a web address or a message to strangers is none. Letters of all scripts, with what
 * stands between them in names.
 */
export const isName = (text: string): boolean => /^[\p{L}\p{M} .’'´`-]*$/u.test(text) && !/\p{L}{2,}\.\p{L}{2,}/u.test(text);

function nameFault(field: 'firstName' | 'lastName', typed: string): FieldRefusal[] {
  if (!typed) return [needed(`/${field}`)];
  return isName(typed) ? [] : refuse('not-a-name', { pointer: `/${field}` }).fields;
}

const needed = (pointer: string): FieldRefusal => ({
  pointer,
  code: 'field.required',
  phrase: { de: 'Bitte ausfüllen.', en: 'Please fill in.' },
});

function consentFault({ key, version, required }: Consent, given: string | undefined): FieldRefusal[] {
  const pointer = `/consent-${key}`;
  if (given !== undefined && given !== String(version)) return refuse('consent-reworded', { pointer }).fields;
  return required && given === undefined ? refuse('consent-needed', { pointer }).fields : [];
}
