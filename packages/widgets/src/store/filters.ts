import type { EventQuery } from '@huddlekit/contract';

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
  /** Days from today on, or null for any date. */
  readonly days: number | null;
  /** Whether events without a place come along. */
  readonly online: boolean;
  readonly order: 'start' | 'distance';
}

/** 50 miles: what most people drive for an evening. */
export const defaultWithin = 80_467;

export const defaultFilters: Filters = { area: null, kinds: [], days: null, online: true, order: 'start' };

const pageSize = 20;
/** Events online are few: one page has them all, and with that their number. */
const onlinePageSize = 50;

/** The hub's queries for these filters: events at a place, and where asked, events online. */
export function queriesOf(filters: Filters, now: Date): { inPerson: EventQuery; online: EventQuery | null } {
  const common: EventQuery = {
    limit: pageSize,
    ...(filters.kinds.length > 0 && { kind: filters.kinds.join() }),
    ...(filters.days !== null && { to: endOfDay(now, filters.days).toISOString() }),
  };
  return {
    inPerson: {
      ...common,
      ...areaQuery(filters.area),
      virtual: 'false',
      ...(filters.order === 'distance' && filters.area?.type === 'near' && { order: 'distance' }),
    },
    online: filters.online ? { ...common, virtual: 'true', limit: onlinePageSize } : null,
  };
}

/** The query for the events nearest to a place, however far. */
export function nearestQuery(filters: Filters, area: NearArea, now: Date): EventQuery {
  const { within: _within, ...query } = queriesOf({ ...filters, area, order: 'distance' }, now).inPerson;
  return { ...query, limit: 3 };
}

/** How many filters, beside the area, hold back events. */
export function narrowing(filters: Filters): number {
  return Number(filters.kinds.length > 0) + Number(filters.days !== null) + Number(!filters.online);
}

function areaQuery(area: Area | null): EventQuery {
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

/** The midnight, by the visitor's clock, that ends the last of so many days. */
function endOfDay(now: Date, days: number): Date {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + days);
}
