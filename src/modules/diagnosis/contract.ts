import { z } from 'zod';
import { Instant, line, route, Uuid } from '../../platform/http/contract.ts';
import { gateKeys } from './gate-keys.ts';
import { remedyActions } from './remedy-actions.ts';

const tag = 'accesses';

/** The one thing that helps: a route of the API (relative to `/api/v1`), a page of the console (relative to `/console`), or an address to hand on. */
export const RemedyView = z.object({
  action: z.enum(remedyActions),
  label: z.string(),
  call: z.object({ method: z.enum(['POST', 'PATCH']), path: z.string(), body: z.record(z.string(), z.unknown()).nullable() }).nullable(),
  /** What is to be asked first: a day that takes the place of `null` in the body. */
  asks: z.literal('day').nullable(),
  path: z.string().nullable(),
  copy: z.string().nullable(),
});
export type RemedyView = z.infer<typeof RemedyView>;

export const CauseView = z.object({
  code: z.string(),
  weight: z.enum(['main', 'secondary']),
  /** To be read out on the telephone, in the caller's language; times in the portal's zone. */
  sentence: z.string(),
  remedy: RemedyView.nullable(),
  /** For staff: the state of the mail, with the words of the server. */
  detail: z.string().nullable(),
});
export type CauseView = z.infer<typeof CauseView>;

export const GateView = z.object({
  key: z.enum(gateKeys),
  label: z.string(),
  /** `idle`: not needed, or not reached yet. */
  state: z.enum(['passed', 'failed', 'warning', 'idle']),
  sentence: z.string(),
  remedy: RemedyView.nullable(),
});
export type GateView = z.infer<typeof GateView>;

export const AccessDiagnosis = z.object({
  accessId: Uuid,
  name: z.string(),
  portal: z.object({ id: Uuid, name: z.string(), signInUrl: z.string(), forgotPasswordUrl: z.string() }),
  admitted: z.boolean(),
  /** The verdict, and the last sign-in. */
  sentence: z.string(),
  main: CauseView.nullable(),
  /** Every cause, the main one first. Of somebody who can sign in: what else may be in the way. */
  reasons: z.array(CauseView),
  gates: z.array(GateView),
  lastSignInAt: Instant.nullable(),
});
export type AccessDiagnosis = z.infer<typeof AccessDiagnosis>;

export const matches = ['exact', 'alias', 'similar', 'text'] as const;

/** Somebody who may be meant. Without an access: a contact only. */
export const Candidate = z.object({
  match: z.enum(matches),
  /** What of them fits to what was asked. */
  matchSentence: z.string(),
  accessId: Uuid.nullable(),
  contactId: Uuid.nullable(),
  name: z.string(),
  company: z.string().nullable(),
  portal: z.object({ id: Uuid, name: z.string() }).nullable(),
  accountName: z.string().nullable(),
  email: z.string().nullable(),
  admitted: z.boolean(),
  /** The verdict in a sentence. */
  sentence: z.string(),
  main: CauseView.nullable(),
});
export type Candidate = z.infer<typeof Candidate>;

export const Search = z.object({
  items: z.array(Candidate),
  /** More fit than are listed: what was asked is too wide. */
  hasMore: z.boolean(),
  /** Why nobody fits exactly, with what to do: absent where somebody does. */
  main: CauseView.nullable(),
});
export type Search = z.infer<typeof Search>;

const one = z.object({ accessId: Uuid });

export const diagnosisContract = {
  getAccessDiagnosis: route({
    method: 'GET',
    path: '/accesses/{accessId}/diagnosis',
    right: 'user',
    tag,
    summary: 'Why somebody cannot sign in, and what helps',
    params: one,
    response: AccessDiagnosis,
  }),
  diagnose: route({
    method: 'GET',
    path: '/diagnosis',
    right: 'user',
    tag,
    summary: 'Somebody rings: who is it, and why do they not get in',
    query: z.strictObject({
      /** An address, an account name, a name, a number. */
      q: line(200, 1),
      /** The portal that they want to enter. */
      portalId: Uuid.optional(),
    }),
    response: Search,
  }),
  liftSlowDown: route({
    method: 'POST',
    path: '/accesses/{accessId}/lift-slow-down',
    right: 'user',
    tag,
    summary: 'Lift the waiting time after wrong passwords',
    params: one,
    response: z.object({ lifted: z.boolean() }),
  }),
};
