export { type Account, type AccountId, type AccountKind, accountNameKey, firstAccountName } from './account.ts';
export {
  awaitAddress,
  type Credential,
  changeAddress,
  deletePassword,
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
