/** A name as it may be mistyped. */
export interface KnownName {
  readonly compact: string;
  readonly region: string | null;
}

/**
 * Finds names that are some letters away from what was typed. All names of a length are looked at, most of them no
 * further than at which letters they have.
 */
export class SimilarNames<Name extends KnownName> {
  readonly #byRegion = new Map<string | null, { name: Name; letters: number }[]>();

  constructor(names: Iterable<Name>) {
    for (const name of names) {
      const entry = { name, letters: lettersOf(name.compact) };
      for (const region of new Set([name.region, null])) {
        const entries = this.#byRegion.get(region) ?? [];
        this.#byRegion.set(region, entries);
        entries.push(entry);
      }
    }
  }

  /** The names nearest to `compact`, in one state or anywhere; all of them as near as the first. */
  nearest(compact: string, region: string | null): Name[] {
    const most = compact.length < 5 ? 0 : compact.length < 9 ? 1 : 2;
    const letters = lettersOf(compact);
    let least = most + 1;
    let nearest: Name[] = [];
    for (const entry of most > 0 ? (this.#byRegion.get(region) ?? []) : []) {
      const { compact: other } = entry.name;
      if (Math.abs(other.length - compact.length) >= least + 1) continue;
      // A changed letter is one that comes and one that goes.
      if (bits(entry.letters ^ letters) > 2 * most) continue;
      const distance = editDistance(compact, other, Math.min(least, most));
      if (distance > most || distance > least) continue;
      if (distance < least) nearest = [];
      least = distance;
      nearest.push(entry.name);
    }
    return nearest;
  }
}

function lettersOf(word: string): number {
  let letters = 0;
  for (let index = 0; index < word.length; index++) letters |= 1 << (word.charCodeAt(index) % 31);
  return letters;
}

function bits(value: number): number {
  let count = 0;
  for (; value !== 0; value &= value - 1) count++;
  return count;
}

/**
 * Letters to add, leave out, change or swap with their neighbour to make one word of the other (Damerau's distance
 * of one swap); anything beyond `most` may be answered as `most + 1`.
 */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= b.length; column++) {
      const isEqual = a[row - 1] === b[column - 1];
      let value = Math.min(
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (previous[column - 1] ?? 0) + Number(!isEqual),
      );
      const isSwapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (isSwapped) value = Math.min(value, (before[column - 2] ?? 0) + 1);
      current.push(value);
      least = Math.min(least, value);
    }
    if (least > most) return most + 1;
    [before, previous] = [previous, current];
  }
  return previous[b.length] ?? most + 1;
}
