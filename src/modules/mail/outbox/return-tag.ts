import type { Id } from '../../../platform/id.ts';
import { sameBytes, type Vault } from '../../../platform/secret.ts';
import type { WorkspaceId } from '../../workspace/index.ts';

/** Whose tags these are. */
export type TagScope = { workspaceId: WorkspaceId; vault: Pick<Vault, 'sign'> };
type TaggedId = Id<'message'> | WorkspaceId;

/** 16 bytes of the id and 8 of its signature, in digits to the base 32: the same in capitals, and what a local part may hold. */
const [signatureBytes, tagLength] = [8, 39];

/** So many octets may stand before the `@` of an address that is to carry tags: with a plus and the tag they fill the 64 of RFC 5321, 4.5.3.1.1. */
export const longestTaggedName = 64 - 1 - tagLength;

/** The address that a mail comes back to, with the mail in it: `bounces+…@example.com`. `id`: a mail's, or the workspace's for trying out whether such addresses work. */
export function taggedReturnPath(returnPath: string, id: TaggedId, scope: TagScope): string {
  const at = returnPath.lastIndexOf('@');
  const bytes = Buffer.concat([Buffer.from(id.replaceAll('-', ''), 'hex'), signatureOf(id, scope)]);
  const tag = BigInt(`0x${bytes.toString('hex')}`)
    .toString(32)
    .padStart(tagLength, '0');
  return `${returnPath.slice(0, at)}+${tag}${returnPath.slice(at)}`;
}

/** The id in the first address with a tag of ours; a tag that was made up, or of another workspace, is none. */
export function taggedIdIn(addresses: readonly string[], scope: TagScope): TaggedId | undefined {
  for (const address of addresses) {
    const [, tag] = /\+([0-9a-v]{39})@[^@]+$/i.exec(address) ?? [];
    const id = tag && idIn(tag.toLowerCase(), scope);
    if (id) return id;
  }
  return undefined;
}

function idIn(tag: string, scope: TagScope): TaggedId | undefined {
  const number = [...tag].reduce((sum, digit) => sum * 32n + BigInt(Number.parseInt(digit, 32)), 0n);
  const hex = number.toString(16).padStart(48, '0');
  if (hex.length !== 48) return undefined;
  const id = hex.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-') as TaggedId;
  return sameBytes(Buffer.from(hex.slice(32), 'hex'), signatureOf(id, scope)) ? id : undefined;
}

const signatureOf = (id: TaggedId, { workspaceId, vault }: TagScope): Buffer =>
  vault.sign(id, `return-path:${workspaceId}`).subarray(0, signatureBytes);
