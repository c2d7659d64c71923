import type { ConvertContext, Gathering, Steps } from '../conversion.ts';
import { problem, type ProblemCode, type Report } from '../problem.ts';
import { stateCodeOf } from '../regions/state-codes.ts';
import { decode } from '../text/decode.ts';
import { parseAddress } from '../text/postal-address.ts';
import { zoneOfState } from '../zones/state-zones.ts';
import { property, readComponents, type CalendarFile, type Component } from './components.ts';
import { eventOf, idOf, textOf, type Surroundings } from './entry.ts';
import { ownTimezone } from './own-properties.ts';
import { timeslotsOf, type Window } from './series.ts';
import { timeOf, type TimeValue } from './time-value.ts';
import { unfold } from './unfold.ts';
import { zoneByName, zonesOf, type ZoneOf } from './zones.ts';

const day = 86_400_000;

/** An entry, those that change dates of it, and those that an entry of the same id leaves behind. */
interface Group {
  readonly id: string;
  readonly entry: Component;
  readonly changes: readonly Component[];
}

/**
 * Reads a calendar file (RFC 5545) in UTF-8, UTF-16 or Windows-1252. One event a UID; its dates within the coming year
 * are its timeslots. Attendees' and organizers' addresses are never read.
 */
export function* readIcs(bytes: Uint8Array, context: ConvertContext, gathering: Gathering): Steps {
  const text = yield* textOfFile(bytes, gathering);
  if (!/^\s*BEGIN:VCALENDAR/im.test(text)) {
    gathering.problems.push(problem(1, 'unreadable_file'));
    return;
  }
  const file = yield* readComponents(text, gathering);
  if (gathering.rows === 0) gathering.problems.push(problem(1, 'no_events'));
  const now = context.now ?? Date.now();
  const zoneOf = zonesOf(file.timezones, new Date(now).getUTCFullYear());
  const reading: Reading = {
    context,
    calendarName: nameOf(file),
    isCancellation: textOf(file.calendar, 'METHOD').toUpperCase() === 'CANCEL',
    zoneOf,
    calendarZone: zoneByName(textOf(file.calendar, 'X-WR-TIMEZONE')) ?? onlyZone(file, zoneOf),
    window: { from: now - day, to: now + 366 * day },
  };
  for (const group of groupsOf(file.events, gathering)) {
    yield;
    yield* readGroup(group, reading, gathering);
  }
}

interface Reading extends Surroundings {
  readonly zoneOf: ZoneOf;
  readonly calendarZone: string | undefined;
  readonly window: Window;
}

/** The text with its folds undone; what is UTF-16 has no folds in the middle of a character. */
function* textOfFile(bytes: Uint8Array, { problems }: Gathering): Generator<undefined, string> {
  const [first, second] = bytes;
  const isWide = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  const source = isWide ? new TextEncoder().encode(decode(bytes).text) : bytes;
  const { text, isGuess } = decode(yield* unfold(source));
  if (isGuess) problems.push(problem(1, 'guessed_encoding'));
  return text;
}

/** The zone of a file that defines just one. */
function onlyZone({ timezones }: CalendarFile, zoneOf: ZoneOf): string | undefined {
  const [only, ...others] = timezones;
  return only && others.length === 0 ? zoneOf(textOf(only, 'TZID')) : undefined;
}

/** Google names a calendar after its owner's address; that is nobody's organization. */
function nameOf({ calendar }: CalendarFile): string | null {
  const name = textOf(calendar, 'X-WR-CALNAME') || textOf(calendar, 'NAME');
  return name && !name.includes('@') ? name.slice(0, 200) : null;
}

