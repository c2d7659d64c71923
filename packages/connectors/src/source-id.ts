/**
 * A stable id for a row that has none, made from what tells it from others: a 53-bit hash (cyrb53) in base 36.
 * Not for secrets.
 */
export function createId(parts: readonly (string | undefined)[]): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (const character of parts.join('\n')) {
    const code = character.codePointAt(0) ?? 0;
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return `row-${(4294967296 * (2097151 & low) + (high >>> 0)).toString(36)}`;
}
