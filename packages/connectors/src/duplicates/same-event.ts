import type { Event } from '@huddlekit/contract';
import { canonicalUrl } from './canonical-url.ts';

/** What of an event tells whether it is another one's copy. */
export type Comparable = Pick<Event, 'title' | 'location' | 'browserUrl' | 'isVirtual' | 'source'> & {
  readonly timeslots: readonly Pick<Event['timeslots'][number], 'startDate'>[];
};

/** Metres that two systems' points of one place may lie apart. */
const sameSpot = 500;
const metresPerDegree = 111_195;

/**
 * Whether two events of different systems are one. `same`: they share a start, and the link that belongs to one event
 * alone, or the title and the place. `unsure`: part of that speaks for it and nothing against it.
 */
export function compareEvents(a: Comparable, b: Comparable): 'same' | 'unsure' | 'different' {
  if (a.source.system === b.source.system) return a.source.id === b.source.id ? 'same' : 'different';
  const place = comparePlaces(a, b);
  if (place === 'different') return 'different';
  const isTimed = a.timeslots.some(({ startDate }) => startsAt(b, startDate));
  const link = canonicalUrl(a.browserUrl);
  const isLinked = link !== undefined && link === canonicalUrl(b.browserUrl);
  const isTitled = titleKey(a.title) === titleKey(b.title);
  if (isTimed && (isLinked || (isTitled && place === 'same'))) return 'same';
  return isLinked || (isTimed && isTitled) ? 'unsure' : 'different';
}

function startsAt({ timeslots }: Comparable, instant: string): boolean {
  return timeslots.some(({ startDate }) => Date.parse(startDate) === Date.parse(instant));
}

/** A title without case, accents and signs. */
export function titleKey(title: string): string {
  return folded(title)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function comparePlaces(a: Comparable, b: Comparable): 'same' | 'unsure' | 'different' {
  const [here, there] = [a.location, b.location];
  if (!here || !there) return !here && !there && a.isVirtual && b.isVirtual ? 'same' : 'unsure';
  if (here.precision === 'exact' && there.precision === 'exact') {
    const metres = metresBetween(here, there);
    if (metres !== undefined) return metres <= sameSpot ? 'same' : 'different';
  }
  const agreements = [
    agree(here.postalCode, there.postalCode),
    agree(here.locality, there.locality),
    agree(here.region, there.region),
  ];
  if (agreements.slice(1).includes(false)) return 'different';
  return agreements[0] === true || agreements[1] === true ? 'same' : 'unsure';
}

/** Whether two words are the same; undefined where one is missing. */
function agree(one: string | null, other: string | null): boolean | undefined {
  return one && other ? folded(one) === folded(other) : undefined;
}

type Place = NonNullable<Comparable['location']>;

/** Metres between two points that are near each other. */
function metresBetween(a: Place, b: Place): number | undefined {
  if (a.latitude === null || a.longitude === null || b.latitude === null || b.longitude === null)
    return undefined;
  const turn = Math.abs(a.longitude - b.longitude);
  const east = Math.min(turn, 360 - turn) * Math.cos((a.latitude * Math.PI) / 180);
  return Math.hypot(a.latitude - b.latitude, east) * metresPerDegree;
}

function folded(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
