import { createId } from '../source-id.ts';
import type { ImportedEvent } from '../imported-event.ts';
import { problem, type ConvertProblem } from '../problem.ts';
import { isInState } from '../regions/us-states.ts';
import { isState, zoneOfRegion } from '../zones/region-zones.ts';
import type { Column } from './columns.ts';
import { endOf, readDate, startOf, type SourceDate } from './dates.ts';
import { kindOf } from './kinds.ts';

export type Row = { readonly [Name in Column]?: string };

/** What a conversion asks of its surroundings. */
export interface ConvertContext {
  /** The IANA zone at a point. */
  readonly timezoneAt: (latitude: number, longitude: number) => string;
}

const online = /^(online|virtual|remote|internet)$/i;

/** The event of a row, or undefined where it has no title or no date. What is wrong goes to `problems`. */
export function eventOfRow(
  row: Row,
  line: number,
  { timezoneAt }: ConvertContext,
  problems: ConvertProblem[],
): ImportedEvent | undefined {
  const title = row.title ?? '';
  const start = readDate(row.start ?? '');
  if (!title || !start) {
    problems.push(problem(line, !title ? 'missing_title' : row.start ? 'bad_date' : 'missing_date'));
    return undefined;
  }
  const isVirtual = [row.locality, row.venue].some((text) => online.test(text ?? ''));
  const point = isVirtual ? undefined : pointOf(row, line, problems);
  const timezone = zoneOf(row, point, timezoneAt) ?? 'UTC';
  // A whole day of no zone has no true start; an instant has, and only its clock time is unsure.
  if (!zoneOf(row, point, timezoneAt)) problems.push(problem(line, 'unknown_timezone'));
  const tags = (row.tags ?? '')
    .split(/[;,]/)
    .map((tag) => tag.trim())
    .filter(Boolean);
  return {
    kind: kindOf(row.tags ?? '', title),
    title: title.slice(0, 200),
    summary: '',
    description: row.description ?? '',
    sponsor: row.organization ? { id: null, name: row.organization, url: null } : null,
    hostName: null,
    timezone,
    timeslots: [timeslotOf(start, row.end ?? '', timezone, line, problems)],
    location: locationOf(row, isVirtual, point),
    isVirtual,
    languages: [],
    accessibility: { wheelchair: null, asl: null, captions: null, notes: null },
    capacity: null,
    guestsPerRsvp: 5,
    links: { toolkit: null, safety: null, overview: null },
    tags,
    browserUrl: urlOf(row, line, problems),
    source: {
      system: row.source || 'csv',
      id: row.id || createId([title, row.start, row.locality, row.region, row.venue]),
      organization: row.organization || null,
      url: null,
    },
    series: null,
  };
}

interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

function pointOf(row: Row, line: number, problems: ConvertProblem[]): Point | undefined {
  const { latitude: north = '', longitude: east = '', region = '' } = row;
  if (!north && !east) {
    problems.push(problem(line, row.locality || row.postalCode ? 'missing_point' : 'missing_place'));
    return undefined;
  }
  const point = { latitude: Number(north), longitude: Number(east) };
  const isOnEarth =
    north !== '' && east !== '' && Math.abs(point.latitude) <= 90 && Math.abs(point.longitude) <= 180;
  if (!isOnEarth || (point.latitude === 0 && point.longitude === 0)) {
    problems.push(problem(line, 'bad_coordinates'));
    return undefined;
  }
  if (!region || !isUnitedStates(row)) return point;
  const inside = isInState(region, point.latitude, point.longitude);
  if (inside === undefined) problems.push(problem(line, 'unknown_region'));
  if (inside === false) problems.push(problem(line, 'place_outside_region'));
  return inside === false ? undefined : point;
}

function zoneOf(
  row: Row,
  point: Point | undefined,
  timezoneAt: ConvertContext['timezoneAt'],
): string | undefined {
  if (row.timezone && isZone(row.timezone)) return row.timezone;
  if (point) return timezoneAt(point.latitude, point.longitude);
  return zoneOfRegion(row.region ?? '', row.country ?? '');
}

function timeslotOf(
  start: SourceDate,
  endText: string,
  timezone: string,
  line: number,
  problems: ConvertProblem[],
): ImportedEvent['timeslots'][number] {
  const startAt = startOf(start, timezone);
  const isDay = start.kind === 'day';
  const end = readDate(endText);
  let endAt = end ? endOf(end, timezone) : isDay ? endOf(start, timezone) : null;
  if (endText && (endAt === null || !end || endAt <= startAt)) {
    problems.push(problem(line, 'bad_end_date'));
    endAt = isDay ? endOf(start, timezone) : null;
  }
  return {
    startDate: instantOf(startAt),
    endDate: endAt === null ? null : instantOf(endAt),
    allDay: isDay,
    capacity: null,
  };
}

function locationOf(row: Row, isVirtual: boolean, point: Point | undefined): ImportedEvent['location'] {
  const { venue, address, locality, region, postalCode, country } = row;
  if (!isVirtual && !point && ![venue, address, locality, region, postalCode, country].some(Boolean))
    return null;
  return {
    kind: isVirtual ? 'online' : 'community',
    venue: isVirtual ? null : venue || null,
    addressLines: address ? [address] : [],
    locality: isVirtual ? null : locality || null,
    region: region || null,
    postalCode: postalCode || null,
    country: country || null,
    latitude: point?.latitude ?? null,
    longitude: point?.longitude ?? null,
    // Without a venue or street the point can only be that of the town.
    precision: !point ? 'hidden' : venue || address ? 'exact' : 'locality',
  };
}

function urlOf({ url }: Row, line: number, problems: ConvertProblem[]): string | null {
  if (!url) return null;
  if (/^https?:\/\//i.test(url) && URL.canParse(url)) return url;
  problems.push(problem(line, 'bad_url'));
  return null;
}

function isUnitedStates({ country = '', region = '' }: Row): boolean {
  return /^(US|USA|U\.S\.A\.|United States)$/i.test(country) || (country === '' && isState(region));
}

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

function instantOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace('.000Z', 'Z');
}
