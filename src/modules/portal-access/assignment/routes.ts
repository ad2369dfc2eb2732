import type { z } from 'zod';
import { defined } from '../../../platform/defined.ts';
import type { Handlers } from '../../../platform/http/serve.ts';
import type { AccessId } from '../../access/index.ts';
import type { ContactId } from '../../contact/index.ts';
import type { CustomerId } from '../../customer/index.ts';
import { presentOne } from '../present-one.ts';
import { type AssignmentOrder, assignContact } from './assign-contact.ts';
import { extendAccess } from './change-portal-access.ts';
import type { AssignmentOrder as AssignmentBody, assignmentContract } from './contract.ts';
import { deleteAccess, describeDeletion } from './delete-access.ts';
import { endAccessSessions } from './end-access-sessions.ts';
import { listCandidates } from './list-candidates.ts';
import { readTimeline } from './read-timeline.ts';
import { unassignContact } from './unassign-contact.ts';
import { presentCandidates, presentTold } from './views.ts';

const idOf = ({ accessId }: { accessId: string }) => accessId as AccessId;

export const assignmentHandlers: Handlers<typeof assignmentContract> = {
  listCandidates: async ({ perform, params, query, variant }) =>
    presentCandidates(await perform(listCandidates, idOf(params), query.q), variant),
  assignContact: async (call) => {
    const { access, told } = await call.perform(assignContact, idOf(call.params), orderOf(call.body), call.ifMatch);
    return { ...(await presentOne(call, access)), mail: presentTold(told, access, call.variant) };
  },
  unassignContact: async (call) =>
    presentOne(call, await call.perform(unassignContact, idOf(call.params), call.body.contactId as ContactId, call.ifMatch)),
  endAccessSessions: async (call) => {
    const { access, ended } = await call.perform(endAccessSessions, idOf(call.params), call.ifMatch);
    return { ...(await presentOne(call, access)), ended };
  },
  extendAccess: async (call) => presentOne(call, await call.perform(extendAccess, idOf(call.params), call.body.days, call.ifMatch)),
  getAccessTimeline: async ({ perform, params, variant }) => ({ items: await perform(readTimeline, idOf(params), variant) }),
  getAccessDeletion: async ({ perform, params }) => perform(describeDeletion, idOf(params)),
  deleteAccess: async (call) => {
    await call.perform(deleteAccess, idOf(call.params), call.ifMatch);
    return undefined;
  },
};

function orderOf({ contactId, contact, areas }: z.output<typeof AssignmentBody>): AssignmentOrder {
  return {
    ...(contactId && { contactId: contactId as ContactId }),
    ...(contact && { contact: personOf(contact) }),
    ...(areas && { areas }),
  };
}

const personOf = ({ customerId, firstName, lastName, ...rest }: NonNullable<z.output<typeof AssignmentBody>['contact']>) => ({
  firstName,
  lastName,
  ...defined(rest),
  ...(customerId && { customerId: customerId as CustomerId }),
});
