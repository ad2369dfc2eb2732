export { cancelChange } from './cancel-change.ts';
export { type AddressOutcome, changeLoginAddress } from './change-login-address.ts';
export { changeOwnAddress } from './change-own-address.ts';
export { registerEmailChangePages, showChange } from './pages.ts';
export { refuse as refuseEmailChange } from './refusals.ts';
export { suggestAddress } from './suggest-address.ts';
