import { type Kysely, sql } from 'kysely';

/** Whether the database answers now. */
export async function isAnswering<Schema>(db: Kysely<Schema>): Promise<boolean> {
  try {
    await sql`select 1`.execute(db);
    return true;
  } catch {
    return false;
  }
}
