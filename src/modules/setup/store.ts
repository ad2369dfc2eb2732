import type { Generated, Kysely } from 'kysely';
import { hashSecret } from '../../platform/secret.ts';
import type { Tx } from '../../platform/work.ts';
import type { Schema } from '../schema.ts';

export type SetupLinkTable = { only: Generated<boolean>; secretHash: Buffer; createdAt: Date };

/** Remembers the one set-up address of an empty installation; an address printed by an earlier start stops working. */
export async function saveSetupLink(db: Kysely<Schema>, secret: string, now: Date): Promise<void> {
  const row = { secretHash: hashSecret(secret), createdAt: now };
  await db
    .insertInto('setupLink')
    .values(row)
    .onConflict((conflict) => conflict.column('only').doUpdateSet(row))
    .execute();
}

/** Spends the set-up address: of two at the same moment one gets through. */
export async function redeemSetupLink(tx: Tx, secret: string): Promise<boolean> {
  const spent = await tx.deleteFrom('setupLink').where('secretHash', '=', hashSecret(secret)).returning('only').executeTakeFirst();
  return spent !== undefined;
}

export const isSetupLink = async (db: Kysely<Schema>, secret: string): Promise<boolean> =>
  (await db.selectFrom('setupLink').select('only').where('secretHash', '=', hashSecret(secret)).executeTakeFirst()) !== undefined;
