import { folded } from '../events/words.ts';

/** Words of names that are written in more than one way. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/\b(saint|sainte|ste)\b/g, 'st'],
  [/\bmount\b/g, 'mt'],
  [/\bfort\b/g, 'ft'],
  [/\bnorth\b/g, 'n'],
  [/\bsouth\b/g, 's'],
  [/\beast\b/g, 'e'],
  [/\bwest\b/g, 'w'],
  [/\b(township|twp)\b/g, 'twp'],
  [/\b(air force base|afb)\b/g, 'afb'],
  [/\b(heights|hts)\b/g, 'heights'],
  [/\b(center|centre|ctr)\b/g, 'center'],
  [/\b(county|co|parish)\b/g, 'county'],
];

/** A town's name as it is looked up: without capitals, accents and signs, `Saint` as `St`. */
export function nameKey(name: string): string {
  // An apostrophe parts no words, nor does a point in an abbreviation: O’Fallon is OFallon, D.C. is DC.
  const words = folded(name.replaceAll(/['’ʻ`]|(?<=\b\p{L})\.(?=\p{L}\b)/gu, ''));
  return spellings.reduce((key, [spelling, short]) => key.replaceAll(spelling, short), words);
}

/** The same without spaces, since people part names as they like: `LeMars`, `Le Mars`. */
export function compactKey(name: string): string {
  return nameKey(name).replaceAll(' ', '');
}
