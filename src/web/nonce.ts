/** The nonce of this page, which the server writes into the document of each answer. Style elements without it are not applied. */
export const styleNonce = (): string => document.querySelector('meta[name="csp-nonce"]')?.getAttribute('content') ?? '';
