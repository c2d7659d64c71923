import { isWebUrl } from '@huddlekit/contract/well-formed';
import { textOf } from '../json.ts';
import type { Report } from '../problem.ts';

/** A value as a link that may be followed from a page, or null; what is there and isn't one is reported. */
export function linkOf(value: unknown, report?: Report): string | null {
  const link = textOf(value);
  if (!link) return null;
  if (isWebUrl(link)) return link;
  report?.('bad_url');
  return null;
}
