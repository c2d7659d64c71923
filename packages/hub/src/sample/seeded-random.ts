/** Chance that comes in the same order for the same seed. */
export interface Random {
  /** A number from 0 up to 1. */
  next(): number;
  /** A whole number, both ends included. */
  whole(least: number, most: number): number;
  isOnceIn(times: number): boolean;
  /** @throws RangeError where there is nothing to choose from. */
  pick<Item>(items: readonly Item[]): Item;
}

/** The generator mulberry32. */
export function seededRandom(seed: number): Random {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    next,
    whole: (least, most) => least + Math.floor(next() * (most - least + 1)),
    isOnceIn: (times) => next() < 1 / times,
    pick(items) {
      const item = items[Math.floor(next() * items.length)];
      if (item === undefined) throw new RangeError('There is nothing to choose from');
      return item;
    },
  };
}
