import { instantOfWallClock, wallClock } from '@huddlekit/contract/zoned-time';

const day = 86_400_000;

/** Milliseconds that a zone's clocks are ahead of UTC on days (UTC, since 1970) on which that doesn't change. */
const offsets = new Map<string, Map<number, number | null>>();

/** The instant, in milliseconds since 1970, at which a zone's clocks show a reading; see `instantOfWallClock`. */
export function instantOf(wall: number, timezone: string): number {
  if (timezone === 'UTC') return wall;
  // Asking a zone's clocks costs some microseconds, and a series asks for hundreds of days.
  const today = Math.floor(wall / day);
  const [before, after] = [offsetOn(today - 1, timezone), offsetOn(today + 1, timezone)];
  return before !== null && before === after && before === offsetOn(today, timezone)
    ? wall - before
    : instantOfWallClock(wall, timezone);
}

function offsetOn(date: number, timezone: string): number | null {
  const known = offsets.get(timezone) ?? new Map<number, number | null>();
  offsets.set(timezone, known);
  let offset = known.get(date);
  if (offset === undefined) {
    const [first, last] = [date * day, (date + 1) * day].map(
      (instant) => wallClock(instant, timezone) - instant,
    );
    offset = first !== undefined && first === last ? first : null;
    if (known.size > 20_000) known.clear();
    known.set(date, offset);
  }
  return offset;
}
