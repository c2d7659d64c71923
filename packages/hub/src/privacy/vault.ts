import { createCipheriv, createDecipheriv, createHmac, createSecretKey, randomBytes } from 'node:crypto';
import type { Keys } from './keys.ts';

/** Seals personal data and hashes it for look-ups. */
export interface Vault {
  /** AES-256-GCM over the JSON of a value, bound to `context` (table and row), so that a sealed text can't be moved. */
  seal(value: unknown, context: string): string;
  /** @throws Error when the text was changed, moved or sealed with other keys. */
  open(sealed: string, context: string): unknown;
  /** Keyed hash of a text; the same text of the same purpose gives the same hash. */
  hash(purpose: string, text: string): string;
  /** What stands for a person in the campaign's count, from the keyed hash of the e-mail. */
  personHash(emailHash: string): string;
}

export function createVault(keys: Keys): Vault {
  // Made once: to make one of bytes takes several times as long as the hash.
  const field = createSecretKey(keys.field);
  const lookup = createSecretKey(keys.lookup);
  const campaign = createSecretKey(keys.campaign);
  return {
    seal(value, context) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', field, nonce).setAAD(Buffer.from(context));
      const body = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
    },
    open(sealed, context) {
      const bytes = Buffer.from(sealed, 'base64url');
      const decipher = createDecipheriv('aes-256-gcm', field, bytes.subarray(0, 12), { authTagLength: 16 });
      decipher.setAAD(Buffer.from(context)).setAuthTag(bytes.subarray(12, 28));
      const opened: unknown = JSON.parse(
        Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8'),
      );
      return opened;
    },
    hash: (purpose, text) => createHmac('sha256', lookup).update(`${purpose}\0${text}`).digest('base64url'),
    personHash: (emailHash) => createHmac('sha256', campaign).update(emailHash).digest('base64url'),
  };
}

/** The form of an e-mail address that look-ups use: people type capitals as they like. */
export function normalEmail(address: string): string {
  return address.trim().normalize('NFKC').toLowerCase();
}
