/** A file's text, and whether its encoding had to be guessed because nothing in it told. */
export interface Decoded {
  readonly text: string;
  readonly isGuess: boolean;
}

/** Bytes at the beginning by which UTF-16 without a mark is told. */
const sample = 1_024;

/**
 * Reads UTF-8 and UTF-16 by their marks; without one UTF-16 by its zero bytes, UTF-8 where it is valid, and else
 * Windows-1252, as older spreadsheets write.
 */
export function decode(bytes: Uint8Array): Decoded {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return { text: textOf('utf-16le', bytes), isGuess: false };
  if (first === 0xfe && second === 0xff) return { text: textOf('utf-16be', bytes), isGuess: false };
  const wide = wideEncodingOf(bytes);
  if (wide) return { text: textOf(wide, bytes), isGuess: false };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), isGuess: false };
  } catch {
    return { text: textOf('windows-1252', bytes), isGuess: true };
  }
}

function textOf(encoding: string, bytes: Uint8Array): string {
  return new TextDecoder(encoding).decode(bytes);
}

/** UTF-16 of mostly Latin letters has a zero in every other byte, where no other text has any. */
function wideEncodingOf(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const start = bytes.subarray(0, sample);
  if (bytes.length < 4 || bytes.length % 2 === 1 || !start.includes(0)) return undefined;
  const zeros = [0, 0];
  start.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const [high = 0, low = 0] = zeros;
  const most = start.length * 0.3;
  if (low > most && high === 0) return 'utf-16le';
  return high > most && low === 0 ? 'utf-16be' : undefined;
}
