import { randomBytes } from 'node:crypto';

declare const brand: unique symbol;

/** An identifier of one kind of thing; the brand keeps a contact's id from being passed where an account's is meant. */
export type Id<Kind extends string> = string & { readonly [brand]: Kind };

/** A UUIDv7 (RFC 9562): its first 48 bits are milliseconds, so that keys of one time lie together in an index. */
export function newId<Kind extends string>(now: Date): Id<Kind> {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(now.getTime(), 0, 6);
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}` as Id<Kind>;
}
