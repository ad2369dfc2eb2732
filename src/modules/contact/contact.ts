import type { Id } from '../../platform/id.ts';
import type { Language, Variant } from '../../platform/phrases.ts';
import { variantOf } from '../../platform/phrases.ts';
import type { CustomerId } from '../customer/index.ts';
import type { Workspace } from '../workspace/index.ts';

export type ContactId = Id<'contact'>;

/** A person's business record; belongs to one customer; exists without any account. */
export type Contact = {
  id: ContactId;
  customerId: CustomerId;
  company: string;
  salutation: 'frau' | 'herr' | null;
  title: string | null;
  firstName: string;
  lastName: string;
  /** The stored form (rule 10), or none. */
  email: string | null;
  phones: string[];
  language: Language | null;
  addressForm: 'sie' | 'du' | null;
  externalId: string | null;
  version: number;
  createdAt: Date;
  updatedAt: Date;
};

/** How this person is written to: their own wishes before the workspace's. */
export const variantOfContact = (
  contact: Pick<Contact, 'language' | 'addressForm'>,
  workspace: Pick<Workspace, 'language' | 'addressForm'>,
): Variant => variantOf(contact.language ?? workspace.language, contact.addressForm ?? workspace.addressForm);
