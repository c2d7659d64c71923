import type { ConvertContext } from '../conversion.ts';
import type { ImportedEvent } from '../imported-event.ts';
import type { ProblemCode } from '../problem.ts';
import { stateCodeOf } from '../regions/state-codes.ts';
import { isInState } from '../regions/us-states.ts';
import { zoneOfCountry } from '../zones/country-zones.ts';
import { zoneOfState } from '../zones/state-zones.ts';
import type { Row } from './row.ts';

export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

/** Where a row says it takes place. `state` is the postal code of a US state. */
export interface RowPlace {
  readonly locality: string;
  readonly region: string;
  readonly state: string | undefined;
  readonly isVirtual: boolean;
  /** Whether anything but `Online` is named. */
  readonly isSomewhere: boolean;
}

const unitedStates = /^(US|USA|U\.S\.|U\.S\.A\.|United States|United States of America)$/i;
const online = /^(online|virtual|remote|internet)$/i;

/** Reads town and state, also of `Seattle, WA` or `Boise, ID, virtual` in one cell, and whether it is held online. */
export function placeOf(row: Row, tags: readonly string[]): RowPlace {
  const {
    locality: written = '',
    venue = '',
    address = '',
    postalCode = '',
    latitude = '',
    country = '',
  } = row;
  const parts = written.split(',').map((part) => part.trim());
  const town = parts.filter((part) => !online.test(part)).join(', ');
  const isUnitedStates = country === '' || unitedStates.test(country);
  const [, name = '', after = ''] = /^(.+?)\s*,\s*([^,]+)$/.exec(town) ?? [];
  const partedState = isUnitedStates && !row.region ? stateCodeOf(after) : undefined;
  const locality = partedState ? name : town;
  const region = row.region || (partedState ?? '');
  return {
    locality,
    region,
    state: isUnitedStates ? stateCodeOf(region) : undefined,
    isVirtual: [...parts, venue, ...tags].some((text) => online.test(text)),
    isSomewhere: [locality, venue, address, postalCode, latitude].some((text) => text && !online.test(text)),
  };
}

/** The point of a row where it has a believable one; what is wrong with it is told through `report`. */
export function pointOf(row: Row, place: RowPlace, report: (code: ProblemCode) => void): Point | undefined {
  if (place.isVirtual && !place.isSomewhere) return undefined;
  const { latitude: north = '', longitude: east = '' } = row;
  if (!north && !east) {
    report(place.locality || row.postalCode ? 'missing_point' : 'missing_place');
    return undefined;
  }
  const point = { latitude: degrees(north), longitude: degrees(east) };
  const isOnEarth = Math.abs(point.latitude) <= 90 && Math.abs(point.longitude) <= 180;
  if (!isOnEarth || (point.latitude === 0 && point.longitude === 0)) {
    report('bad_coordinates');
    return undefined;
  }
  const isInside = place.state && isInState(place.state, point.latitude, point.longitude);
  if (isInside === undefined && place.region && unitedStates.test(row.country ?? ''))
    report('unknown_region');
  if (isInside === false) report('place_outside_region');
  return isInside === false ? undefined : point;
}

/** The zone of a row: as named, else at its point, else the one of most people of its state or country. */
export function zoneOf(
  { country = '' }: Row,
  { state }: RowPlace,
  point: Point | undefined,
  timezoneAt: ConvertContext['timezoneAt'],
): string | undefined {
  if (point && timezoneAt) return timezoneAt(point.latitude, point.longitude);
  return state ? zoneOfState(state) : zoneOfCountry(country);
}

export function locationOf(row: Row, place: RowPlace, point: Point | undefined): ImportedEvent['location'] {
  const { address = '', postalCode = '', country = '' } = row;
  const { locality, region, isVirtual, isSomewhere } = place;
  const venue = online.test(row.venue ?? '') ? '' : (row.venue ?? '');
  if (!isVirtual && ![venue, address, locality, region, postalCode, country, point].some(Boolean))
    return null;
  return {
    kind: isSomewhere || !isVirtual ? 'community' : 'online',
    venue: venue || null,
    addressLines: address ? [address] : [],
    locality: locality || null,
    region: region || null,
    postalCode: postalCode || null,
    country: country || null,
    latitude: point?.latitude ?? null,
    longitude: point?.longitude ?? null,
    precision: point ? precisionOf(row) : 'hidden',
  };
}

/** Without a venue or street, or looked up from the name of a town, a point can only be that of the town. */
function precisionOf({ venue, address, geoSource }: Row): 'exact' | 'locality' {
  return (venue || address) && (!geoSource || geoSource === 'source') ? 'exact' : 'locality';
}

/** Degrees as written with a point or a decimal comma; not a number where they aren't. */
function degrees(text: string): number {
  return /^[+-]?\d+([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN;
}
