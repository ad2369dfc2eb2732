export { addAdministrator } from './add-administrator.ts';
export { findUserOfAccount, listUserNames, saveUser } from './store.ts';
export { tellUserPasswordChanged } from './tell-password-changed.ts';
export { mayUserImpersonate, mayUserSignIn, type User, type UserId } from './user.ts';
