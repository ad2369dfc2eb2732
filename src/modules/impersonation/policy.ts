import { refuseRequest } from '../../platform/http/refusals.ts';
import type { Refusal } from '../../platform/refusal.ts';
import { type AccessWithFacts, admission } from '../access/index.ts';
import type { Actor } from '../audit/index.ts';
import { refuse } from './refusals.ts';

/** Why somebody may not act as this person: it takes a right of their own, and a person who is admitted themselves (rule 26). Asked again when they begin. */
export function impersonationRefusal(access: AccessWithFacts, actor: Actor, now: Date): Refusal | undefined {
  if (actor.kind !== 'user' || !actor.mayImpersonate) return refuseRequest('not-allowed');
  return admission(access, now).admitted ? undefined : refuse('not-admitted');
}
