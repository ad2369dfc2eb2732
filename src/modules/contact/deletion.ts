import type { Refusal } from '../../platform/refusal.ts';
import { refuse } from './refusals.ts';

/**
 * Why a person cannot be deleted; `undefined` where they can. The one function behind the refusal and behind what a view offers, so that nobody is offered
 * what is then refused. A login, or what is known of one, is never deleted along the way.
 */
export function deletionRefusal({ hasAccess, everHadAccess }: { hasAccess: boolean; everHadAccess: boolean }): Refusal | undefined {
  if (hasAccess) return refuse('has-access');
  return everHadAccess ? refuse('had-access') : undefined;
}