/** Entries by their id, the newest revision of each; the others are reported. */
function groupsOf(entries: readonly Component[], { problems }: Gathering): Group[] {
  const groups: Group[] = [];
  for (const [id, all] of Map.groupBy(entries, idOf)) {
    const whole = all.filter((entry) => !entry.properties.has('RECURRENCE-ID'));
    const changes = newestOf(
      all.filter((entry) => entry.properties.has('RECURRENCE-ID')),
      (entry) => property(entry, 'RECURRENCE-ID')?.value ?? '',
      problems,
    );
    const isParted = whole.some((entry) => entry.properties.has('X-HUDDLEKIT-EVENT'));
    const [entry, ...others] = isParted ? whole : newestOf(whole, () => '', problems);
    if (entry) {
      groups.push({ id, entry, changes: [...others, ...changes] });
      for (const { line } of [...others, ...changes]) problems.push(problem(line, 'changed_occurrence'));
    } else {
      // Dates whose series isn't in the file stand for themselves.
      for (const change of changes)
        groups.push({
          id: `${id}/${property(change, 'RECURRENCE-ID')?.value ?? ''}`,
          entry: change,
          changes: [],
        });
    }
  }
  return groups;
}

/** Of entries with one key the newest by SEQUENCE, then by the time of writing. */
function newestOf(
  entries: readonly Component[],
  keyOf: (entry: Component) => string,
  problems: Gathering['problems'],
): Component[] {
  const newest: Component[] = [];
  for (const same of Map.groupBy(entries, keyOf).values()) {
    const [first, ...older] = same.toSorted(
      (a, b) => rank(b, 'SEQUENCE') - rank(a, 'SEQUENCE') || stamp(b) - stamp(a) || b.line - a.line,
    );
    if (first) newest.push(first);
    for (const { line } of older) problems.push(problem(line, 'older_revision'));
  }
  return newest;
}

function rank(entry: Component, name: string): number {
  return Number(property(entry, name)?.value.trim()) || 0;
}

function stamp(entry: Component): number {
  return (timeOf(property(entry, 'LAST-MODIFIED')) ?? timeOf(property(entry, 'DTSTAMP')))?.local ?? 0;
}

function* readGroup({ id, entry, changes }: Group, reading: Reading, gathering: Gathering): Steps {
  const { events, problems } = gathering;
  const report: Report = (code) => {
    problems.push(problem(entry.line, code));
  };
  if (/^(PRIVATE|CONFIDENTIAL)$/i.test(textOf(entry, 'CLASS'))) return report('private_event');
  if (!textOf(entry, 'SUMMARY')) return report('missing_title');
  const start = timeOf(property(entry, 'DTSTART'));
  if (!start) return report(entry.properties.has('DTSTART') ? 'bad_date' : 'missing_date');
  // What is wrong in detail counts only where the event itself stays.
  const details = new Set<ProblemCode>();
  const later: Report = (code) => {
    details.add(code);
  };
  const timezone = timezoneOf(entry, start, reading, later);
  if (timezone === undefined && !start.isDate && start.zone === undefined) return report('missing_timezone');
  if (timezone === undefined) later('unknown_timezone');
  const clocksOf = ({ zone }: TimeValue): string =>
    (zone === undefined ? undefined : zone === 'UTC' ? 'UTC' : reading.zoneOf(zone)) ?? timezone ?? 'UTC';
  const timeslots = yield* timeslotsOf(entry, changes, clocksOf, reading.window, later);
  if (timeslots.length === 0) return report('outside_window');
  const event = eventOf(entry, { id, timezone: timezone ?? 'UTC', timeslots }, reading, later);
  if (!event.title) return report('missing_title');
  for (const code of details) report(code);
  events.push(event);
}

/** The zone an event is shown in: its own, the calendar's, the source's, or that of its place. */
function timezoneOf(
  entry: Component,
  start: TimeValue,
  { zoneOf, calendarZone, context }: Reading,
  report: Report,
): string | undefined {
  if (start.zone !== undefined && start.zone !== 'UTC') {
    const own = zoneOf(start.zone);
    if (own !== undefined) return own;
    report('bad_timezone');
  }
  return ownTimezone(entry) ?? calendarZone ?? context.timezone ?? zoneOfPlace(entry, context);
}

function zoneOfPlace(entry: Component, { timezoneAt }: ConvertContext): string | undefined {
  const [latitude = NaN, longitude = NaN] = textOf(entry, 'GEO').split(/[;,]/).map(Number);
  if (timezoneAt && Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)
    return timezoneAt(latitude, longitude);
  const state = stateCodeOf(parseAddress(textOf(entry, 'LOCATION')).region);
  return state === undefined ? undefined : zoneOfState(state);
}
