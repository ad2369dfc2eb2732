import type { BodyInputOf } from '../../../platform/http/contract.ts';
import type { AccessView, portalAccessContract } from '../contract.ts';

/** What staff decide about an access, as the form holds it. `expiresOn`: empty for none; `areas`: keys, by contact. */
export type AccessFields = {
  email: string;
  granted: boolean;
  blockReason: string;
  expiresOn: string;
  role: string;
  areas: Record<string, string[]>;
};

type AccessChange = BodyInputOf<typeof portalAccessContract.changeAccess>;

export const fieldsOf = (access: AccessView): AccessFields => ({
  email: access.email,
  granted: access.granted,
  blockReason: access.block?.reason ?? '',
  expiresOn: access.expiresOn ?? '',
  role: access.role,
  areas: Object.fromEntries(access.contacts.map(({ contactId, areas }) => [contactId, areas])),
});

const same = (one: readonly string[] = [], other: readonly string[] = []) =>
  one.length === other.length && one.every((key) => other.includes(key));

/** Only what was changed. A reason is sent together with the switch that is off. */
export function changeOf(base: AccessFields, now: AccessFields): AccessChange {
  const isBlockChange = now.granted !== base.granted || (!now.granted && now.blockReason !== base.blockReason);
  const contacts = Object.entries(now.areas)
    .filter(([contactId, areas]) => !same(areas, base.areas[contactId]))
    .map(([contactId, areas]) => ({ contactId, areas }));
  return {
    ...(now.email !== base.email && { email: now.email }),
    ...(isBlockChange && { granted: now.granted, ...(!now.granted && { blockReason: now.blockReason.trim() || null }) }),
    ...(now.expiresOn !== base.expiresOn && { expiresOn: now.expiresOn || null }),
    ...(now.role !== base.role && { role: now.role }),
    ...(contacts.length > 0 && { contacts }),
  };
}
