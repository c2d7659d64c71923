/** A name as it may be mistyped. */
export interface KnownName {
  readonly compact: string;
  readonly region: string | null;
}

/** Names of one length, beside what letters each has. */
interface Group<Name> {
  readonly names: Name[];
  readonly letters: number[];
}

/** Letters that may be wrong; in a state, where few names compete, somewhat more. */
function reachOf(length: number, isInState: boolean): number {
  if (length < 5) return 0;
  return length < (isInState ? 7 : 9) ? 1 : 2;
}

/**
 * Finds names that are some letters away from what was typed. All names of about its length are looked at, most of
 * them no further than at which letters they have.
 */
export class SimilarNames<Name extends KnownName> {
  readonly #groups = new Map<string, Group<Name>>();

  constructor(names: Iterable<Name>) {
    for (const name of names) {
      const letters = lettersOf(name.compact);
      for (const region of new Set([name.region, null])) {
        const group = this.#group(region, name.compact.length) ?? { names: [], letters: [] };
        this.#groups.set(groupKey(region, name.compact.length), group);
        group.names.push(name);
        group.letters.push(letters);
      }
    }
  }

  /** The names nearest to `compact`, in one state or anywhere; all of them as near as the first. */
  nearest(compact: string, region: string | null): Name[] {
    const most = reachOf(compact.length, region !== null);
    if (most === 0) return [];
    const typed = lettersOf(compact);
    let least = most;
    let nearest: Name[] = [];
    for (let length = compact.length - most; length <= compact.length + most; length++) {
      const { names, letters } = this.#group(region, length) ?? { names: [], letters: [] };
      for (let index = 0; index < names.length; index++) {
        // A changed letter is one that comes and one that goes.
        if (bits((letters[index] ?? 0) ^ typed) > 2 * least) continue;
        const name = names[index];
        if (!name) continue;
        const distance = editDistance(compact, name.compact, least);
        if (distance > least) continue;
        if (distance < least) nearest = [];
        least = distance;
        nearest.push(name);
      }
    }
    return nearest;
  }

  #group(region: string | null, length: number): Group<Name> | undefined {
    return this.#groups.get(groupKey(region, length));
  }
}

function groupKey(region: string | null, length: number): string {
  return `${region ?? ''} ${String(length)}`;
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
