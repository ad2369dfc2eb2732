export { maskAddress } from '../../platform/address.ts';
