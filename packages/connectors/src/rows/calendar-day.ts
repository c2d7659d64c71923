import { isDay, type DateOrder } from './dates.ts';

/** How days are read that don't say all of themselves. */
export interface DateReading {
  /** The order of numbers where the source tells it; else month first. */
  readonly order?: DateOrder | undefined;
  /** The moment from which a year that isn't written is told, milliseconds since 1970. */
  readonly now: number;
}

/** A day, and what was guessed to tell it. */
export interface ReadDay {
  readonly date: string;
  readonly doubt?: 'ambiguous_date' | 'guessed_year';
}

const monthWords = [
  'jan january enero ene',
  'feb february febrero febr',
  'mar march marzo',
  'apr april abril abr',
  'may mayo',
  'jun june junio',
  'jul july julio',
  'aug august agosto ago',
  'sep september sept septiembre setiembre',
  'oct october octubre',
  'nov november noviembre',
  'dec december diciembre dic',
];
const months = new Map(
  monthWords.flatMap((words, index) => words.split(' ').map((word) => [word, index + 1] as const)),
);
const weekdayWords = [
  'sun sunday domingo dom',
  'mon monday lunes lun',
  'tue tues tuesday martes',
  'wed weds wednesday miercoles mie',
  'thu thur thurs thursday jueves jue',
  'fri friday viernes vie',
  'sat saturday sabado sab',
];
const weekdays = new Map(
  weekdayWords.flatMap((words, index) => words.split(' ').map((word) => [word, index] as const)),
);

const fillers = /\b(?:of|the|on|at|de|del|el|dia|las|la|a)\b|[,;|·@()]/g;
const dayInMs = 86_400_000;

/**
 * Reads a day from a text in small letters without accents and without a time: `june 23rd, 2020`, `sat 6/13`,
 * `23 de junio de 2020`, `4.3.2026`. Undefined where it is none.
 */
export function readDay(text: string, reading: DateReading): ReadDay | undefined {
  let weekday: number | undefined;
  const words = text
    .replaceAll(fillers, ' ')
    .replaceAll(/(\d)(?:st|nd|rd|th|º|°|t)(?=\s|$)/g, '$1')
    .replaceAll(/[a-z]+/g, (word) => {
      weekday ??= weekdays.get(word);
      return weekdays.has(word) ? '' : word;
    })
    .replaceAll(/^[\s.–—-]+|[\s.–—-]+$/g, '')
    .replaceAll(/\.?\s+/g, ' ');
  return ofNumbers(words, reading, weekday) ?? ofWords(words, reading, weekday);
}

function ofNumbers(text: string, reading: DateReading, weekday: number | undefined): ReadDay | undefined {
  const [, year, , month = '', day = ''] = /^(\d{4})([-/. ])(\d{1,2})\2(\d{1,2})$/.exec(text) ?? [];
  if (year) return dayOf(year, month, day);
  const [, first = '', sign, second = '', last] =
    /^(\d{1,2})([-/. ])(\d{1,2})(?:\2'?(\d{4}|\d{2}))?$/.exec(text) ?? [];
  if (!sign) return undefined;
  const { order } = reading;
  if (order === 'ymd' && last?.length === 2) return dayOf(first, second, last);
  if (Number(first) > 12) return yearly(second, first, last, reading, weekday);
  if (Number(second) > 12) return yearly(first, second, last, reading, weekday);
  const settled = last === undefined ? undefined : settledBy(weekday, first, second, last);
  if (settled) return settled;
  // With points nobody writes the month first.
  const isDayFirst = order === 'dmy' || (order !== 'mdy' && sign === '.');
  const read = isDayFirst
    ? yearly(second, first, last, reading, weekday)
    : yearly(first, second, last, reading, weekday);
  const isOpen = (order === undefined || order === 'ymd') && sign !== '.' && Number(first) !== Number(second);
  return read && isOpen ? { ...read, doubt: 'ambiguous_date' } : read;
}

/** The one of two readings that falls on the weekday beside it. */
function settledBy(
  weekday: number | undefined,
  first: string,
  second: string,
  year: string,
): ReadDay | undefined {
  const days = [dayOf(year, first, second), dayOf(year, second, first)].filter((day) => day !== undefined);
  const fitting = days.filter(({ date }) => new Date(date).getUTCDay() === weekday);
  return fitting.length === 1 ? fitting[0] : undefined;
}

function ofWords(text: string, reading: DateReading, weekday: number | undefined): ReadDay | undefined {
  const [, before, middle = '', after, year] =
    /^(?:(\d{1,2}|\d{4})[ /.-]?)?([a-z]{3,10})(?:[ /.-]?(\d{1,2}))?(?:[ /.-]+'?(\d{4}|\d{2}))?$/.exec(text) ??
    [];
  const month = months.get(middle);
  if (month === undefined) return undefined;
  if (before?.length === 4) return after && !year ? dayOf(before, String(month), after) : undefined;
  // In `23 jun 20` the last number was taken for a day.
  if (before)
    return year && after ? undefined : yearly(String(month), before, year ?? after, reading, weekday);
  return after ? yearly(String(month), after, year, reading, weekday) : undefined;
}

/** A day of the year that is written, else of the likeliest: that of its weekday, else the next one. */
function yearly(
  month: string,
  day: string,
  year: string | undefined,
  { now }: DateReading,
  weekday: number | undefined,
): ReadDay | undefined {
  if (year) return dayOf(year, month, day);
  const current = new Date(now).getUTCFullYear();
  const days = [-1, 0, 1, 2, 3, 4, 5]
    .map((step) => dayOf(String(current + step), month, day))
    .filter((one) => one !== undefined)
    .map((one) => ({ ...one, at: Date.parse(one.date) }))
    .filter(({ at }) => weekday === undefined || new Date(at).getUTCDay() === weekday)
    .filter(({ at }) => at > now - (weekday === undefined ? 60 : 366) * dayInMs);
  // Of a list with weekdays the nearest year that has them is meant.
  const nearest = (at: number): number => Math.abs(at - now);
  const best =
    weekday === undefined ? days[0] : days.sort((one, other) => nearest(one.at) - nearest(other.at))[0];
  return best && { date: best.date, doubt: 'guessed_year' };
}

function dayOf(year: string, month: string, day: string): ReadDay | undefined {
  const whole = year.length === 2 ? (Number(year) < 70 ? `20${year}` : `19${year}`) : year;
  const date = `${whole}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(date) ? { date } : undefined;
}
