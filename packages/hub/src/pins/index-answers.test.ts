import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  cellLevelsInTile,
  decodePins,
  mostPinRows,
  mostTileZoom,
  type PinFeed,
  type Tile,
} from '@huddlekit/contract/pins';
import { eventIndexOf, type IndexedEvent } from './event-index.ts';
import { countsOf, matchingRows, pinFeed } from './index-answers.ts';

const now = Date.parse('2026-11-23T15:00:00Z');
const count = 30_000;

/** Most events around a few towns, and five thousand of them at one point. */
const events: IndexedEvent[] = Array.from({ length: count }, (_, pin) => {
  const town = pin % 7;
  const spread = pin < 5000 ? 0 : ((pin * 7919) % 1000) / 400;
  return {
    pin,
    kind: pin % 3 === 0 ? 'huddle' : 'rally',
    latitude: 30 + town * 3 + spread,
    longitude: pin < 5000 ? -100 : -120 + town * 8 + ((pin * 104_729) % 1000) / 400,
    precision: 'exact',
    isVirtual: false,
    isAccessible: pin % 2 === 0,
    languages: '["en"]',
    sponsorId: null,
    timeslots: [{ startAt: now + 3_600_000, overAt: now + 7_200_000, day: 20_780, isFull: false }],
  };
});
const index = eventIndexOf(events);
const matching = matchingRows(index, {}, now, undefined);
const ask = (tile?: Tile): PinFeed => pinFeed(index, matching, '2026-11-23', tile);

function totalOf(feed: PinFeed): number {
  return feed.type === 'rows' ? feed.key.length : feed.total;
}

function childrenOf({ zoom, column, row }: Tile): Tile[] {
  return [0, 1, 2, 3].map((child) => ({
    zoom: zoom + 1,
    column: column * 2 + (child & 1),
    row: row * 2 + (child >> 1),
  }));
}

/** Every event that can be reached below a tile, and how many share one point at the finest tile. */
function reach(tile: Tile, found: Set<number>): number {
  const feed = ask(tile);
  if (feed.type === 'rows') {
    for (const { pin } of decodePins(feed)) {
      assert.ok(!found.has(pin), 'in one tile only');
      found.add(pin);
    }
    return 0;
  }
  if (tile.zoom === mostTileZoom) return feed.total;
  return childrenOf(tile).reduce((sum, child) => sum + reach(child, found), 0);
}

void test('beyond twenty thousand events a feed has cells that count them all in few bytes', () => {
  assert.ok(count > mostPinRows);
  const feed = ask();
  assert.equal(feed.type, 'cells');
  assert.equal(totalOf(feed), count);
  assert.ok(JSON.stringify(feed).length < 60_000);
  const huddles = pinFeed(
    index,
    matchingRows(index, { kind: 'huddle' }, now, undefined),
    '2026-11-23',
    undefined,
  );
  assert.equal(huddles.type, 'rows');
  assert.equal(totalOf(huddles), count / 3);
});

void test('tiles of each level count every event once', () => {
  for (const zoom of [0, 1, 2, 3, 4]) {
    let sum = 0;
    for (let column = 0; column < 2 ** zoom; column++)
      for (let row = 0; row < 2 ** zoom; row++) sum += totalOf(ask({ zoom, column, row }));
    assert.equal(sum, count, `zoom ${String(zoom)}`);
  }
});

void test('from tile to tile every event is reached, but those that share one point', () => {
  const found = new Set<number>();
  const together = reach({ zoom: 0, column: 0, row: 0 }, found);
  assert.equal(found.size + together, count);
  const { type, level } = ask({ zoom: 5, column: 7, row: 13 }) as PinFeed & { level?: number };
  if (type === 'cells') assert.equal(level, 5 + cellLevelsInTile);
});

void test('events without a point are counted and stand in no feed', () => {
  const online = {
    ...events[0],
    pin: count,
    isVirtual: true,
    latitude: null,
    longitude: null,
  } as IndexedEvent;
  const both = eventIndexOf([...events.slice(0, 10), online]);
  assert.equal(totalOf(pinFeed(both, matchingRows(both, {}, now, undefined), '2026-11-23', undefined)), 10);
  assert.equal(countsOf(both, {}, now, undefined).total, 11);
  assert.equal(countsOf(both, { virtual: 'true' }, now, undefined).total, 1);
});
