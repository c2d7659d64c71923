import type { Report } from '../problem.ts';
import { plainLine } from './markdown.ts';

/** Characters a title may have. */
const longestTitle = 200;

/** A title as one line of text, cut where it is too long. One that is all in angle brackets is a name written so. */
export function titleOf(text: string, report: Report): string {
  const line = plainLine(text) || text.replaceAll(/[\p{Cc}\u2028\u2029\s]+/gu, ' ').trim();
  const characters = Array.from(line);
  if (characters.length > longestTitle) report('long_title');
  return characters.slice(0, longestTitle).join('').trim();
}
