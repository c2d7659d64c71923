import { wallClock } from '@huddlekit/contract/zoned-time';
import { isTimezone } from '@huddlekit/contract/well-formed';
import { findIana } from 'windows-iana';
import { dayNumber, secondsOfDay } from './calendar-days.ts';
import { property, type Component } from './components.ts';
import { occurrences } from './occurrences.ts';
import { readRule } from './recurrence-rule.ts';
import { readTime } from './time-value.ts';

/** The IANA zone that a TZID of the file means, or undefined where nothing tells. */
export type ZoneOf = (timezoneId: string) => string | undefined;

/** Zones that are tried first for a zone known only by its rules: where most people live. */
const populous = [
  ...['America/New_York', 'America/Chicago', 'America/Denver', 'America/Los_Angeles', 'America/Phoenix'],
  ...[
    'America/Anchorage',
    'Pacific/Honolulu',
    'America/Puerto_Rico',
    'America/Halifax',
    'America/Mexico_City',
  ],
  ...[
    'Europe/London',
    'Europe/Berlin',
    'Europe/Athens',
    'Europe/Moscow',
    'America/Sao_Paulo',
    'Africa/Lagos',
  ],
  ...['Asia/Kolkata', 'Asia/Shanghai', 'Asia/Tokyo', 'Australia/Sydney', 'Pacific/Auckland', 'UTC'],
];

/** How the zones of one file are told. `year` is the one in which rules are compared. */
export function zonesOf(timezones: readonly Component[], year: number): ZoneOf {
  const definitions = new Map(
    timezones.map((component) => [property(component, 'TZID')?.value.trim() ?? '', component]),
  );
  const known = new Map<string, string | undefined>();
  return (id) => {
    if (!known.has(id)) known.set(id, zoneByName(id) ?? zoneByDefinition(definitions.get(id), year));
    return known.get(id);
  };
}

