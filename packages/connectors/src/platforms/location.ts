import type { ImportedEvent } from '../imported-event.ts';
import { listOf, member, textOf } from '../json.ts';
import { pointOf } from '../point.ts';
import type { Report } from '../problem.ts';
import { plainLine } from '../text/markdown.ts';

/** What a platform says of a place beside its fields. */
export interface PlaceSaying {
  /** Venue, street and point are only for those who come; whatever stands in their fields isn't theirs. */
  readonly isPrivate: boolean;
  readonly isVirtual: boolean;
}

/** A place in the fields that Mobilize and OSDI share, as far as the platform shows it to all. */
export function locationOf(
  place: unknown,
  { isPrivate, isVirtual }: PlaceSaying,
  report: Report,
): ImportedEvent['location'] {
  if (typeof place !== 'object' || place === null) {
    if (!isVirtual) report('missing_place');
    return null;
  }
  const said = (name: string): string | null => plainLine(textOf(member(place, name))) || null;
  const inner = member(place, 'location');
  const point = isPrivate
    ? undefined
    : pointOf(member(inner, 'latitude'), member(inner, 'longitude'), report);
  const [locality, postalCode] = [said('locality'), said('postal_code')];
  if (!point && !isVirtual) report(locality || postalCode ? 'missing_point' : 'missing_place');
  const isApproximate = textOf(member(inner, 'accuracy')).toLowerCase() === 'approximate';
  return {
    kind: isPrivate ? 'home' : 'community',
    venue: isPrivate ? null : said('venue'),
    addressLines: isPrivate
      ? []
      : listOf(member(place, 'address_lines')).flatMap((line) => plainLine(textOf(line)) || []),
    locality,
    region: said('region'),
    postalCode,
    country: said('country'),
    latitude: point?.latitude ?? null,
    longitude: point?.longitude ?? null,
    precision: point ? (isApproximate ? 'locality' : 'exact') : 'hidden',
  };
}
