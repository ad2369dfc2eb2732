import type { Contact } from '../../contact/index.ts';

/** What is known of somebody whose contact is looked for: their account's address, and what they typed at their registration. */
export type Hints = {
  email: string;
  /** Words of their name; of somebody who typed none, what stands before the @. */
  nameWords: string[];
  name: string;
  number: string | null;
  phone: string | null;
  postcode: string | null;
  company: string | null;
};

/** What of a contact agrees with the hints; the database looks. `similarity`: of the whole name by trigrams, from 0 to 1. */
export type Agreement = {
  sameAddress: boolean;
  sameNumber: boolean;
  samePhone: boolean;
  samePostcode: boolean;
  sameCompany: boolean;
  sameName: boolean;
  lastNameSounds: boolean;
  firstNameSounds: boolean;
  similarity: number;
};

export type CandidateRow = Pick<
  Contact,
  'id' | 'customerId' | 'company' | 'salutation' | 'title' | 'firstName' | 'lastName' | 'email' | 'phones' | 'externalId'
> & { city: string | null; sortName: string } & Agreement;

export const candidateReasons = [
  'same-address',
  'same-number',
  'same-phone',
  'same-name',
  'similar-name',
  'sounds-alike',
  'same-postcode',
  'same-company',
] as const;
export type CandidateReason = (typeof candidateReasons)[number];

/** How much each reason says about who somebody is. An address or a number belongs to one person; a place of residence says little by itself. */
const weights: Record<CandidateReason, number> = {
  'same-address': 100,
  'same-number': 80,
  'same-phone': 60,
  'same-name': 50,
  'similar-name': 30,
  'sounds-alike': 25,
  'same-postcode': 15,
  'same-company': 15,
};

/** From here on a whole name counts as similar: one letter typed wrong in a usual name. */
const similarFrom = 0.5;

/** Why a contact may be the one, the weightiest reason first. A hint: whose access it is, staff decide (B106). */
export function reasonsOf(row: Agreement): CandidateReason[] {
  const isSimilar = !row.sameName && row.similarity >= similarFrom;
  const holds: Record<CandidateReason, boolean> = {
    'same-address': row.sameAddress,
    'same-number': row.sameNumber,
    'same-phone': row.samePhone,
    'same-name': row.sameName,
    'similar-name': isSimilar,
    'sounds-alike': !row.sameName && !isSimilar && row.lastNameSounds,
    'same-postcode': row.samePostcode,
    'same-company': row.sameCompany,
  };
  return candidateReasons.filter((reason) => holds[reason]);
}

/** What is said of the person, not only of where they are. */
const isOfPerson = (reason: CandidateReason): boolean => reason !== 'same-postcode' && reason !== 'same-company';

const scoreOf = (row: Agreement): number =>
  reasonsOf(row).reduce((sum, reason) => sum + weights[reason], 0) + row.similarity + (row.lastNameSounds && row.firstNameSounds ? 10 : 0);

/** The likeliest first; equals in the order of their names. `onlyLikely`: without those for whom nothing about the person speaks. */
export function ranked<Row extends CandidateRow>(rows: readonly Row[], { onlyLikely }: { onlyLikely: boolean }): Row[] {
  return rows
    .filter((row) => !onlyLikely || reasonsOf(row).some(isOfPerson))
    .toSorted(
      (one, other) => scoreOf(other) - scoreOf(one) || (one.sortName < other.sortName ? -1 : one.sortName > other.sortName ? 1 : 0),
    );
}

/** The words of a name: of one that was typed, else of what stands before the @ of an address. */
export function nameWordsOf(givenName: string | null, email: string): string[] {
  const text = givenName ?? email.slice(0, email.lastIndexOf('@')).replace(/[^\p{L}]+/gu, ' ');
  return text
    .split(/[\s-]+/)
    .filter((word) => /\p{L}{2}/u.test(word))
    .slice(0, 6);
}
