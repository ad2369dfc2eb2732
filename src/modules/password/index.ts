export { createPasswordHasher, type PasswordHasher } from './hash.ts';
export { hashJudgedPassword } from './hash-judged-password.ts';
export {
  maximumLength,
  type PasswordContext,
  type PasswordFault,
  type PasswordScore,
  type PasswordVerdict,
} from './password.ts';
export { refusalOf } from './refusals.ts';
