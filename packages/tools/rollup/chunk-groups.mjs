/**
 * Puts modules that pages need together into one chunk, since each request takes a page longer than the bytes that
 * finer chunks would spare it. Modules of no group go where rollup puts them.
 * @param {Record<string, RegExp[]>} groups paths of modules by the name of their chunk
 */
export function chunkGroups(groups) {
  const entries = Object.entries(groups);
  return (id) => entries.find(([, patterns]) => patterns.some((pattern) => pattern.test(id)))?.[0];
}
