import type { EventKind, Location } from '@huddlekit/contract';
import { eventKinds, locationKinds, locationPrecisions } from '@huddlekit/contract/vocabulary';
import { isTimezone } from '@huddlekit/contract/well-formed';
import { listOf, member, recordOf, textOf } from '../json.ts';
import { unescapeText } from './content-line.ts';
import { property, type Component } from './components.ts';

/** What a file of a hub says beyond the format. */
export interface OwnPlace {
  readonly location: Location | null;
  readonly isVirtual: boolean;
}

/** The id of the event an entry belongs to, where a hub wrote it. */
export function ownEventId(entry: Component): string {
  return valueOf(entry, 'X-HUDDLEKIT-EVENT');
}

/** The system and id a hub had the event from. */
export function ownSource(entry: Component): { system: string; id: string } | undefined {
  const source = jsonOf(entry, 'X-HUDDLEKIT-SOURCE');
  const [system, id] = [textOf(member(source, 'system')), textOf(member(source, 'id'))];
  return system && id ? { system: system.slice(0, 100), id: id.slice(0, 500) } : undefined;
}

export function ownTimezone(entry: Component): string | undefined {
  const timezone = valueOf(entry, 'X-HUDDLEKIT-TIMEZONE');
  return isTimezone(timezone) ? timezone : undefined;
}

export function ownKind(entry: Component): EventKind | undefined {
  const kind = valueOf(entry, 'X-HUDDLEKIT-KIND');
  return eventKinds.find((known) => known === kind);
}

/** The place as the hub shows it to the public. */
export function ownPlace(entry: Component): OwnPlace | undefined {
  const place = recordOf(jsonOf(entry, 'X-HUDDLEKIT-PLACE'));
  if (!place) return undefined;
  return { location: locationOf(place['location']), isVirtual: place['isVirtual'] === true };
}

function locationOf(value: unknown): Location | null {
  if (!recordOf(value)) return null;
  const said = (name: string): string | null => textOf(member(value, name)) || null;
  const degrees = (name: string, limit: number): number | null => {
    const number = member(value, name);
    return typeof number === 'number' && Math.abs(number) <= limit ? number : null;
  };
  return {
    kind: locationKinds.find((kind) => kind === member(value, 'kind')) ?? 'community',
    venue: said('venue'),
    addressLines: listOf(member(value, 'addressLines')).map(textOf),
    locality: said('locality'),
    region: said('region'),
    postalCode: said('postalCode'),
    country: said('country'),
    latitude: degrees('latitude', 90),
    longitude: degrees('longitude', 180),
    precision: locationPrecisions.find((known) => known === member(value, 'precision')) ?? 'hidden',
  };
}

function valueOf(entry: Component, name: string): string {
  return unescapeText(property(entry, name)?.value ?? '').trim();
}

function jsonOf(entry: Component, name: string): unknown {
  try {
    return JSON.parse(valueOf(entry, name));
  } catch {
    return undefined;
  }
}
