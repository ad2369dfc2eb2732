import type { Refusal } from './refusal.ts';

/**
 * Runs a statement and says what a violated constraint means. The database holds the invariant, the module holds the sentence.
 * The name is that of the constraint or unique index.
 */
export async function refusing<Result>(statement: Promise<Result>, meanings: Record<string, () => Refusal>): Promise<Result> {
  try {
    return await statement;
  } catch (error) {
    const meaning = meanings[constraintOf(error) ?? ''];
    if (meaning) throw meaning();
    throw error;
  }
}

const constraintOf = (error: unknown): string | undefined =>
  typeof error === 'object' && error !== null && 'constraint' in error && typeof error.constraint === 'string'
    ? error.constraint
    : undefined;
