import type { Id } from '../../platform/id.ts';

export type CustomerId = Id<'customer'>;

/** The company that contacts belong to. */
export type Customer = {
  id: CustomerId;
  name: string;
  /** The customer number in the company's own books. */
  externalId: string | null;
  street: string | null;
  postalCode: string | null;
  city: string | null;
  country: string | null;
  /** Since when it is switched off: its people keep what they have, and none of them gets in for it. */
  closedAt: Date | null;
  version: number;
  createdAt: Date;
  updatedAt: Date;
};
