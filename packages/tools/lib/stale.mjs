import { existsSync } from 'node:fs';
import { fromRoot } from './paths.mjs';
import { fingerprint, isFresh } from './stamp.mjs';

/** Each takes no arguments and writes into packages/hub/data or packages/hub/public. */
export const dataScripts = ['packages/tools/data/build-places.mjs', 'packages/tools/data/build-basemap.mjs'];

const bundled = ['contract', 'connectors', 'sdk', 'widgets'];
const tools = ['packages/tools/rollup', 'rollup.config.mjs', 'tsconfig.json', 'package-lock.json'];

export const inputsOfBundle = () =>
  fingerprint([
    ...bundled.flatMap((name) => [`packages/${name}/src`, `packages/${name}/package.json`]),
    ...tools,
  ]);

export const inputsOfData = () =>
  fingerprint([
    'packages/tools/data',
    'packages/contract/src/base-map.ts',
    'packages/hub/src/places/name-key.ts',
    'packages/hub/src/places/provinces.ts',
    'packages/hub/src/events/words.ts',
    'package-lock.json',
  ]);

export const inputsOfStories = () =>
  fingerprint(
    [
      '.storybook/main.ts',
      '.storybook/preview.ts',
      ...[...bundled, 'mocks'].flatMap((name) => [`packages/${name}/src`, `packages/${name}/stories`]),
      ...tools,
    ],
    { skip: /\.test\.ts$/ },
  );

/** What `npm start` needs and isn't up to date. */
export function staleParts() {
  return [
    ...(isFresh('bundle', inputsOfBundle()) ? [] : ['bundle']),
    ...(isFresh('data', inputsOfData()) ? [] : ['data']),
  ];
}

export function requireFile(path, repair) {
  if (existsSync(fromRoot(path))) return;
  throw new Error(`${path} is missing: ${repair}`);
}
