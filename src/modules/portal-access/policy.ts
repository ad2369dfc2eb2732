import { refuseRequest } from '../../platform/http/refusals.ts';
import type { Refusal } from '../../platform/refusal.ts';
import type { Work } from '../../platform/work.ts';
import type { AccessWithFacts } from '../access/index.ts';
import { impersonationRefusal } from '../impersonation/index.ts';
import type { accessActions } from './contract.ts';
import { refuse } from './refusals.ts';
import { isChangingAddress, resendRefusal, resetRefusal } from './welcome/policy.ts';
import { refuse as refuseMail } from './welcome/refusals.ts';

export type AccessAction = (typeof accessActions)[number];

/** Who asks, when, and on how many devices the person is signed in, where that is known. */
type Asking = Pick<Work, 'actor' | 'now'> & { sessions?: number };

/** Why an action is not possible at an access now; `undefined`: it is. The routes ask the same before they do it. */
export function actionRefusal(action: AccessAction, access: AccessWithFacts, { actor, now, sessions }: Asking): Refusal | undefined {
  switch (action) {
    case 'block':
      return access.blockedAt ? refuse('already-blocked') : undefined;
    case 'unblock':
      return access.blockedAt ? undefined : refuse('not-blocked');
    case 'resend':
      return resendRefusal(access, now);
    case 'reset-password':
      return resetRefusal(access, now);
    case 'cancel-address-change':
      return isChangingAddress(access, now) ? undefined : refuseMail('address-change-not-running');
    case 'override-address':
      return actor.kind === 'user' && actor.administrator ? undefined : refuseRequest('not-allowed');
    case 'change-address':
    case 'change-expiry':
    case 'assign':
    case 'delete':
      return undefined;
    case 'extend':
      return access.expiresOn ? undefined : refuse('no-expiry');
    case 'unassign':
      return access.pending ? refuse('nothing-assigned') : undefined;
    case 'end-sessions':
      return sessions === 0 ? refuse('nobody-signed-in') : undefined;
    case 'impersonate':
      return impersonationRefusal(access, actor, now);
  }
}

/** Refuses what a view of the same access would not offer. */
export function mustBePossible(action: AccessAction, access: AccessWithFacts, asking: Asking): void {
  const refusal = actionRefusal(action, access, asking);
  if (refusal) throw refusal;
}
