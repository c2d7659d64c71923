import type { LocationPrecision, Place } from '@huddlekit/contract';
import { homeCellOf } from '@huddlekit/contract/home-cell';
import type { HubParts } from '../hub.ts';
import type { HomeAddress } from '../privacy/addresses.ts';
import { publicCellOf, type HomeIdentity, type Point } from '../privacy/home-cells.ts';
import type { WriteTransaction } from '../storage/storage.ts';

/** Where an event truly is, as its host or its source gave it. */
export interface TruePlace {
  readonly kind: string;
  readonly venue: string | null;
  readonly addressLines: readonly string[];
  readonly locality: string | null;
  readonly region: string | null;
  readonly postalCode: string | null;
  readonly country: string | null;
  /** Set on a map or found by a geocoder; else the point is the ZIP's or the town's. */
  readonly latitude: number | null;
  readonly longitude: number | null;
  /** What the given point stands for. */
  readonly precision?: string;
}

/** The columns of the public table, and for a home the address that goes to the sealed one. */
export interface PublicPlace {
  readonly columns: {
    readonly locationKind: string;
    readonly venue: string | null;
    readonly addressLinesJson: string;
    readonly locality: string | null;
    readonly region: string | null;
    readonly postalCode: string | null;
    readonly country: string | null;
    readonly latitude: number | null;
    readonly longitude: number | null;
    readonly precision: LocationPrecision;
  };
  readonly homeAddress: HomeAddress | undefined;
}

/** No town of 5,000 people within this many metres: a home there is shown by its locality only. */
const sparseDistance = 10_000;

type PlaceParts = Pick<HubParts, 'places' | 'vault' | 'homePoint'>;

/** Decides what the public may know of a place. A home is a cell of about 1 km or only its ZIP or town. */
export async function publicPlaceOf(
  transaction: WriteTransaction,
  parts: PlaceParts,
  place: TruePlace,
  hostEmail: string,
): Promise<PublicPlace> {
  const { kind, venue, locality, region, postalCode, country } = place;
  const isHome = kind === 'home';
  const addressLines = [...place.addressLines];
  const point = await publicPoint(transaction, parts, place, hostEmail);
  return {
    columns: {
      locationKind: kind,
      venue: isHome ? null : venue,
      addressLinesJson: JSON.stringify(isHome ? [] : addressLines),
      locality,
      region,
      postalCode,
      country,
      ...point,
    },
    homeAddress: isHome ? { venue, addressLines, locality, region, postalCode } : undefined,
  };
}

type PublicPoint = Pick<PublicPlace['columns'], 'latitude' | 'longitude' | 'precision'>;

const noPoint: PublicPoint = { latitude: null, longitude: null, precision: 'hidden' };

async function publicPoint(
  transaction: WriteTransaction,
  parts: PlaceParts,
  place: TruePlace,
  hostEmail: string,
): Promise<PublicPoint> {
  const { places } = parts;
  if (place.kind === 'online') return noPoint;
  const { latitude, longitude } = place;
  if (latitude === null || longitude === null || place.precision === 'hidden') return middleOf(places, place);
  if (place.kind !== 'home') {
    return { latitude, longitude, precision: place.precision === 'locality' ? 'locality' : 'exact' };
  }
  const address = [...place.addressLines, place.locality, place.region, place.postalCode]
    .filter(Boolean)
    .join(' ');
  const cell = await homePointOf(transaction, parts, { address, hostEmail }, { latitude, longitude });
  // Asked of the cell and not of the home: else the border of the populated land would divide a cell.
  if (!places.populatedWithin(cell.latitude, cell.longitude, sparseDistance)) return middleOf(places, place);
  return { ...cell, precision: 'area' };
}

async function homePointOf(
  transaction: WriteTransaction,
  { vault, homePoint }: PlaceParts,
  home: HomeIdentity,
  point: Point,
): Promise<Point> {
  if (homePoint === 'kept') return publicCellOf(transaction, vault, home, point);
  return homePoint === 'fresh' ? homeCellOf(point) : point;
}

/** The middle of the ZIP or town, which gives away no more than its name. */
function middleOf(places: HubParts['places'], place: TruePlace): PublicPoint {
  const found = placeOf(places, place);
  return found ? { latitude: found.latitude, longitude: found.longitude, precision: 'locality' } : noPoint;
}

/** The ZIP or town of a place. */
export function placeOf(
  places: HubParts['places'],
  {
    postalCode,
    locality,
    region,
    country,
  }: Pick<TruePlace, 'postalCode' | 'locality' | 'region' | 'country'>,
): Place | undefined {
  const byCode = postalCode ? places.postalCode(postalCode, country ?? 'US') : undefined;
  if (byCode || !locality) return byCode;
  const [named] = places.search([locality, region].filter(Boolean).join(', '), 1);
  return named && (!region || named.region === null || named.region === region) ? named : undefined;
}
