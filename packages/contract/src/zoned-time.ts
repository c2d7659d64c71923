const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(timezone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(timezone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-US', {
      timeZone: timezone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    formatters.set(timezone, formatter);
  }
  return formatter;
}

/** A wall clock's reading: `date` as `YYYY-MM-DD`, `time` as `HH:MM`. */
export interface LocalDateTime {
  readonly date: string;
  readonly time: string;
}

/** What clocks in a zone show at an instant (milliseconds since 1970). */
export function localDateTime(instant: number, timezone: string): LocalDateTime {
  const wall = new Date(wallClock(instant, timezone)).toISOString();
  return { date: wall.slice(0, 10), time: wall.slice(11, 16) };
}

/**
 * The instant, in milliseconds since 1970, at which clocks in a zone show a date and time. A reading that comes
 * twice (clocks go back) means the first; one that is left out (clocks go forward) moves on by the gap, as
 * RFC 5545 reads it.
 */
export function zonedInstant({ date, time }: LocalDateTime, timezone: string): number {
  return instantOfWallClock(Date.parse(`${date}T${time}:00Z`), timezone);
}

/**
 * Every instant at which clocks in a zone show a date and time, earlier first: none where clocks go forward over it,
 * two where they go back over it.
 */
export function zonedInstants({ date, time }: LocalDateTime, timezone: string): number[] {
  return instantsOfWallClock(Date.parse(`${date}T${time}:00Z`), timezone).found;
}

/** The same for a reading given as the milliseconds since 1970 it would be in UTC. */
export function instantOfWallClock(wall: number, timezone: string): number {
  const { found, shifted } = instantsOfWallClock(wall, timezone);
  return found[0] ?? shifted;
}

/** `shifted` stands for a reading that is left out. */
function instantsOfWallClock(wall: number, timezone: string): { found: number[]; shifted: number } {
  const day = 86_400_000;
  const offsets = [wall - day, wall + day].map((instant) => wallClock(instant, timezone) - instant);
  const candidates = new Set(offsets.map((offset) => wall - offset));
  return {
    found: [...candidates].filter((instant) => wallClock(instant, timezone) === wall).sort((a, b) => a - b),
    shifted: wall - (offsets[0] ?? 0),
  };
}

/** The date `days` after a date. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The reading of a zone's clocks at an instant, as the milliseconds since 1970 it would be in UTC. */
export function wallClock(instant: number, timezone: string): number {
  const parts: Record<string, string> = {};
  for (const { type, value } of formatterOf(timezone).formatToParts(instant)) parts[type] = value;
  const { year = '', month = '', day = '', hour = '', minute = '', second = '' } = parts;
  return Date.parse(`${year.padStart(4, '0')}-${month}-${day}T${hour}:${minute}:${second}Z`);
}
