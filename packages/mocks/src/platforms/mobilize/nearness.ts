import { metresBetween } from '@huddlekit/contract/event-list';
import { MobilizeError } from './answer.ts';
import type { MobilizeEvent } from './event.ts';

interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

const metresPerMile = 1_609.344;

/** Farther than anything on earth: where events without a point stand. */
const nowhere = 25_000;

/**
 * The events in order of distance from a ZIP code, virtual ones too however far. The point of a ZIP code is the mean
 * of those that `known` events have there.
 */
export function nearestFirst(
  events: readonly MobilizeEvent[],
  { zipcode, miles }: { readonly zipcode: string; readonly miles: number | undefined },
  known: readonly MobilizeEvent[],
): MobilizeEvent[] {
  const centre = meanOf(
    known
      .filter(({ location }) => location?.postal_code === zipcode)
      .flatMap((event) => pointOf(event) ?? []),
  );
  if (!centre) throw new MobilizeError(400, { zipcode: ['Enter a valid zipcode.'] });
  return events
    .map((event) => ({ event, distance: milesBetween(centre, pointOf(event)) }))
    .filter(({ event, distance }) => miles === undefined || event.is_virtual || distance <= miles)
    .sort((one, other) => one.distance - other.distance)
    .map(({ event }) => event);
}

function pointOf({ location }: MobilizeEvent): Point | undefined {
  const { latitude, longitude } = location?.location ?? {};
  return latitude != null && longitude != null ? { latitude, longitude } : undefined;
}

function meanOf(points: readonly Point[]): Point | undefined {
  if (points.length === 0) return undefined;
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / points.length;
  return {
    latitude: mean(points.map(({ latitude }) => latitude)),
    longitude: mean(points.map(({ longitude }) => longitude)),
  };
}

function milesBetween(one: Point, other: Point | undefined): number {
  if (!other) return nowhere;
  const metres = metresBetween(one.latitude, one.longitude, other.latitude, other.longitude);
  return metres / metresPerMile;
}
