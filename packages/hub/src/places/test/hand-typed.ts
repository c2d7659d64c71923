import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { stateCodeOf } from '@huddlekit/connectors';
import { metresBetween } from '@huddlekit/contract/event-list';
import type { Place } from '@huddlekit/contract';
import type { Places } from '../../hub.ts';
import { compactKey, nameKey } from '../name-key.ts';

/** A place as somebody typed it, and where it was found to be. */
export interface TypedPlace {
  readonly words: string;
  /** The name and, where one was typed, the state of `words`. */
  readonly name: string;
  readonly typedRegion: string | undefined;
  readonly latitude: number;
  readonly longitude: number;
  /** The town and state that were found. */
  readonly locality: string;
  readonly region: string;
}

/** Why a search went wrong; each miss counts for the first that fits. */
export type Cause =
  | 'typed without a town'
  | 'truth in another state than typed'
  | 'truth under another name than typed'
  | 'larger than a town'
  | 'several of the name in the state'
  | 'several of the name, no state typed'
  | 'township that the data lacks'
  | 'name that the data lacks in the state, nothing answered'
  | 'name that the data lacks in the state, its namesake in another answered'
  | 'name that the data lacks in the state, a similar one answered';

export interface Miss extends TypedPlace {
  readonly cause: Cause;
  /** What the search answered first. */
  readonly found: string;
  readonly kilometres: number;
}

/** Metres within which an answer is right: one is in the town or next to it. */
const tolerance = 25_000;

/**
 * Reads a list of hand-typed places: a CSV file, Latin-1, also gzipped, with the columns CityTown, StateTerritory, lat,
 * lon, locality, state. Rows outside of the United States are left out.
 */
export function readTypedPlaces(file: string): TypedPlace[] {
  const bytes = readFileSync(file);
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('latin1');
  const [header = [], ...rows] = parseCsv(text);
  const column = (row: readonly string[], name: string): string => row[header.indexOf(name)]?.trim() ?? '';
  return rows.flatMap((row) => {
    const [region, town] = [column(row, 'state'), column(row, 'CityTown')];
    const [latitude, longitude] = [Number(column(row, 'lat')), Number(column(row, 'lon'))];
    if (!stateCodeOf(region) || !town || !column(row, 'lat') || !Number.isFinite(latitude)) return [];
    const typed = column(row, 'StateTerritory');
    const words = typed === '' || typed === 'NA' ? town : `${town}, ${typed}`;
    const typedRegion = stateCodeOf(typed);
    return [
      { words, name: town, typedRegion, latitude, longitude, locality: column(row, 'locality'), region },
    ];
  });
}

/** Searches each place as typed; the first answer counts. */
export function searchTypedPlaces(places: Places, typed: readonly TypedPlace[]): Miss[] {
  return typed.flatMap((place): Miss[] => {
    const [first] = places.search(place.words.slice(0, 100), 1);
    const metres = first
      ? metresBetween(place.latitude, place.longitude, first.latitude, first.longitude)
      : Infinity;
    if (metres <= tolerance) return [];
    const kilometres = Math.round(metres / 1000);
    return [{ ...place, cause: causeOf(place, first), found: first?.label ?? '', kilometres }];
  });
}

const township = /\b(township|twp)\b/i;
const wide = /\b(county|parish|islands?|valley|coast|slope|reservation|nation|peninsula|shore)\b/i;

function causeOf({ name, typedRegion, locality, region }: TypedPlace, found: Place | undefined): Cause {
  const key = nameKey(name);
  if (compactKey(name).length < 3 || (typedRegion !== undefined && stateCodeOf(name) === typedRegion))
    return 'typed without a town';
  if (typedRegion !== undefined && typedRegion !== region) return 'truth in another state than typed';
  const isOfName = found !== undefined && nameKey(found.locality) === key;
  const isAsTyped = isOfName && (typedRegion === undefined || found.region === typedRegion);
  const truth = nameKey(locality === 'NA' ? '' : locality).replace(/( charter)? twp$/, '');
  if (isAsTyped && truth !== '' && truth !== key) return 'truth under another name than typed';
  if (wide.test(name)) return 'larger than a town';
  if (isAsTyped && typedRegion !== undefined) return 'several of the name in the state';
  if (typedRegion === undefined) return 'several of the name, no state typed';
  if (township.test(`${name} ${locality}`)) return 'township that the data lacks';
  if (found === undefined) return 'name that the data lacks in the state, nothing answered';
  return isOfName
    ? 'name that the data lacks in the state, its namesake in another answered'
    : 'name that the data lacks in the state, a similar one answered';
}

function parseCsv(text: string): string[][] {
  return text
    .split(/\r?\n/)
    .filter(Boolean)
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
        ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
      ),
    );
}
