import { displayAddress } from '../../../platform/address.ts';
import type { ResponseOf } from '../../../platform/http/contract.ts';
import type { Variant } from '../../../platform/phrases.ts';
import { type AccessWithFacts, reasonSentence } from '../../access/index.ts';
import { refuse } from '../refusals.ts';
import type { Told } from './assign-contact.ts';
import { reasonsOf } from './candidate.ts';
import type { assignmentContract, CandidateView, ToldAccess } from './contract.ts';
import type { Candidate, Candidates } from './list-candidates.ts';
import { assignmentSentences } from './phrases.ts';

export const presentCandidates = (
  { items, given, email, ...around }: Candidates,
  variant: Variant,
): ResponseOf<typeof assignmentContract.listCandidates> => ({
  items: items.map((candidate) => presentCandidate(candidate, around, variant)),
  given: {
    name: given.givenName,
    salutation: given.salutation,
    firstName: given.firstName,
    lastName: given.lastName,
    email,
    number: given.customerNumber,
    postcode: given.postalCode,
    company: given.companyName,
  },
});

function presentCandidate(row: Candidate, { accessId, portal }: Pick<Candidates, 'accessId' | 'portal'>, variant: Variant): CandidateView {
  const say = assignmentSentences(variant);
  const others = row.linked.filter(({ id }) => id !== accessId);
  const here = others.find(({ portalId }) => portalId === portal.id);
  const warning = here && say('linkedWarning', { portal: portal.name, accountName: here.accountName });
  return {
    contactId: row.id,
    name: [row.title, row.firstName, row.lastName].filter(Boolean).join(' '),
    customerId: row.customerId,
    customerName: row.company,
    city: row.city,
    email: row.email,
    phones: row.phones,
    externalId: row.externalId,
    reasons: reasonsOf(row).map((code) => ({ code, sentence: say(code) })),
    assigned: row.linked.some(({ id }) => id === accessId),
    linked: others.map(({ id, accountName, portalName, portalId }) => ({
      accessId: id,
      accountName,
      portalName,
      isThisPortal: portalId === portal.id,
    })),
    warning: warning ?? null,
    refusal: here && portal.oneAccessPerContact ? refuse('contact-has-access').sentence(variant) : null,
  };
}

/** What became of the mail that tells whom was assigned. */
export function presentTold(told: Told, access: AccessWithFacts, variant: Variant): ToldAccess['mail'] {
  const say = assignmentSentences(variant);
  if (told.state === 'not-asked')
    return { state: 'not-asked', sentence: say('notAdmitted', { reason: reasonSentence(told.reason, variant) }) };
  if (told.state === 'not-possible') return { state: 'not-possible', sentence: say(told.reason) };
  const address = displayAddress(access.email);
  return { state: 'queued', messageId: told.messageId, sentence: say(told.held ? 'held' : 'told', { address }) };
}
