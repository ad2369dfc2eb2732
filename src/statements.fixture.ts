import pg from 'pg';
import { vi } from 'vitest';

/** The statements that the process sends to its database while something happens. */
export async function statementsOf(happen: () => Promise<unknown>): Promise<string[]> {
  const query = vi.spyOn(pg.Client.prototype, 'query');
  try {
    await happen();
    return query.mock.calls.map(([asked]: unknown[]) => (typeof asked === 'string' ? asked : String((asked as { text?: unknown }).text)));
  } finally {
    query.mockRestore();
  }
}
