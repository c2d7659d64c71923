import type { DateRange, EventFilters, EventQuery } from '@huddlekit/contract';

/** A circle around a place that was searched. */
export interface NearArea {
  readonly type: 'near';
  /** `Chicago, IL`; empty for the visitor's own position. */
  readonly label: string;
  readonly latitude: number;
  readonly longitude: number;
  /** Metres. */
  readonly within: number;
}

/** The part of the map that "Search this area" took; degrees. */
export interface BoundsArea {
  readonly type: 'bounds';
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

export type Area = NearArea | BoundsArea;

/** What the visitor asked to see. */
export interface Filters {
  readonly area: Area | null;
  /** Empty: every kind. */
  readonly kinds: readonly string[];
  /** Dates by each event's own calendar, or null for any. */
  readonly dates: DateRange | null;
  /** Whether events at a place come along; these or those online always do. */
  readonly inPerson: boolean;
  /** Whether events without a place come along. */
  readonly online: boolean;
  /** Tag of a language that is spoken there, or null for any. */
  readonly language: string | null;
  /** Only where a wheelchair can get in. */
  readonly accessible: boolean;
  /** Id of the organization that holds them, or null for all. */
  readonly sponsor: string | null;
  /** Only where places are left. */
  readonly hasRoom: boolean;
  readonly order: 'start' | 'distance';
}

/** 50 miles: what most people drive for an evening. */
export const defaultWithin = 80_467;

/** The filters that "Clear all" sets: everything but the place and the order. */
export const noFilters = {
  kinds: [],
  dates: null,
  inPerson: true,
  online: true,
  language: null,
  accessible: false,
  sponsor: null,
  hasRoom: false,
} as const satisfies Partial<Filters>;

export const defaultFilters: Filters = { area: null, ...noFilters, order: 'start' };

const pageSize = 20;
/** Events online are few: one page has them all, and with that their number. */
const onlinePageSize = 50;

/** The hub's queries for these filters: events at a place and events online, each null where not asked for. */
export function queriesOf(filters: Filters): { inPerson: EventQuery | null; online: EventQuery | null } {
  const isByDistance = filters.order === 'distance' && filters.area?.type === 'near';
  const { inPerson, online } = filtersOf(filters);
  return {
    inPerson: inPerson && { ...inPerson, ...(isByDistance && { order: 'distance' }), limit: pageSize },
    online: online && { ...online, limit: onlinePageSize },
  };
}

/** The same without page and order, for what is counted. */
export function filtersOf(filters: Filters): { inPerson: EventFilters | null; online: EventFilters | null } {
  const common = { ...kindAndDates(filters), ...pinsQuery(filters) };
  return {
    inPerson: filters.inPerson ? { ...common, ...areaQuery(filters.area), virtual: 'false' } : null,
    online: filters.online ? { ...common, virtual: 'true' } : null,
  };
}

/** The filters that a pin knows nothing of: all but place, kind and dates. */
export function pinsQuery({ language, accessible, sponsor, hasRoom }: Filters): EventFilters {
  return {
    ...(language !== null && { language }),
    ...(accessible && { accessible: 'true' }),
    ...(sponsor !== null && { sponsor }),
    ...(hasRoom && { hasRoom: 'true' }),
  };
}

/** The query for the events nearest to a place, however far. */
export function nearestQuery(filters: Filters, area: NearArea): EventQuery {
  const { inPerson } = queriesOf({ ...filters, area, inPerson: true, order: 'distance' });
  const { within: _within, ...query } = inPerson ?? {};
  return { ...query, limit: 3 };
}

/** How many filters, beside the area, hold back events. */
export function narrowing(filters: Filters): number {
  const { kinds, dates, inPerson, online, language, accessible, sponsor, hasRoom } = filters;
  const set = [dates, !(inPerson && online), language, accessible, sponsor, hasRoom];
  return Number(kinds.length > 0) + set.filter(Boolean).length;
}

function kindAndDates({ kinds, dates }: Filters): EventFilters {
  return {
    ...(kinds.length > 0 && { kind: kinds.join() }),
    ...(dates && { fromDate: dates.from, toDate: dates.to }),
  };
}

function areaQuery(area: Area | null): EventFilters {
  if (!area) return {};
  if (area.type === 'near') {
    return { near: `${degrees(area.latitude)},${degrees(area.longitude)}`, within: Math.round(area.within) };
  }
  return { bbox: [area.west, area.south, area.east, area.north].map(degrees).join() };
}

/** Five decimals are a metre; more would only spoil caches. */
export function degrees(value: number): string {
  return String(Number(value.toFixed(5)));
}
