import type { Place } from '@huddlekit/contract';
import { inOtherWords, readingOf, shortened, type TownQuery } from './place-query.ts';

/** Ways to look a name up. */
export interface NameLookup {
  /** Places of this name, however its words are parted. */
  exactly(query: TownQuery, limit: number): Place[];
  /** Places whose name begins so. */
  beginning(query: TownQuery, limit: number): Place[];
  /** Places whose name is a few letters away. */
  mistyped(query: TownQuery, limit: number): Place[];
}

type Lookup = (query: TownQuery, limit: number) => readonly Place[];

/** Beginnings of fewer letters say nothing once the state is known. */
const leastBeginning = 3;
/** Whatever somebody types, the search stays quick: lookups in a step, and those by similarity. */
const mostLookups = 24;
const mostSimilar = 12;

/** The best matches for a text; each step takes more liberties than the one before, and the first that finds wins. */
export function searchNames(lookup: NameLookup, words: string, limit: number): Place[] {
  const { placed, whole, begun, isParted } = readingOf(words);
  const { exactly, beginning } = lookup;
  const mistyped = atMost(mostSimilar, lookup.mistyped);
  const exactAndLonger: Lookup = (query) => {
    const exact = exactly(query, limit);
    return exact.length === 0 ? [] : withoutTwins([...exact, ...beginning(query, limit)]).slice(0, limit);
  };
  const longer: Lookup = (query) => (query.key.length < leastBeginning ? [] : beginning(query, limit));
  const first = (look: Lookup, queries: readonly TownQuery[]): readonly Place[] => {
    for (const query of queries.slice(0, mostLookups)) {
      const found = look(query, limit);
      if (found.length > 0) return found;
    }
    return [];
  };
  const inAny = (queries: readonly TownQuery[]): readonly Place[] =>
    largestFirst(queries.slice(0, mostLookups).flatMap((query) => exactly(query, limit))).slice(0, limit);
  const elsewhere = placed.map((query) => ({ ...query, region: null }));
  const steps: readonly (() => readonly Place[])[] = [
    () => first(exactAndLonger, isParted ? [] : whole),
    () => first(exactly, placed),
    () => inAny(isParted ? begun : []),
    () => first(exactAndLonger, isParted ? whole : []),
    () => first(beginning, whole),
    () => inAny(begun),
    () => first(exactly, placed.flatMap(inOtherWords)),
    () => first(longer, placed),
    () => first(mistyped, placed),
    () => first(exactly, elsewhere),
    () => first(exactly, placed.flatMap(shortened)),
    () => first(mistyped, placed.flatMap(inOtherWords)),
    () => first(mistyped, whole),
    () => first(exactly, whole.flatMap(inOtherWords)),
    () => first(mistyped, elsewhere),
  ];
  for (const step of steps) {
    const found = step();
    if (found.length > 0) return [...found];
  }
  return [];
}

/** The larger place first; one's own country counts for more. */
export function largestFirst(places: readonly Place[]): Place[] {
  const weight = ({ population, country }: Place): number => (population ?? 0) * (country === 'US' ? 8 : 1);
  return places.toSorted((a, b) => weight(b) - weight(a));
}

/** Looks up so many times at most. */
function atMost(most: number, look: Lookup): Lookup {
  let count = 0;
  return (query, limit) => (count++ < most ? look(query, limit) : []);
}

function withoutTwins(places: readonly Place[]): Place[] {
  const byPlace = new Map<string, Place>();
  for (const place of places) {
    const twin = `${place.label} ${String(place.latitude)} ${String(place.longitude)}`;
    if (!byPlace.has(twin)) byPlace.set(twin, place);
  }
  return [...byPlace.values()];
}
