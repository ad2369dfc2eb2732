import type { Handlers } from '../../platform/http/serve.ts';
import type { AccessId } from '../access/index.ts';
import type { PortalId } from '../portal/index.ts';
import { answerCall } from './answer-call.ts';
import type { diagnosisContract } from './contract.ts';
import { diagnoseAccess } from './diagnose-access.ts';
import { liftSlowDown } from './lift-slow-down.ts';

export const diagnosisHandlers: Handlers<typeof diagnosisContract> = {
  getAccessDiagnosis: ({ perform, params, variant }) => perform(diagnoseAccess, params.accessId as AccessId, variant),
  diagnose: ({ perform, query, variant }) => perform(answerCall, { q: query.q, portalId: query.portalId as PortalId | undefined }, variant),
  liftSlowDown: ({ perform, params }) => perform(liftSlowDown, params.accessId as AccessId),
};
