import { defaultFilters, defaultWithin, degrees, type Area, type Filters } from './filters.ts';

const names = ['near', 'place', 'within', 'bbox', 'kind', 'days', 'online', 'order'] as const;
type Name = (typeof names)[number];

/** Filters as `huddle-…` parameters of a page's URL; a value that makes no sense is passed over. */
export function filtersFromUrl(parameters: URLSearchParams): Filters {
  const get = (name: Name): string => parameters.get(`huddle-${name}`) ?? '';
  const days = Number(get('days'));
  return {
    area: areaFrom(get),
    kinds: get('kind').split(',').filter(Boolean),
    days: Number.isInteger(days) && days > 0 && days <= 60 ? days : defaultFilters.days,
    online: get('online') !== 'false',
    order: get('order') === 'distance' ? 'distance' : 'start',
  };
}

/** The URL with these filters in place of the ones it has; everything else in it stays. */
export function urlWithFilters(url: URL, filters: Filters): URL {
  const result = new URL(url);
  for (const name of names) result.searchParams.delete(`huddle-${name}`);
  const set = (name: Name, value: string): void => result.searchParams.set(`huddle-${name}`, value);
  const { area } = filters;
  if (area?.type === 'near') {
    set('near', `${degrees(area.latitude)},${degrees(area.longitude)}`);
    if (area.label) set('place', area.label);
    set('within', String(Math.round(area.within)));
  } else if (area) {
    set('bbox', [area.west, area.south, area.east, area.north].map(degrees).join());
  }
  if (filters.kinds.length > 0) set('kind', filters.kinds.join());
  if (filters.days !== null) set('days', String(filters.days));
  if (!filters.online) set('online', 'false');
  if (filters.order !== defaultFilters.order) set('order', filters.order);
  return result;
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
