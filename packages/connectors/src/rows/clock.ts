import { zoneWordOf, type ZoneWord } from '../zones/zone-words.ts';

/** A time of day as somebody wrote it: `HH:MM`, with the zone or the minutes ahead of UTC where they stand beside it. */
export interface Clock {
  readonly time: string;
  readonly zone?: ZoneWord;
  readonly offset?: number;
}

type Beside = Pick<Clock, 'zone' | 'offset'>;

/** A time of day or a span of two, found in a text, and what is left of the text without it. */
export interface FoundClock {
  readonly start: Clock;
  readonly end?: Clock;
  readonly rest: string;
}

const clock = String.raw`(?:\d{1,2}(?:[:.h]\d{2})?(?::\d{2}(?:\.\d{1,9})?)?\s?h?(?:\s?[ap]\.?\s?m\b\.?)?|(?:12 )?noon|(?:12 )?midnight|mediodia|medianoche)`;
const between = String.raw`\s?(?:-|–|—|\bto\b|\buntil\b|\btill?\b|\bhasta(?: las)?\b|\ba(?: las)?\b)\s?`;
const lead = String.raw`(?<=^|[\s,;|·@(-]|\dt)`;
const trail = String.raw`(?=$|[\s,;)a-z+-])`;

const span = new RegExp(`${lead}(${clock})${between}(${clock})${trail}`);
const single = new RegExp(`${lead}(${clock})${trail}`, 'g');
const zone =
  /^\s?\(?((?:z|utc|gmt)\b\s?(?:[+-]\d{1,2}(?::?\d{2})?)?|[+-]\d{2}:?\d{2}\b|[a-z]+ (?:standard |daylight )?time\b|[a-z]{2,4}\b)\)?/;

/**
 * Finds times of day in a text in small letters without accents, in every way the text may be taken; the likelier
 * reading first. A bare number is only a time within a span, `7-9pm`.
 */
export function* clocksIn(text: string): Generator<FoundClock> {
  const spanned = span.exec(text);
  if (spanned) {
    const [whole, first = '', last = ''] = spanned;
    const { near, rest } = parted(text, spanned.index, whole);
    const end = timeOf(last);
    const start = earlierOf(first, last);
    if (start && end && (isMarked(first) || isMarked(last)))
      yield { start: { time: start, ...near }, end: { time: end, ...near }, rest };
  }
  for (const match of text.matchAll(single)) {
    const { near, rest } = parted(text, match.index, match[0]);
    const time = isMarked(match[0]) ? timeOf(match[0]) : undefined;
    if (time) yield { start: { time, ...near }, rest };
  }
}

/** What stands around a time, and the zone right behind it. */
function parted(text: string, index: number, whole: string): { near: Beside; rest: string } {
  const after = text.slice(index + whole.length);
  const [beside = '', letters = ''] = zone.exec(after) ?? [];
  const near = letters ? readZone(letters) : undefined;
  return { near: near ?? {}, rest: `${text.slice(0, index)} ${near ? after.slice(beside.length) : after}` };
}

/** Whether digits are a time and not a day or a year: they have a colon, an h or a half of the day. */
function isMarked(text: string): boolean {
  return /[:hapn]|mediodia/.test(text);
}

/** The first time of a span; the later one lends it its half of the day: 7-9pm. 11-1pm begins before noon. */
function earlierOf(text: string, later: string): string | undefined {
  const half = /([ap])\.?\s?m/.exec(later)?.[1];
  const end = timeOf(later);
  if (!half || !end || /[apn]/.test(text)) return timeOf(text);
  const same = timeOf(`${text}${half}m`);
  return same === undefined || same < end ? (same ?? timeOf(text)) : timeOf(`${text}am`);
}

function timeOf(text: string): string | undefined {
  if (/noon|mediodia/.test(text)) return '12:00';
  if (/midnight|medianoche/.test(text)) return '00:00';
  const [, hours = '', minutes = '0', half] =
    /^(\d{1,2})(?:[:.h](\d{2}))?(?::\d{2}(?:\.\d+)?)?\s?h?(?:\s?([ap])\.?\s?m\.?)?$/.exec(text) ?? [];
  if (hours === '' || Number(minutes) > 59) return undefined;
  const hour = Number(hours);
  if (!half) return hour < 24 ? written(hour, Number(minutes)) : undefined;
  // 19:30 PM is nobody's slip but a half of the day too many.
  if (hour > 12) return half === 'p' && hour < 24 ? written(hour, Number(minutes)) : undefined;
  return hour === 0 ? undefined : written((hour % 12) + (half === 'p' ? 12 : 0), Number(minutes));
}

function written(hour: number, minute: number): string {
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/** A zone's letters or the hours ahead of UTC: `EST`, `Z`, `GMT-6`, `+05:30`. */
function readZone(text: string): Beside | undefined {
  const [isOffset, sign, hours = '0', minutes = '0'] =
    /^(?:z|utc|gmt)?\s?(?:([+-])(\d{1,2})(?::?(\d{2}))?)?$/.exec(text.trim()) ?? [];
  if (isOffset) {
    const offset = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
    return Math.abs(offset) <= 14 * 60 && Number(minutes) < 60 ? { offset } : undefined;
  }
  const word = zoneWordOf(text);
  return word && { zone: word };
}
