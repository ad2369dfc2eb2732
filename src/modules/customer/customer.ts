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
  version: number;
  createdAt: Date;
  updatedAt: Date;
};
