import { folded } from '../events/words.ts';
import { stateCodes } from './states.ts';

/** Words that names begin with in more than one spelling. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/\b(saint|sainte|ste)\b/g, 'st'],
  [/\bmount\b/g, 'mt'],
  [/\bfort\b/g, 'ft'],
];

/** A town's name as it is looked up: without capitals, accents and signs, `Saint` as `St`. */
export function nameKey(name: string): string {
  return spellings.reduce((key, [words, short]) => key.replaceAll(words, short), folded(name));
}

/** What a visitor typed, as a name and a US state where one stands behind it. `whole` is the name with it. */
export function placeKey(words: string): { name: string; region: string | null; whole: string } {
  const whole = nameKey(words);
  const parted = /^(.+?)\s*,\s*([^,]+)$/.exec(words);
  const [, before = '', after = ''] = parted ?? /^(.+?)\s+([A-Za-z]{2})$/.exec(words.trim()) ?? [];
  const region = stateCodes.get(folded(after));
  return region
    ? { name: nameKey(before), region, whole }
    : { name: parted ? nameKey(before) : whole, region: null, whole };
}
