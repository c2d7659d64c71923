const fromZod = ({ id = '', ids = [] }) => [id, ...ids].some((path) => path.includes('/node_modules/zod/'));

// zod's own modules import each other in circles and carry annotations that rollup can't place.
const known = new Map([
  ['CIRCULAR_DEPENDENCY', fromZod],
  ['INVALID_ANNOTATION', fromZod],
]);

/** Any warning that isn't known to be harmless ends the build. */
export function failOnWarning(warning) {
  if (known.get(warning.code)?.(warning)) return;
  throw Object.assign(new Error(warning.message), { code: warning.code, id: warning.id, loc: warning.loc });
}
