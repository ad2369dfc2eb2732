import type { PasswordHasher } from './hash.ts';
import type { PasswordContext } from './password.ts';
import { refusalOf } from './refusals.ts';

/**
 * Judges a new password and hashes it: the only way a typed password becomes a stored one. To be called before a transaction is open, because hashing takes
 * its time. Refuses what `judgePassword` refuses, at `pointer` (RFC 6901) of the request, and `password.busy`.
 */
export async function hashJudgedPassword(
  hasher: PasswordHasher,
  password: string,
  context: PasswordContext,
  pointer?: string,
): Promise<string> {
  const refusal = refusalOf(await hasher.judge(password, context), pointer);
  if (refusal) throw refusal;
  return hasher.hash(password);
}
