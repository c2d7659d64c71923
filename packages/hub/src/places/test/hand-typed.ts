import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { stateCodeOf } from '@huddlekit/connectors';
import { metresBetween } from '@huddlekit/contract/event-list';
import type { Places } from '../../hub.ts';

/** A place as somebody typed it, and where it was found to be. */
export interface TypedPlace {
  readonly words: string;
  readonly latitude: number;
  readonly longitude: number;
  /** The town and state that were found. */
  readonly locality: string;
  readonly region: string;
}

export interface Miss extends TypedPlace {
  readonly cause: 'nothing found' | 'another place of the name' | 'a similar name';
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
    return [{ words, latitude, longitude, locality: column(row, 'locality'), region }];
  });
}

/** Searches each place as typed; the first answer counts. */
export function searchTypedPlaces(places: Places, typed: readonly TypedPlace[]): Miss[] {
  return typed.flatMap((place): Miss[] => {
    const [first] = places.search(place.words.slice(0, 100), 1);
    if (!first) return [{ ...place, cause: 'nothing found', found: '', kilometres: Infinity }];
    const metres = metresBetween(place.latitude, place.longitude, first.latitude, first.longitude);
    if (metres <= tolerance) return [];
    const begins = (name: string): string => name.toLowerCase().slice(0, 4);
    const isSameName = begins(first.locality) === begins(place.words);
    const cause = isSameName ? 'another place of the name' : 'a similar name';
    return [{ ...place, cause, found: first.label, kilometres: Math.round(metres / 1000) }];
  });
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
