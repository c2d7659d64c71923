import { createHmac, createSecretKey, timingSafeEqual } from 'node:crypto';
import type { Keys } from './keys.ts';

/**
 * What a link may do. `attendance-mail` stands only in mails and so proves the mailbox;
 * `attendance` stands in the answer to an RSVP and proves only that somebody typed the form.
 */
export const tokenPurposes = [
  'attendance',
  'attendance-mail',
  'event',
  'verify',
  'co-host',
  'unsubscribe',
] as const;
export type TokenPurpose = (typeof tokenPurposes)[number];

export interface Token {
  readonly purpose: TokenPurpose;
  /** Public id of the attendance, event or co-host. */
  readonly id: string;
  readonly version: number;
}

/** Signs and reads links. A token is rebuilt from its parts, so none is stored; a higher version voids older ones. */
export interface Tokens {
  sign(purpose: TokenPurpose, id: string, version: number): string;
  /** The parts of a genuine token, else undefined. The caller compares the version with the row's. */
  read(token: string): Token | undefined;
}

/** One byte of purpose, four of the version, sixteen of the id. */
const bodyLength = 21;
const signatureLength = 20;

export function createTokens({ token }: Keys): Tokens {
  const key = createSecretKey(token);
  const signature = (body: Buffer): Buffer =>
    createHmac('sha256', key).update(body).digest().subarray(0, signatureLength);
  return {
    sign(purpose, id, version) {
      const head = Buffer.alloc(5);
      head.writeUInt8(tokenPurposes.indexOf(purpose));
      head.writeUInt32BE(version, 1);
      const body = Buffer.concat([head, Buffer.from(id, 'base64url')]);
      return Buffer.concat([body, signature(body)]).toString('base64url');
    },
    read(token) {
      const bytes = Buffer.from(token, 'base64url');
      // Two spellings of one token would make one link look like two.
      if (bytes.length !== bodyLength + signatureLength || bytes.toString('base64url') !== token)
        return undefined;
      const body = bytes.subarray(0, bodyLength);
      if (!timingSafeEqual(signature(body), bytes.subarray(bodyLength))) return undefined;
      const purpose = tokenPurposes[body.readUInt8()];
      return (
        purpose && { purpose, id: body.subarray(5).toString('base64url'), version: body.readUInt32BE(1) }
      );
    },
  };
}
