import type { ConvertContext } from '../conversion.ts';
import type { ImportedEvent } from '../imported-event.ts';
import type { Point } from '../point.ts';
import type { Report } from '../problem.ts';
import { stateCodeOf } from '../regions/state-codes.ts';
import { isInState } from '../regions/us-states.ts';
import { parseAddress } from '../text/postal-address.ts';
import { zoneOfCountry } from '../zones/country-zones.ts';
import { zoneOfRegion } from '../zones/region-zones.ts';
import { zoneOfState } from '../zones/state-zones.ts';
import { isUnitedStates } from './countries.ts';
import { hasPoint, pointOn } from './point.ts';
import { restoredPostalCode } from './postal-code.ts';
import type { Row } from './row.ts';
import { isYes } from './when.ts';

/** Where a row says it takes place. `state` is the postal code of a US state. */
export interface RowPlace {
  readonly venue: string;
  readonly addressLines: readonly string[];
  readonly locality: string;
  readonly region: string;
  readonly postalCode: string;
  readonly country: string;
  readonly state: string | undefined;
  readonly isVirtual: boolean;
  /** Whether anything but `Online` is named. */
  readonly isSomewhere: boolean;
}

const online =
  /^(online|on-?line only|virtual|remote|internet|webinar|zoom|via zoom|on zoom|livestream|en l[ií]nea|virtualmente)$/i;
const link = /^(https?:\/\/|www\.)\S+$/i;

/** Reads town and state, also of `Seattle, WA` or `Boise, ID, virtual` in one cell, and whether it is held online. */
export function placeOf(row: Row, tags: readonly string[]): RowPlace {
  const { address2 = '', country: named = '' } = row;
  const isAmerican = named === '' || isUnitedStates(named);
  const cells = isAmerican && !row.locality ? withAddressParts(row) : row;
  const { venue = '', address = '', postalCode = '', country = '' } = cells;
  const parts = (cells.locality ?? '').split(',').map((part) => part.trim());
  const town = parts.filter((part) => !online.test(part)).join(', ');
  const [, name = '', after = ''] = /^(.+?)\s*,\s*([^,]+)$/.exec(town) ?? [];
  const partedState = isAmerican && !cells.region ? stateCodeOf(after) : undefined;
  const locality = partedState ? name : town;
  const region = cells.region || (partedState ?? '');
  const isOnline = (text: string): boolean => online.test(text) || link.test(text);
  const says = isYes(row.isVirtual ?? '') || /^(virtual|online)$/i.test(row.placeKind ?? '');
  return {
    venue: isOnline(venue) ? '' : venue,
    addressLines: [...address.split('\n'), address2]
      .map((line) => line.trim())
      .filter((line) => line && !isOnline(line)),
    locality,
    region,
    postalCode,
    country,
    state: isAmerican ? stateCodeOf(region) : undefined,
    isVirtual: says || tags.some((tag) => online.test(tag)) || [...parts, venue, address].some(isOnline),
    isSomewhere:
      [locality, venue, address, postalCode].some((text) => text && !isOnline(text)) || hasPoint(row),
  };
}

/** A place that is only written in one line, as an address or in the cell of the venue, in its parts. */
function withAddressParts(row: Row): Row {
  const { venue = '', address = '' } = row;
  const parsed = parseAddress(address || venue);
  if (!parsed.region) return row;
  return {
    ...row,
    venue: address ? venue || parsed.venue : parsed.venue,
    address: parsed.addressLines.join('\n'),
    locality: parsed.locality,
    region: row.region || parsed.region,
    postalCode: row.postalCode || parsed.postalCode,
    country: row.country || parsed.country,
  };
}

/** The point of a row where it has a believable one; what is wrong with it is told through `report`. */
export function pointOf(row: Row, place: RowPlace, report: Report): Point | undefined {
  if (place.isVirtual && !place.isSomewhere) return undefined;
  if (row.precision?.toLowerCase() === 'hidden') return undefined;
  if (!hasPoint(row)) {
    report(place.locality || place.postalCode ? 'missing_point' : 'missing_place');
    return undefined;
  }
  const point = pointOn(row, report);
  if (!point) return undefined;
  const isInside = place.state && isInState(place.state, point.latitude, point.longitude);
  if (isInside === undefined && place.region && isUnitedStates(row.country ?? '')) report('unknown_region');
  if (isInside === false) report('place_outside_region');
  return isInside === false ? undefined : point;
}

/** The zone of a row: as named, else at its point, else the one of most people of its state or country. */
export function zoneOf(
  { state, region, country }: RowPlace,
  point: Point | undefined,
  timezoneAt: ConvertContext['timezoneAt'],
): string | undefined {
  if (point && timezoneAt) return timezoneAt(point.latitude, point.longitude);
  return state ? zoneOfState(state) : (zoneOfRegion(country, region) ?? zoneOfCountry(country));
}

export function locationOf(row: Row, place: RowPlace, point: Point | undefined): ImportedEvent['location'] {
  const { venue, addressLines, locality, region, country, isVirtual, isSomewhere } = place;
  const postalCode = restoredPostalCode(place.postalCode, country, place.state, point);
  const isNowhere = ![venue, ...addressLines, locality, region, postalCode, country, point].some(Boolean);
  if (!isVirtual && isNowhere) return null;
  return {
    kind: kindOf(row, isSomewhere || !isVirtual),
    venue: venue || null,
    addressLines: [...addressLines],
    locality: locality || null,
    region: region || null,
    postalCode: postalCode || null,
    country: country || null,
    latitude: point?.latitude ?? null,
    longitude: point?.longitude ?? null,
    precision: point ? precisionOf(row, place) : 'hidden',
  };
}

function kindOf({ placeKind = '' }: Row, isSomewhere: boolean): 'home' | 'community' | 'online' {
  if (/^(home|house|private home|private residence|casa|hogar)$/i.test(placeKind)) return 'home';
  return isSomewhere ? 'community' : 'online';
}

/** As the source says; else, without a venue or street, or looked up by a town's name, it can only be the town's. */
function precisionOf(
  { precision = '', geoSource }: Row,
  { venue, addressLines }: RowPlace,
): 'exact' | 'area' | 'locality' {
  const said = precision.toLowerCase();
  if (said === 'exact' || said === 'area' || said === 'locality') return said;
  const isNamed = venue !== '' || addressLines.length > 0;
  return isNamed && (!geoSource || geoSource === 'source') ? 'exact' : 'locality';
}
