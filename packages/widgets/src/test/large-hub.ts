import type { PinsQuery } from '@huddlekit/contract';
import {
  cellLevelsInTile,
  encodeCells,
  encodePins,
  mortonKey,
  rowsInTile,
  tileFrom,
  type Pin,
  type PinColumns,
  type PinFeed,
} from '@huddlekit/contract/pins';

export const firstDay = '2026-11-23';

/** A pin at a point, with nothing said that a test doesn't say. */
export function pinAt(pin: number, latitude: number, longitude: number, change: Partial<Pin> = {}): Pin {
  const start = Date.UTC(2026, 10, 28);
  return { pin, kind: 'huddle', latitude, longitude, precision: 'exact', start, days: [5], ...change };
}

/** Answers pins as a hub with so many events does that it tells of cells; `mostRows` says from where on. */
export function largeHub(pins: readonly Pin[], mostRows: number, level = 4) {
  const asked: PinsQuery[] = [];
  let gate = Promise.resolve();

  const feedOf = ({ kind, tile }: PinsQuery): PinFeed => {
    const fitting = pins.filter((pin) => kind === undefined || kind.split(',').includes(pin.kind));
    const sorted = fitting
      .map((pin) => ({ pin, key: mortonKey(pin.latitude, pin.longitude) }))
      .sort((a, b) => a.key - b.key || a.pin.pin - b.pin.pin);
    const square = tile === undefined ? undefined : tileFrom(tile);
    const keys = sorted.map(({ key }) => key);
    const [start, end] = square ? rowsInTile(keys, square) : [0, keys.length];
    if (end - start <= mostRows)
      return encodePins(
        sorted.slice(start, end).map(({ pin }) => pin),
        firstDay,
      );
    const kindNames = [...new Set(sorted.map(({ pin }) => pin.kind))];
    const columns: PinColumns = {
      keys,
      pins: sorted.map(({ pin }) => pin.pin),
      kinds: sorted.map(({ pin }) => kindNames.indexOf(pin.kind)),
      precisions: sorted.map(() => 0),
      kindNames,
    };
    return encodeCells(columns, square ? square.zoom + cellLevelsInTile : level, start, end);
  };

  return {
    asked,
    /** Answers wait for this. */
    hold(promise: Promise<void>): void {
      gate = promise;
    },
    pins: {
      async get(query: PinsQuery = {}): Promise<PinFeed> {
        asked.push(query);
        await gate;
        return feedOf(query);
      },
    },
  };
}
