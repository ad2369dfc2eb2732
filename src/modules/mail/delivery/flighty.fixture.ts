import type { Kysely, RootOperationNode } from 'kysely';
import type { Schema } from '../../schema.ts';

/** The database, away whenever `state.away` says so of a statement, as one that is being restarted. */
export function flighty(real: Kysely<Schema>) {
  const state = { away: (_statement: string): boolean => false, refused: 0 };
  const db = real.withPlugin({
    transformQuery({ node }) {
      if (!state.away(beginningOf(node))) return node;
      state.refused += 1;
      throw Object.assign(new Error('terminating connection due to administrator command'), { code: '57P01' });
    },
    transformResult: async ({ result }) => result,
  });
  return { db, state };
}

/** The first words of a statement that is written out; nothing of one that is put together. */
const beginningOf = (node: RootOperationNode): string => (node.kind === 'RawNode' ? (node.sqlFragments[0] ?? '').trim() : '');

export const always = () => true;
export const never = () => false;
