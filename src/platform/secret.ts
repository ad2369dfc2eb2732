import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** 32 random bytes for links, sessions and keys, in a form that fits into a URL (43 characters). Rule 3. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** What is stored of a secret. 256 random bits need no salt and no slow hash. */
export const hashSecret = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/** Compares without telling by time where the difference lies. */
export const sameBytes = (one: Buffer, other: Buffer): boolean => one.length === other.length && timingSafeEqual(one, other);

/** Seals what has to be read again later (mail password, the secret of a mail that still waits) with a key that is not in the database. Rule 18. */
export type Vault = {
  seal(plain: string, context: string): Buffer;
  open(sealed: Buffer, context: string): string;
  /** 32 bytes by which we know our own words again when they come back from outside; of another context they are others. */
  sign(words: string, context: string): Buffer;
};

/** What was sealed; `undefined` where it was sealed with another key, for another context, or not by us. */
export function openOrUndefined(vault: Vault, sealed: Buffer, context: string): string | undefined {
  try {
    return vault.open(sealed, context);
  } catch {
    return undefined;
  }
}

/**
 * AES-256-GCM; the context (for example `mail-setting.password` and the row's id) is authenticated, so that a sealed value copied into another row does not open.
 * Layout: version 1 byte, nonce 12 bytes, tag 16 bytes, ciphertext.
 */
export function createVault(secretKey: string): Vault {
  const key = createHmac('sha256', 'pforte vault').update(secretKey).digest();
  const signingKey = createHmac('sha256', 'pforte signature').update(secretKey).digest();
  return {
    sign: (words, context) =>
      createHmac('sha256', signingKey)
        .update(JSON.stringify([context, words]))
        .digest(),
    seal(plain, context) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context));
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      return Buffer.concat([Buffer.from([1]), nonce, cipher.getAuthTag(), body]);
    },
    open(sealed, context) {
      if (sealed[0] !== 1 || sealed.length < 29) throw new Error('This value was not sealed by Pforte.');
      const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 13))
        .setAAD(Buffer.from(context))
        .setAuthTag(sealed.subarray(13, 29));
      return decipher.update(sealed.subarray(29), undefined, 'utf8') + decipher.final('utf8');
    },
  };
}
