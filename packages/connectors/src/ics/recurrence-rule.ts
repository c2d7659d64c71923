export type Frequency = 'YEARLY' | 'MONTHLY' | 'WEEKLY' | 'DAILY' | 'HOURLY' | 'MINUTELY' | 'SECONDLY';

/** A weekday, 0 for Sunday, and which of its month or year it is: -1 is the last, 0 each. */
export interface WeekdayNumber {
  readonly weekday: number;
  readonly nth: number;
}

/** A recurrence rule (RFC 5545, 3.3.10). Lists are sorted and without doubles; an empty one says nothing. */
export interface RecurrenceRule {
  readonly frequency: Frequency;
  readonly interval: number;
  readonly count: number | undefined;
  /** As it is written: a date, a local time, or a UTC time ending in `Z`. */
  readonly until: string | undefined;
  readonly weekStart: number;
  readonly months: readonly number[];
  readonly weekNumbers: readonly number[];
  readonly yearDays: readonly number[];
  readonly monthDays: readonly number[];
  readonly weekdays: readonly WeekdayNumber[];
  readonly hours: readonly number[];
  readonly minutes: readonly number[];
  readonly seconds: readonly number[];
  readonly positions: readonly number[];
}

const frequencies = new Set(['YEARLY', 'MONTHLY', 'WEEKLY', 'DAILY', 'HOURLY', 'MINUTELY', 'SECONDLY']);
const weekdayNames = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
const known =
  /^(FREQ|INTERVAL|COUNT|UNTIL|WKST|BYMONTH|BYWEEKNO|BYYEARDAY|BYMONTHDAY|BYDAY|BYHOUR|BYMINUTE|BYSECOND|BYSETPOS|X-.*)$/;

/** Reads a rule; undefined where it isn't one, or says something that isn't known. */
export function readRule(text: string): RecurrenceRule | undefined {
  if (text.length > 10_000) return undefined;
  const parts = new Map<string, string>();
  for (const part of text.toUpperCase().split(';')) {
    if (!part.trim()) continue;
    const [name = '', value = ''] = part.split('=', 2).map((piece) => piece.trim());
    if (!known.test(name) || value === '') return undefined;
    parts.set(name, value);
  }
  const frequency = parts.get('FREQ') ?? '';
  const rule = {
    frequency: frequency as Frequency,
    interval: whole(parts.get('INTERVAL') ?? '1', 1, 1_000_000),
    count: parts.has('COUNT') ? whole(parts.get('COUNT') ?? '', 1, 1e9) : undefined,
    until: parts.get('UNTIL'),
    weekStart: weekdayNames.indexOf(parts.get('WKST') ?? 'MO'),
    months: numbers(parts.get('BYMONTH'), 1, 12),
    weekNumbers: numbers(parts.get('BYWEEKNO'), 1, 53, true),
    yearDays: numbers(parts.get('BYYEARDAY'), 1, 366, true),
    monthDays: numbers(parts.get('BYMONTHDAY'), 1, 31, true),
    weekdays: weekdays(parts.get('BYDAY')),
    hours: numbers(parts.get('BYHOUR'), 0, 23),
    minutes: numbers(parts.get('BYMINUTE'), 0, 59),
    // A leap second is the minute's last to calendars.
    seconds: numbers(parts.get('BYSECOND')?.replaceAll('60', '59'), 0, 59),
    positions: numbers(parts.get('BYSETPOS'), 1, 32_000_000, true),
  };
  const isRead = Object.values(rule).every((value) => value !== null) && rule.weekStart >= 0;
  const isUntil = rule.until === undefined || /^\d{8}(T\d{6}Z?)?$/.test(rule.until);
  return isRead && isUntil && frequencies.has(frequency) ? (rule as RecurrenceRule) : undefined;
}

function whole(text: string, least: number, most: number): number | null {
  const number = /^\+?\d{1,10}$/.test(text) ? Number(text) : NaN;
  return number >= least && number <= most ? number : null;
}

/** A list of numbers, sorted; `isSigned` lets them count from the end too. Null where one isn't allowed. */
function numbers(text: string | undefined, least: number, most: number, isSigned = false): number[] | null {
  if (text === undefined) return [];
  const list = text.split(',').map((item) => (/^[+-]?\d{1,8}$/.test(item.trim()) ? Number(item) : NaN));
  const isFine = list.every((number) => {
    const size = isSigned ? Math.abs(number) : number;
    return size >= least && size <= most;
  });
  return isFine ? [...new Set(list)].sort((a, b) => a - b) : null;
}

function weekdays(text: string | undefined): WeekdayNumber[] | null {
  if (text === undefined) return [];
  const list = new Map<string, WeekdayNumber>();
  for (const item of text.split(',')) {
    const [, nth = '', name = ''] = /^([+-]?\d{1,2})?(SU|MO|TU|WE|TH|FR|SA)$/.exec(item.trim()) ?? [];
    const number = Number(nth || 0);
    if (!name || Math.abs(number) > 53) return null;
    list.set(`${String(number)}${name}`, { weekday: weekdayNames.indexOf(name), nth: number });
  }
  return [...list.values()];
}
