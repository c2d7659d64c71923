import { isTimezone } from '@huddlekit/contract/well-formed';
import type { Report } from '../problem.ts';
import { zoneWordOf } from '../zones/zone-words.ts';
import type { When } from './when.ts';

/** Names that were looked up, since most rows of a source name the same zone. */
const known = new Map<string, string | undefined>();
const mostKnown = 1_000;

/** The zone a cell names, as `America/Chicago` or `Central Time`; undefined where it is empty or, told, no zone. */
export function zoneNamed(text: string, report: Report): string | undefined {
  if (!text) return undefined;
  if (!known.has(text)) {
    if (known.size >= mostKnown) known.clear();
    known.set(text, zoneOfName(text));
  }
  const zone = known.get(text);
  if (!zone) report('bad_timezone');
  return zone;
}

function zoneOfName(text: string): string | undefined {
  const name = /^(z|gmt|utc)$/i.test(text) ? 'UTC' : text.replaceAll(' ', '_');
  return isTimezone(name) ? name : zoneWordOf(text)?.zone;
}

/** The zone that stands beside the time itself. */
export function zoneWritten({ start }: When): string | undefined {
  return start.kind === 'local' ? start.zone?.zone : undefined;
}

/** Whether a time is one of clocks that nothing names. */
export function isWallClock({ start, allDay }: When): boolean {
  return start.kind === 'local' && !start.zone && !allDay;
}
