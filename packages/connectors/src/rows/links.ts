import { webUrl } from '@huddlekit/contract';
import type { Report } from '../problem.ts';
import type { Row } from './row.ts';

/** A link that may be followed, else null; one that may not is told. */
export function urlOf(url: string | undefined, report: Report): string | null {
  if (!url) return null;
  if (webUrl.safeParse(url).success) return url;
  report('bad_url');
  return null;
}

/** The event's own page; an event whose place is a link alone is found there. */
export function browserUrlOf({ url, venue = '', address = '' }: Row, report: Report): string | null {
  if (url) return urlOf(url, report);
  return [venue, address].find((text) => webUrl.safeParse(text).success) ?? null;
}
