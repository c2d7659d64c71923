import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { metresBetween } from '@huddlekit/contract/event-list';
import { homeCellOf, homeCellSize } from '@huddlekit/contract/home-cell';
import { openSqliteStorage } from '../storage/sqlite/sqlite-storage.ts';
import { publicCellOf, sameHomeDistance, type HomeIdentity, type Point } from './home-cells.ts';
import { loadKeys } from './keys.ts';
import { createVault } from './vault.ts';

const point = fc.record({
  latitude: fc.double({ min: -84, max: 84, noNaN: true }),
  longitude: fc.double({ min: -180, max: 179.999, noNaN: true }),
});
/** Up to half the distance within which two points are one home, so that any two of them are. */
const offset = fc.record({
  metres: fc.double({ min: 0, max: sameHomeDistance * 0.49, noNaN: true }),
  bearing: fc.double({ min: 0, max: 2 * Math.PI, noNaN: true }),
});

function moved(
  { latitude, longitude }: Point,
  { metres, bearing }: { metres: number; bearing: number },
): Point {
  const degrees = metres / 111_195;
  return {
    latitude: latitude + degrees * Math.cos(bearing),
    longitude: longitude + (degrees * Math.sin(bearing)) / Math.cos((latitude * Math.PI) / 180),
  };
}

function distance(one: Point, other: Point): number {
  return metresBetween(one.latitude, one.longitude, other.latitude, other.longitude);
}

test('a cell’s middle is at most half a diagonal away and lies in its own cell', () => {
  fc.assert(
    fc.property(point, (home) => {
      const cell = homeCellOf(home);
      assert.ok(distance(home, cell) <= (homeCellSize * Math.SQRT2) / 2 + 20);
      assert.deepEqual(homeCellOf(cell), cell);
    }),
  );
});

test('a cell is some kilometre wide everywhere', () => {
  fc.assert(
    fc.property(point, (home) => {
      const cell = homeCellOf(home);
      // Just more than a cell to the east lies another cell.
      assert.notDeepEqual(
        homeCellOf(moved(cell, { metres: homeCellSize * 1.1, bearing: Math.PI / 2 })),
        cell,
      );
      assert.deepEqual(homeCellOf(moved(cell, { metres: homeCellSize * 0.45, bearing: Math.PI / 2 })), cell);
    }),
  );
});

/** Gives cells to homes one after the other, each run in a fresh database. */
async function cells(homes: readonly (HomeIdentity & { point: Point })[]): Promise<Point[]> {
  const folder = mkdtempSync(join(tmpdir(), 'huddlekit-cells-'));
  const storage = openSqliteStorage(join(folder, 'hub.sqlite'));
  try {
    const vault = createVault(loadKeys(folder));
    const found: Point[] = [];
    for (const { point: at, ...home } of homes) {
      found.push(await storage.write((transaction) => publicCellOf(transaction, vault, home, at)));
    }
    return found;
  } finally {
    await storage.close();
    rmSync(folder, { recursive: true });
  }
}

test('one home keeps one cell, however its point is set again', async () => {
  await fc.assert(
    fc.asyncProperty(point, fc.array(offset, { minLength: 2, maxLength: 12 }), async (home, offsets) => {
      const identity = { address: '12 Elm Street, Chicago', hostEmail: 'rosa@example.org' };
      const found = await cells(offsets.map((by) => ({ ...identity, point: moved(home, by) })));
      assert.equal(new Set(found.map((cell) => JSON.stringify(cell))).size, 1);
    }),
    { numRuns: 25 },
  );
});

test('the same address by another host, and another spelling of it by the same host, keep the cell', async () => {
  await fc.assert(
    fc.asyncProperty(point, offset, offset, async (home, one, other) => {
      const found = await cells([
        { address: '12 Elm Street, Chicago', hostEmail: 'rosa@example.org', point: moved(home, one) },
        { address: '12 ELM street  Chicago', hostEmail: 'sam@example.org', point: moved(home, other) },
        { address: '12 Elm St', hostEmail: 'Rosa@Example.org', point: moved(home, other) },
      ]);
      assert.equal(new Set(found.map((cell) => JSON.stringify(cell))).size, 1);
    }),
    { numRuns: 25 },
  );
});

test('without the memory of homes, a point moved across a border shows another cell', () => {
  const cell = homeCellOf({ latitude: 41.9, longitude: -87.7 });
  const border = moved(cell, { metres: homeCellSize / 2, bearing: Math.PI / 2 });
  const west = homeCellOf(moved(border, { metres: 30, bearing: -Math.PI / 2 }));
  const east = homeCellOf(moved(border, { metres: 30, bearing: Math.PI / 2 }));
  assert.notDeepEqual(west, east, 'so the tests above have teeth');
});

test('a home elsewhere gets its own cell, though the host is the same', async () => {
  const home = { latitude: 41.9, longitude: -87.7 };
  const away = moved(home, { metres: 5000, bearing: 1 });
  const identity = { address: '', hostEmail: 'rosa@example.org' };
  const [first, second] = await cells([
    { ...identity, address: '1 Elm', point: home },
    { ...identity, address: '2 Oak', point: away },
  ]);
  assert.deepEqual(second, homeCellOf(away));
  assert.notDeepEqual(first, second);
});
