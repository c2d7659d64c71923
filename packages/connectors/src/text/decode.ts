/** A file's text, and whether its encoding had to be guessed because nothing in it told. */
export interface Decoded {
  readonly text: string;
  readonly isGuess: boolean;
}

/** Reads UTF-8 and UTF-16 by their marks, UTF-8 without one, and else Windows-1252, as older spreadsheets write. */
export function decode(bytes: Uint8Array): Decoded {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return { text: textOf('utf-16le', bytes), isGuess: false };
  if (first === 0xfe && second === 0xff) return { text: textOf('utf-16be', bytes), isGuess: false };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), isGuess: false };
  } catch {
    return { text: textOf('windows-1252', bytes), isGuess: true };
  }
}

function textOf(encoding: string, bytes: Uint8Array): string {
  return new TextDecoder(encoding).decode(bytes);
}
