import { codeOf } from './complaint.ts';

/** What the database says to a statement that it will never take, as against one that came at a bad moment (SQLSTATE 22, 23, 42). */
export const isHopeless = (error: unknown): boolean => /^(22|23|42)[0-9A-Z]{3}$/.test(codeOf(error) ?? '');

/** The database is away, or not up to it: the same may succeed a moment later. For errors that can only be the database's. */
export const isPassing = (error: unknown): boolean => !isHopeless(error);

/** The same for errors that may as well be ours (a refusal, a fault in a calculation): those do not pass. */
export const isPassingComplaint = (error: unknown): boolean => isPassing(error) && isOfDatabase(error);

/** An SQLSTATE, the code of a socket (`ECONNRESET`), or one of the sentences that `pg` gives no code. */
const isOfDatabase = (error: unknown): boolean =>
  /^([0-9A-Z]{5}|E[A-Z]+)$/.test(codeOf(error) ?? '') || (error instanceof Error && codeless.test(error.message));

const codeless = /^(Connection terminated|Client (has encountered a connection error|was closed)|timeout e|Query read timeout)/;
