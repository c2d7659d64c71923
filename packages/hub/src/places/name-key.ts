import { folded } from '../events/words.ts';

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
