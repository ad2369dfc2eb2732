export { type Account, type AccountId, type AccountKind, accountNameKey, firstAccountName } from './account.ts';
export {
  type Credential,
  changeAddress,
  findAccount,
  findAccountByName,
  findCredential,
  findCredentialOf,
  insertAccount,
  listAccountsMeant,
  lockAccount,
  raiseGeneration,
  recordPassword,
  renewHash,
} from './store.ts';
