import { api } from '../../../web/api.ts';
import { useChange } from '../../../web/query.ts';
import { type ContactAccessView, type ContactView, contactContract, type SavedContact } from '../contract.ts';

/** Sends the set-password mail to somebody who has access already. */
export const useSendLink = (contact: ContactView, access: ContactAccessView | undefined, onSent: (saved: SavedContact) => unknown) =>
  useChange(
    () =>
      api(contactContract.changeContact, {
        params: { contactId: contact.id },
        body: { portalAccess: { ...(access && { portalId: access.portalId }), sendPasswordLink: true } },
        version: contact.version,
      }),
    onSent,
  );
