import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, randomInt } from 'node:crypto';

/** Makes and recognises sign-in codes and links; what it stores gives away neither codes nor addresses. */
export interface SignInCrypto {
  newCode: () => string;
  newLink: () => string;
  /** Keyed hash of something that is about `purpose`, so that hashes of different things never meet. */
  mac: (purpose: string, text: string) => Buffer;
  seal: (text: string) => Buffer;
  unseal: (sealed: Buffer) => string;
}

/** @param secret the guard's own secret; without it, a copy of the table is of no use */
export function signInCrypto(secret: string): SignInCrypto {
  const key = (use: string) => Buffer.from(hkdfSync('sha256', secret, '', use, 32));
  const macKey = key('sign-in mac');
  const sealKey = key('sign-in seal');
  return {
    newCode: () => String(randomInt(100_000_000)).padStart(8, '0'),
    newLink: () => randomBytes(32).toString('base64url'),
    mac: (purpose, text) => createHmac('sha256', macKey).update(`${purpose}\0${text}`).digest(),
    seal(text) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', sealKey, nonce);
      return Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    },
    unseal(sealed) {
      const decipher = createDecipheriv('aes-256-gcm', sealKey, sealed.subarray(0, 12));
      decipher.setAuthTag(sealed.subarray(-16));
      return Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]).toString('utf8');
    },
  };
}
