/** What one has to pass on the way in, in its order. A second factor will stand before the tries. */
export const gateKeys = ['account', 'portal', 'access', 'company', 'registration', 'mail', 'link', 'password', 'tries'] as const;
export type GateKey = (typeof gateKeys)[number];
