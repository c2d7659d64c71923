/** The longest message that one block holds, in bytes. */
export const longestMessage = 55;

/** Fractional bits of the roots of the first primes, from which the hash takes its constants. */
function rootsOfPrimes(count: number, root: (prime: number) => number): Int32Array {
  const primes: number[] = [];
  for (let number = 2; primes.length < count; number++)
    if (primes.every((prime) => number % prime !== 0)) primes.push(number);
  return Int32Array.from(primes, (prime) => (root(prime) % 1) * 2 ** 32);
}

/** A hash of messages of one length. */
export interface ShortHash {
  /** The message, to be written before each `digest`. */
  readonly message: DataView;
  /** The 32 bytes of the last digest. */
  readonly key: DataView;
  digest(): void;
}

/**
 * SHA-256 (FIPS 180-4) of messages that fit one block, without a promise or a new array for each: a search for a proof
 * of work is nothing but many of them.
 */
export function createShortHash(length: number): ShortHash {
  if (length > longestMessage) throw new RangeError(`A message has at most ${String(longestMessage)} bytes`);
  const constants = rootsOfPrimes(64, Math.cbrt);
  const start = rootsOfPrimes(8, Math.sqrt);
  const schedule = new Int32Array(64);
  const block = new DataView(new ArrayBuffer(64));
  const key = new DataView(new ArrayBuffer(32));
  block.setUint8(length, 0x80);
  block.setUint32(60, length * 8);
  const word = (words: Int32Array, index: number): number => words[index] as number;

  return {
    message: new DataView(block.buffer, 0, length),
    key,
    digest() {
      for (let index = 0; index < 16; index++) schedule[index] = block.getInt32(index * 4);
      for (let index = 16; index < 64; index++) {
        const x = word(schedule, index - 15);
        const y = word(schedule, index - 2);
        const mixed = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
        const late = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
        schedule[index] = word(schedule, index - 16) + mixed + word(schedule, index - 7) + late;
      }
      let a = word(start, 0);
      let b = word(start, 1);
      let c = word(start, 2);
      let d = word(start, 3);
      let e = word(start, 4);
      let f = word(start, 5);
      let g = word(start, 6);
      let h = word(start, 7);
      for (let index = 0; index < 64; index++) {
        const high = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
        const low = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
        const choice = (e & f) ^ (~e & g);
        const majority = (a & b) ^ (a & c) ^ (b & c);
        const first = (h + high + choice + word(constants, index) + word(schedule, index)) | 0;
        h = g;
        g = f;
        f = e;
        e = (d + first) | 0;
        d = c;
        c = b;
        b = a;
        a = (first + low + majority) | 0;
      }
      key.setInt32(0, a + word(start, 0));
      key.setInt32(4, b + word(start, 1));
      key.setInt32(8, c + word(start, 2));
      key.setInt32(12, d + word(start, 3));
      key.setInt32(16, e + word(start, 4));
      key.setInt32(20, f + word(start, 5));
      key.setInt32(24, g + word(start, 6));
      key.setInt32(28, h + word(start, 7));
    },
  };
}
