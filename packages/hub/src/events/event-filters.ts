import type { EventFilters } from '@huddlekit/contract';
import { expressionBuilder, sql, type Expression, type RawBuilder, type SqlBool } from 'kysely';
import { earthRadius } from '@huddlekit/contract/event-list';
import type { PublicSchema } from '../storage/schema.ts';
import { ProblemError } from '../server/problem-error.ts';
import { folded } from './words.ts';

export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

/** `latitude,longitude` of a query. */
export function pointOf(text: string): Point {
  const [latitude = 0, longitude = 0] = text.split(',').map(Number);
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180)
    throw queryError('near', 'Give latitude,longitude in degrees');
  return { latitude, longitude };
}

/** Metres from a point to the public point of an event. */
export function distanceTo({ latitude, longitude }: Point, distanceFunction: string): RawBuilder<number> {
  return sql<number>`${sql.raw(distanceFunction)}(events.latitude, events.longitude, ${latitude}, ${longitude})`;
}

const where = expressionBuilder<PublicSchema, 'events'>();

/** The conditions of a query on events; the list and the map use the same, so they never disagree. */
export function eventConditions(
  filters: EventFilters,
  distanceFunction: string,
  withCancelled = false,
): Expression<SqlBool>[] {
  const conditions: Expression<SqlBool>[] = withCancelled
    ? // What is cancelled and has no approval never was public, or was taken down.
      [where('events.status', 'in', ['confirmed', 'cancelled']), where('events.approvedAt', 'is not', null)]
    : [where('events.status', '=', 'confirmed')];
  if (filters.near !== undefined && filters.within !== undefined) {
    conditions.push(...around(pointOf(filters.near), filters.within, distanceFunction));
  }
  if (filters.bbox !== undefined) conditions.push(...inside(filters.bbox));
  if (filters.kind !== undefined) conditions.push(where('events.kind', 'in', filters.kind.split(',')));
  if (filters.sponsor !== undefined) conditions.push(where('events.sponsorId', '=', filters.sponsor));
  if (filters.language !== undefined) {
    const [base = ''] = filters.language.split('-');
    conditions.push(
      where.or([
        where('events.languagesJson', 'like', `%"${base}"%`),
        where('events.languagesJson', 'like', `%"${base}-%`),
      ]),
    );
  }
  if (filters.accessible === 'true') conditions.push(where('events.wheelchair', '=', 1));
  conditions.push(...hasWords(filters.q ?? ''));
  if (filters.pins !== undefined)
    conditions.push(where('events.pin', 'in', filters.pins.split(',').map(Number)));
  return conditions;
}

/** The conditions that an event has all the words searched. */
export function hasWords(words: string): Expression<SqlBool>[] {
  return folded(words)
    .split(' ')
    .filter(Boolean)
    .map((word) => sql<SqlBool>`events.words like ${`%${word.replaceAll(/[\\%_]/g, '\\$&')}%`} escape '\\'`);
}

function around(point: Point, metres: number, distanceFunction: string): Expression<SqlBool>[] {
  const degrees = (metres / earthRadius) * (180 / Math.PI);
  return [
    // The band of latitudes spares most events the trigonometry.
    where.between('events.latitude', point.latitude - degrees, point.latitude + degrees),
    where(distanceTo(point, distanceFunction), '<=', metres),
  ];
}

/** A part of the map, in degrees; `west` is the greater where it crosses the antimeridian. */
export interface Bounds {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** `west,south,east,north` of a query. @throws ProblemError */
export function boundsOf(bbox: string): Bounds {
  const [west = 0, south = 0, east = 0, north = 0] = bbox.split(',').map(Number);
  if (
    south > north ||
    Math.abs(south) > 90 ||
    Math.abs(north) > 90 ||
    Math.abs(west) > 180 ||
    Math.abs(east) > 180
  ) {
    throw queryError('bbox', 'Give west,south,east,north in degrees, south below north');
  }
  return { west, south, east, north };
}

function inside(bbox: string): Expression<SqlBool>[] {
  const { west, south, east, north } = boundsOf(bbox);
  return [
    where.between('events.latitude', south, north),
    west <= east
      ? where.between('events.longitude', west, east)
      : where.or([where('events.longitude', '>=', west), where('events.longitude', '<=', east)]),
  ];
}

/** A problem with one value of the query. */
export function queryError(name: string, message: string): ProblemError {
  return new ProblemError('bad_request', [{ pointer: `?${name}`, code: 'invalid_format', message }]);
}
