import type { Report } from '../problem.ts';
import { plainLine } from './markdown.ts';

/** Characters a title may have. */
const longestTitle = 200;

/** A title as one line of text, cut where it is too long. */
export function titleOf(text: string, report: Report): string {
  const characters = Array.from(plainLine(text));
  if (characters.length > longestTitle) report('long_title');
  return characters.slice(0, longestTitle).join('').trim();
}
