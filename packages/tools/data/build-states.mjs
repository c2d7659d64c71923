import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { feature } from 'topojson-client';
import { presimplify, quantile, simplify } from 'topojson-simplify';
import { root } from '../lib/paths.mjs';

// Writes the coarse borders of the US states that tell whether a point can lie in the state that is named.
// Run by hand when the source changes; the result is committed because the connectors run without this package.

const { resolve } = createRequire(import.meta.url);
const topology = JSON.parse(readFileSync(resolve('us-atlas/states-10m.json'), 'utf8'));
const weighted = presimplify(topology);
// Coarser borders lose the Outer Banks, and true places on them would be called false.
const coarse = simplify(weighted, quantile(weighted, 0.3));

// FIPS codes of the US Census to postal codes.
const codes = Object.fromEntries(
  '01AL 02AK 04AZ 05AR 06CA 08CO 09CT 10DE 11DC 12FL 13GA 15HI 16ID 17IL 18IN 19IA 20KS 21KY 22LA 23ME 24MD 25MA 26MI 27MN 28MS 29MO 30MT 31NE 32NV 33NH 34NJ 35NM 36NY 37NC 38ND 39OH 40OK 41OR 42PA 44RI 45SC 46SD 47TN 48TX 49UT 50VT 51VA 53WA 54WV 55WI 56WY 66GU 72PR 78VI'
    .split(' ')
    .map((pair) => [pair.slice(0, 2), pair.slice(2)]),
);

const borders = {};
for (const state of feature(coarse, coarse.objects.states).features) {
  const code = codes[state.id];
  if (!code) continue;
  const polygons =
    state.geometry.type === 'Polygon' ? [state.geometry.coordinates] : state.geometry.coordinates;
  borders[code] = polygons
    .flat()
    .map((ring) =>
      ring.map(([longitude, latitude]) => [Math.round(longitude * 100), Math.round(latitude * 100)]),
    )
    .map((ring) => ring.filter((point, index) => String(point) !== String(ring[index - 1])))
    .filter((ring) => ring.length > 3)
    .map((ring) => ring.flat());
}

const lines = Object.entries(borders)
  .sort(([a], [b]) => a.localeCompare(b))
  .map(([code, rings]) => `  ${code}: [${rings.map((ring) => `[${ring.join()}]`).join()}],`);
writeFileSync(
  `${root}/packages/connectors/src/regions/us-states.generated.ts`,
  `// Written by packages/tools/data/build-states.mjs from us-atlas (US Census, public domain). Don't edit.\n` +
    '// prettier-ignore\n' +
    `export const stateBorders: Readonly<Record<string, readonly (readonly number[])[]>> = {\n${lines.join('\n')}\n};\n`,
);
