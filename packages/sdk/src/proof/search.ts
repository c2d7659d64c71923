import type { Challenge, Proof } from '@huddlekit/contract';
import { createShortHash, longestMessage, type ShortHash } from './sha256.ts';

type Parameters = Challenge['parameters'];
type Solution = Proof['solution'];

/** Counters tried between two looks at the clock: below a millisecond on an old phone. */
const stretch = 16;

/**
 * A search for the counter of a challenge, from where it stood. Each call goes on until an instant of
 * `performance.now()`, and answers the solution once it is there. Undefined for a challenge of another kind.
 */
export function createSearch({
  algorithm,
  salt,
  nonce,
  cost,
  keyLength,
  keyPrefix,
}: Parameters): ((until: number) => Solution | undefined) | undefined {
  const head = bytesOf(salt + nonce);
  const prefix = bytesOf(keyPrefix);
  const length = head.length + 4;
  if (algorithm !== 'SHA-256' || keyLength !== 32 || length > longestMessage) return undefined;
  const first = createShortHash(length);
  const again = createShortHash(32);
  head.forEach((byte, index) => {
    first.message.setUint8(index, byte);
  });

  /** Of one counter. */
  function keyOf(counter: number): DataView {
    first.message.setUint32(head.length, counter);
    first.digest();
    let { key } = first;
    for (let round = 1; round < cost; round++) key = hashOf(key, again);
    return key;
  }

  let counter = 0;
  return (until) => {
    do {
      for (const end = counter + stretch; counter < end; counter++) {
        const key = keyOf(counter);
        if (begins(key, prefix)) return { counter, derivedKey: hexOf(key) };
      }
    } while (performance.now() < until);
    return undefined;
  };
}

function hashOf(key: DataView, hash: ShortHash): DataView {
  for (let index = 0; index < 32; index += 4) hash.message.setUint32(index, key.getUint32(index));
  hash.digest();
  return hash.key;
}

function begins(key: DataView, prefix: readonly number[]): boolean {
  for (let index = 0; index < prefix.length; index++) if (key.getUint8(index) !== prefix[index]) return false;
  return true;
}

function bytesOf(hex: string): number[] {
  return (hex.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16));
}

function hexOf(bytes: DataView): string {
  return Array.from({ length: bytes.byteLength }, (_, index) =>
    bytes.getUint8(index).toString(16).padStart(2, '0'),
  ).join('');
}
