/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

export const pass = { passed: 1, failed: 0, skipped: 0 };
export const fail = { passed: 0, failed: 1, skipped: 0 };

/** @param {Counts[]} list */
export function sum(list) {
  const add = (key) => list.reduce((total, counts) => total + counts[key], 0);
  return { passed: add('passed'), failed: add('failed'), skipped: add('skipped') };
}

/** @param {Counts} counts */
export const summaryLine = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed, ${skipped} skipped`;

/**
 * A step that ended badly without a failure of its own to show for it still counts as one.
 * @param {Counts | undefined} counts
 * @param {number} code
 */
export function countsOf(counts, code) {
  if (!counts) return code === 0 ? pass : fail;
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}
