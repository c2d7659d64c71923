/** The middle of some numbers. */
export const median = (numbers) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1];

/**
 * Runs candidates in turn, in every round in another order, so that what else the machine does falls on all of them.
 * The first rounds warm up.
 * @param {Record<string, () => unknown>} candidates the first is what the others are held against
 * @returns {Promise<Record<string, { time: number, ratio: number }>>} medians, milliseconds and times the first's
 */
export async function interleave(candidates, { rounds, warmUp }) {
  const names = Object.keys(candidates);
  const times = new Map(names.map((name) => [name, []]));
  for (let round = 0; round < rounds + warmUp; round += 1) {
    const shift = round % names.length;
    for (const name of [...names.slice(shift), ...names.slice(0, shift)]) {
      const start = performance.now();
      await candidates[name]();
      if (round >= warmUp) times.get(name).push(performance.now() - start);
    }
  }
  const medians = names.map((name) => [name, median(times.get(name))]);
  const [[, base]] = medians;
  return Object.fromEntries(medians.map(([name, time]) => [name, { time, ratio: time / base }]));
}

/** The number that a share of the numbers, from 0 to 1, doesn't exceed. */
export function quantile(numbers, share) {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)];
}
