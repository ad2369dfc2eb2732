import { minutes, seconds } from '../../platform/clock.ts';
import { knownProgram } from './programs.ts';

/** Why somebody who asked for the page behind a link is taken for a program. */
export type MachineReason = 'prefetch' | 'head' | 'scanner' | 'preview' | 'program' | 'at-once' | 'no-browser';

export type VisitVerdict = { kind: 'person' } | { kind: 'machine'; reason: MachineReason };

/** What a request for the page behind a link shows of whoever made it. Headers that were not sent are empty. */
export type VisitSigns = {
  method: string;
  userAgent: string;
  /** `Sec-Purpose`, `Purpose` and their older names, one after the other. */
  purpose: string;
  accept: string;
  acceptLanguage: string;
  /** `Sec-Fetch-Dest` and `Sec-Fetch-Mode`: every browser of today sends both, but only over a secure connection. */
  fetchDestination: string;
  fetchMode: string;
  isSecure: boolean;
  /** Milliseconds since the mail with this link was handed over; `undefined` where it is not known. */
  sinceDelivery: number | undefined;
};

/** Nobody reads a mail and follows its link this fast. */
const tooFast = seconds(5);
/** Within this time after the delivery mails are examined; what does not behave like a browser then is none. */
const examined = minutes(2);

/**
 * Whether a program or a person has asked for the page behind a link. It stays a presumption, and is told as one: examiners of links pretend to be
 * browsers, run scripts and come at any time.
 */
export function judgeVisit(signs: VisitSigns): VisitVerdict {
  const { method, userAgent, purpose, sinceDelivery, fetchDestination } = signs;
  const program = knownProgram(userAgent);
  if (program && program.kind !== 'program') return machine(program.kind);
  if (/prefetch|prerender|preview|preload/i.test(purpose) || (fetchDestination && fetchDestination !== 'document'))
    return machine('prefetch');
  if (method !== 'GET') return machine('head');
  if (program) return machine('program');
  if (sinceDelivery !== undefined && sinceDelivery < tooFast) return machine('at-once');
  return isLikeBrowser(signs) ? { kind: 'person' } : machine('no-browser');
}

const machine = (reason: MachineReason): VisitVerdict => ({ kind: 'machine', reason });

/** Every browser says what it wants and in which language. Old ones say no more than that, which is believed once the mail is not new any more. */
function isLikeBrowser({ accept, acceptLanguage, fetchMode, isSecure, sinceDelivery }: VisitSigns): boolean {
  if (!accept.includes('text/html') || acceptLanguage === '') return false;
  return fetchMode === 'navigate' || !isSecure || sinceDelivery === undefined || sinceDelivery >= examined;
}
