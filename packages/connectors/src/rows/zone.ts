import { isTimezone } from '@huddlekit/contract/well-formed';
import type { Report } from '../problem.ts';
import { zoneWordOf } from '../zones/zone-words.ts';
import type { When } from './when.ts';

/** The zone a cell names, as `America/Chicago` or `Central Time`; undefined where it is empty or, told, no zone. */
export function zoneNamed(text: string, report: Report): string | undefined {
  if (!text) return undefined;
  const name = /^(z|gmt|utc)$/i.test(text) ? 'UTC' : text.replaceAll(' ', '_');
  const zone = isTimezone(name) ? name : zoneWordOf(text)?.zone;
  if (!zone) report('bad_timezone');
  return zone;
}

/** The zone that stands beside the time itself. */
export function zoneWritten({ start }: When): string | undefined {
  return start.kind === 'local' ? start.zone?.zone : undefined;
}

/** Whether a time is one of clocks that nothing names. */
export function isWallClock({ start, allDay }: When): boolean {
  return start.kind === 'local' && !start.zone && !allDay;
}
