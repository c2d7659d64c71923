import type { DateRange } from '@huddlekit/contract';
import { datePresets, isDate, localDate, presetDates } from './dates.ts';
import { defaultFilters, defaultWithin, degrees, type Area, type Filters } from './filters.ts';

const names = [
  'near',
  'place',
  'within',
  'bbox',
  'kind',
  'dates',
  'online',
  'language',
  'accessible',
  'sponsor',
  'room',
  'order',
] as const;
type Name = (typeof names)[number];

/**
 * Filters as `huddle-…` parameters of a page's URL; a value that makes no sense is passed over, and so are dates that
 * went by. `huddle-dates` is `2026-11-27..2026-11-29`, or `today`, `weekend` or `twoWeeks` as counted from `now`.
 */
export function filtersFromUrl(parameters: URLSearchParams, now: Date): Filters {
  const get = (name: Name): string => parameters.get(`huddle-${name}`) ?? '';
  return {
    area: areaFrom(get),
    kinds: kindsFrom(get('kind')),
    dates: datesFrom(get('dates'), now),
    inPerson: get('online') !== 'only',
    online: get('online') !== 'false',
    language: /^[a-z]{2,3}(-[a-z\d]{2,8})*$/i.test(get('language')) ? get('language') : null,
    accessible: get('accessible') === 'true',
    sponsor: get('sponsor').length <= 100 ? get('sponsor') || null : null,
    hasRoom: get('room') === 'true',
    order: get('order') === 'distance' ? 'distance' : 'start',
  };
}

/** The URL with these filters in place of the ones it has; everything else in it stays. */
export function urlWithFilters(url: URL, filters: Filters): URL {
  const result = new URL(url);
  for (const name of names) result.searchParams.delete(`huddle-${name}`);
  const set = (name: Name, value: string): void => result.searchParams.set(`huddle-${name}`, value);
  const { area, kinds, dates, language, sponsor } = filters;
  if (area?.type === 'near') {
    set('near', `${degrees(area.latitude)},${degrees(area.longitude)}`);
    if (area.label) set('place', area.label);
    set('within', String(Math.round(area.within)));
  } else if (area) {
    set('bbox', [area.west, area.south, area.east, area.north].map(degrees).join());
  }
  if (kinds.length > 0) set('kind', kinds.join());
  if (dates) set('dates', `${dates.from}..${dates.to}`);
  if (!filters.online) set('online', 'false');
  if (!filters.inPerson) set('online', 'only');
  if (language) set('language', language);
  if (filters.accessible) set('accessible', 'true');
  if (sponsor) set('sponsor', sponsor);
  if (filters.hasRoom) set('room', 'true');
  if (filters.order !== defaultFilters.order) set('order', filters.order);
  return result;
}

function kindsFrom(text: string): readonly string[] {
  const kinds = text.split(',').filter((kind) => /^[a-z][a-z-]{0,39}$/.test(kind));
  // Longer than all kinds there are together, and than the wire takes.
  return text.length <= 200 ? [...new Set(kinds)] : [];
}

function datesFrom(text: string, now: Date): DateRange | null {
  const preset = datePresets.find((name) => name === text);
  if (preset) return presetDates(preset, now);
  const [from = '', to = '', ...rest] = text.split('..');
  const isRange = rest.length === 0 && isDate(from) && isDate(to) && from <= to;
  return isRange && to >= localDate(now) ? { from, to } : null;
}

function areaFrom(get: (name: Name) => string): Area | null {
  const [latitude, longitude] = numbers(get('near'), 2) ?? [];
  if (isLatitude(latitude) && isLongitude(longitude)) {
    const within = Number(get('within'));
    return {
      type: 'near',
      label: get('place').slice(0, 100),
      latitude,
      longitude,
      within: within > 0 && within <= 20_000_000 ? within : defaultWithin,
    };
  }
  const [west, south, east, north] = numbers(get('bbox'), 4) ?? [];
  return isLongitude(west) && isLatitude(south) && isLongitude(east) && isLatitude(north) && south < north
    ? { type: 'bounds', west, south, east, north }
    : null;
}

function numbers(text: string, count: number): number[] | null {
  const values = text.split(',').map((part) => (part.trim() ? Number(part) : Number.NaN));
  return values.length === count && values.every(Number.isFinite) ? values : null;
}

function isLatitude(value: number | undefined): value is number {
  return value !== undefined && Math.abs(value) <= 90;
}

function isLongitude(value: number | undefined): value is number {
  return value !== undefined && Math.abs(value) <= 180;
}
