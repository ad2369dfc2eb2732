import type { BodyInputOf } from '../../../platform/http/contract.ts';
import type { AccessFormView, ContactView, contactContract } from '../contract.ts';

/** The form's values. Empty texts stand for absent ones; the last four are the order to give access, never a property of the person (B007). */
export type ContactFields = {
  customerId: string;
  salutation: '' | 'frau' | 'herr';
  title: string;
  firstName: string;
  lastName: string;
  email: string;
  phones: string[];
  language: '' | 'de' | 'en';
  addressForm: '' | 'sie' | 'du';
  externalId: string;
  portalId: string;
  areas: string[];
  sendPasswordLink: boolean;
  password: string;
};

type NewContact = BodyInputOf<typeof contactContract.createContact>;
type ContactChange = BodyInputOf<typeof contactContract.changeContact>;
type AccessOrder = NonNullable<NewContact['portalAccess']>;

/** The areas as they stand for this person in one portal; all of them where there is no access yet. */
export function areasIn(portalId: string, contact: Pick<ContactView, 'accesses'> | undefined, form: AccessFormView): string[] {
  const access = contact?.accesses.find((candidate) => candidate.portalId === portalId);
  const offered = form.portals.find(({ id }) => id === portalId)?.areas.map(({ key }) => key) ?? [];
  return access ? offered.filter((key) => access.areas.includes(key)) : offered;
}

const firstPortal = (contact: ContactView | undefined, form: AccessFormView): string =>
  contact?.accesses[0]?.portalId ?? form.portals.find(({ isDefault }) => isDefault)?.id ?? form.portals[0]?.id ?? '';

const noOrder = (
  contact: ContactView | undefined,
  form: AccessFormView,
): Pick<ContactFields, 'portalId' | 'areas' | 'sendPasswordLink' | 'password'> => {
  const portalId = firstPortal(contact, form);
  return { portalId, areas: areasIn(portalId, contact, form), sendPasswordLink: false, password: '' };
};

export const newFields = (customerId: string, form: AccessFormView): ContactFields => ({
  customerId,
  salutation: '',
  title: '',
  firstName: '',
  lastName: '',
  email: '',
  phones: [''],
  language: '',
  addressForm: '',
  externalId: '',
  ...noOrder(undefined, form),
});

export const fieldsOf = (contact: ContactView, form: AccessFormView): ContactFields => ({
  customerId: contact.customerId,
  salutation: contact.salutation ?? '',
  title: contact.title ?? '',
  firstName: contact.firstName,
  lastName: contact.lastName,
  email: contact.email ?? '',
  phones: contact.phones.length > 0 ? contact.phones : [''],
  language: contact.language ?? '',
  addressForm: contact.addressForm ?? '',
  externalId: contact.externalId ?? '',
  ...noOrder(contact, form),
});

const personOf = (fields: ContactFields) => ({
  customerId: fields.customerId,
  salutation: fields.salutation || null,
  title: fields.title || null,
  firstName: fields.firstName,
  lastName: fields.lastName,
  email: fields.email || null,
  phones: fields.phones.filter((phone) => phone.trim() !== ''),
  language: fields.language || null,
  addressForm: fields.addressForm || null,
  externalId: fields.externalId || null,
});

const orderOf = (fields: ContactFields): AccessOrder => ({
  ...(fields.portalId && { portalId: fields.portalId }),
  areas: fields.areas,
  sendPasswordLink: fields.sendPasswordLink,
  ...(fields.password && { password: fields.password }),
});

const isOrdered = (fields: ContactFields): boolean => fields.sendPasswordLink || fields.password !== '';

export const creationOf = (fields: ContactFields): NewContact => ({
  ...personOf(fields),
  ...(isOrdered(fields) && { portalAccess: orderOf(fields) }),
});

/** Only what was changed; access is ordered by the tick, by a password, or by other areas of an access that exists. */
export function changeOf(base: ContactFields, fields: ContactFields, contact: ContactView): ContactChange {
  const [before, after] = [personOf(base), personOf(fields)];
  const changed = Object.entries(after).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name as keyof typeof before]),
  );
  const hasAccess = contact.accesses.some(({ portalId }) => portalId === fields.portalId);
  const otherAreas = hasAccess && JSON.stringify(areasOf(contact, fields.portalId)) !== JSON.stringify([...fields.areas].sort());
  return {
    ...(Object.fromEntries(changed) as Partial<typeof after>),
    ...((isOrdered(fields) || otherAreas) && { portalAccess: orderOf(fields) }),
  };
}

const areasOf = (contact: ContactView, portalId: string): string[] =>
  [...(contact.accesses.find((access) => access.portalId === portalId)?.areas ?? [])].sort();
