import { defined } from '../../platform/defined.ts';
import type { BodyOf } from '../../platform/http/contract.ts';
import type { Handlers } from '../../platform/http/serve.ts';
import { type AccessId, findAccessById, refuseAccess } from '../access/index.ts';
import type { ContactId } from '../contact/index.ts';
import type { portalAccessContract } from './contract.ts';
import { presentOne } from './present-one.ts';
import { type AddressWish, saveAccess } from './welcome/save-access.ts';
import { presentAddress } from './welcome/views.ts';

export const portalAccessHandlers: Handlers<typeof portalAccessContract> = {
  getAccess: async (call) => {
    const access = await call.perform(({ tx, workspace }) => findAccessById(tx, workspace.id, call.params.accessId as AccessId));
    if (!access) throw refuseAccess('unknown');
    return presentOne(call, access);
  },
  changeAccess: async (call) => {
    const { email, emailOverride, ...change } = call.body;
    const wish = { address: addressOf(email, emailOverride), change: changeOf(change) };
    const { access, address } = await call.perform(saveAccess, call.params.accessId as AccessId, wish, call.ifMatch);
    return {
      ...(await presentOne(call, access)),
      ...(address && { address: presentAddress(address.outcome, { access, suggestion: address.suggestion }, call.variant) }),
    };
  },
};

const addressOf = (email: string | undefined, override: { reason: string } | undefined): AddressWish | undefined =>
  email === undefined ? undefined : { email, override };

type Change = Omit<BodyOf<typeof portalAccessContract.changeAccess>, 'email' | 'emailOverride'>;

const changeOf = ({ contacts, ...change }: Change) => ({
  ...defined(change),
  ...(contacts && { contacts: contacts.map(({ contactId, areas }) => ({ contactId: contactId as ContactId, areas })) }),
});
