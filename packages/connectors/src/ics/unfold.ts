const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const space = 0x20;
const tab = 0x09;
/** Bytes between two rests. */
const piece = 262_144;

/**
 * Undoes the folds of a calendar file (RFC 5545, 3.1) in its bytes, since some programs fold within a character, and
 * ends every line with LF. The line ends that are taken out follow behind their line, so that line numbers stay.
 */
export function* unfold(bytes: Uint8Array): Generator<undefined, Uint8Array> {
  const unfolded = new Uint8Array(bytes.length + 1);
  let length = 0;
  let folds = 0;
  for (let index = 0; index < bytes.length; index++) {
    const byte = bytes[index] ?? 0;
    if (byte !== lineFeed && byte !== carriageReturn) {
      unfolded[length++] = byte;
    } else {
      if (byte === carriageReturn && bytes[index + 1] === lineFeed) index++;
      const next = bytes[index + 1];
      if (next === space || next === tab) {
        index++;
        folds++;
      } else {
        unfolded.fill(lineFeed, length, (length += folds + 1));
        folds = 0;
      }
    }
    if (index % piece === 0) yield;
  }
  return unfolded.subarray(0, length);
}