/** A zone by an IANA name, one with something before it, a name of Windows, or an offset. */
export function zoneByName(id: string): string | undefined {
  const name = id.trim().replaceAll(/^["']|["']$/g, '');
  if (/^(Z|GMT|UTC|Etc\/UTC)$/i.test(name)) return 'UTC';
  const own = ianaName(name) ?? ianaName(/[A-Z]\w+\/[A-Z][\w+-]+(?:\/\w+)?$/.exec(name)?.[0] ?? '');
  if (own) return own;
  const [windows] = findIana(name) ?? [];
  return (windows && ianaName(windows)) ?? ianaName(name.replace('-', '/')) ?? zoneByWords(name);
}

/** Zones of the United States as people name them. */
const usual: readonly (readonly [RegExp, string])[] = [
  [/\b(eastern time|eastern standard|EST5EDT|E[SD]?T)\b/i, 'America/New_York'],
  [/\b(central time|central standard|CST6CDT|C[SD]T)\b/i, 'America/Chicago'],
  [/\b(mountain time|mountain standard|MST7MDT|M[SD]T)\b/i, 'America/Denver'],
  [/\b(pacific time|pacific standard|PST8PDT|P[SD]T)\b/i, 'America/Los_Angeles'],
];

/** A zone by what Outlook shows of it: `(UTC+01:00) Amsterdam, Berlin`, `(UTC-05:00) Eastern Time (US & Canada)`. */
function zoneByWords(name: string): string | undefined {
  const city = cityZones().get(
    name
      .split(/[/:,;)]/)
      .map(cityKey)
      .find((key) => cityZones().has(key)) ?? '',
  );
  if (city) return city;
  const named = usual.find(([words]) => words.test(name))?.[1];
  if (named) return named;
  const [, sign = '', hours = ''] = /^\(?(?:UTC|GMT) ?([+-])(\d{1,2})(?::?00)?\)?$/i.exec(name) ?? [];
  // POSIX counts westwards.
  return sign ? ianaName(`Etc/GMT${sign === '+' ? '-' : '+'}${String(Number(hours))}`) : undefined;
}

let cities: Map<string, string> | undefined;

/** Zones by the city in their names. */
function cityZones(): Map<string, string> {
  cities ??= new Map(
    Intl.supportedValuesOf('timeZone').map((zone) => [cityKey(zone.slice(zone.lastIndexOf('/') + 1)), zone]),
  );
  return cities;
}

function cityKey(name: string): string {
  return name.replaceAll('_', ' ').trim().toLowerCase();
}

function ianaName(name: string): string | undefined {
  return isTimezone(name) ? name : undefined;
}

/** A zone by its definition in the file: the place it names, else the zone whose clocks show the same all year. */
function zoneByDefinition(definition: Component | undefined, year: number): string | undefined {
  if (!definition) return undefined;
  const place = property(definition, 'X-LIC-LOCATION')?.value;
  const named = place === undefined ? undefined : zoneByName(place);
  if (named) return named;
  const offsets = offsetsOf(definition, year);
  if (!offsets) return undefined;
  const shown = signature(offsets.map(({ offset }) => offset));
  const instants = offsets.map(({ instant }) => instant);
  return (
    populous.find((zone) => shown === clocks(zone, instants)) ?? zonesByClocks(year, instants).get(shown)
  );
}

const signature = (seconds: readonly number[]): string => seconds.join();

/** How far a zone's clocks are from UTC at some instants. */
function clocks(zone: string, instants: readonly number[]): string {
  return signature(instants.map((instant) => (wallClock(instant, zone) - instant) / 1_000));
}

const byClocks = new Map<number, Map<string, string>>();

/** All zones by what their clocks show in a year. */
function zonesByClocks(year: number, instants: readonly number[]): Map<string, string> {
  let zones = byClocks.get(year);
  if (!zones) {
    zones = new Map(Intl.supportedValuesOf('timeZone').map((zone) => [clocks(zone, instants), zone]));
    byClocks.set(year, zones);
  }
  return zones;
}

interface Offset {
  /** Milliseconds since 1970. */
  readonly instant: number;
  /** Seconds east of UTC. */
  readonly offset: number;
}

/** Months and days between which the world's clocks change: these tell American from European rules. */
const samples = [
  [1, 15],
  [3, 21],
  [4, 15],
  [7, 15],
  [9, 20],
  [10, 15],
  [10, 29],
  [11, 20],
] as const;

function offsetsOf(definition: Component, year: number): Offset[] | undefined {
  const changes = definition.parts
    .flatMap((part) => changesOf(part, year))
    .sort((a, b) => a.instant - b.instant);
  if (changes.length === 0) return undefined;
  return samples.map(([month, day]) => {
    const instant = dayNumber(year, month, day) * secondsOfDay * 1_000;
    const change = changes.findLast((earlier) => earlier.instant <= instant) ?? changes[0];
    return { instant, offset: change?.offset ?? 0 };
  });
}

/** The changes of one observance up to a year's end; of the earlier ones the last is enough. */
function changesOf(part: Component, year: number): Offset[] {
  // Windows begins its rules in 1601; what they said before any event doesn't matter.
  const begun = property(part, 'DTSTART')
    ?.value.trim()
    .replace(/^(?:0\d|1[0-8])\d\d/, '1970');
  const start = readTime(begun ?? '', undefined);
  const to = secondsOf(property(part, 'TZOFFSETTO')?.value);
  if (to === undefined) return [];
  const from = secondsOf(property(part, 'TZOFFSETFROM')?.value) ?? to;
  if (!start) return [{ instant: -Infinity, offset: to }];
  const text = property(part, 'RRULE')?.value;
  const rule = text === undefined ? undefined : readRule(text);
  const locals = [start.local];
  if (rule) {
    const until = rule.until === undefined ? undefined : readTime(rule.until, undefined)?.local;
    const begin = dayNumber(year - 1, 1, 1) * secondsOfDay;
    let steps = 0;
    for (const time of occurrences(rule, { start: start.local, isDate: false, until, from: begin })) {
      if (++steps > 500 || (time ?? 0) >= dayNumber(year + 1, 1, 1) * secondsOfDay) break;
      if (time !== undefined) locals.push(time);
    }
  }
  return locals.map((local) => ({ instant: (local - from) * 1_000, offset: to }));
}

/** Seconds of an offset like `-0500` or `+053000`. */
function secondsOf(text: string | undefined): number | undefined {
  const [, sign, hours = '', minutes = '', seconds = '0'] =
    /^([+-])(\d{2}):?(\d{2})(\d{2})?$/.exec(text?.trim() ?? '') ?? [];
  if (!sign) return undefined;
  const size = Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds);
  return sign === '-' ? -size : size;
}
