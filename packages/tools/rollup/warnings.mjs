const from =
  (...packages) =>
  ({ id = '', ids = [] }) =>
    [id, ...ids].some((path) => packages.some((name) => path.includes(`/node_modules/${name}/`)));

// The modules of zod and of leaflet import each other in circles; zod's carry annotations that rollup can't place.
const known = new Map([
  ['CIRCULAR_DEPENDENCY', from('zod', 'leaflet')],
  ['INVALID_ANNOTATION', from('zod')],
]);

/** Any warning that isn't known to be harmless ends the build. */
export function failOnWarning(warning) {
  if (known.get(warning.code)?.(warning)) return;
  throw Object.assign(new Error(warning.message), { code: warning.code, id: warning.id, loc: warning.loc });
}
