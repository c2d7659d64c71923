import type { DateRange } from '@huddlekit/contract';
import { encodePins, type Pin } from '@huddlekit/contract/pins';
import { expect } from 'chai';
import { describe, it } from '../test/mocha.ts';
import { PinIndex } from './pin-index.ts';

const pin = (change: Partial<Pin>): Pin => ({
  pin: 1,
  kind: 'huddle',
  latitude: 41.9,
  longitude: -87.7,
  precision: 'area',
  start: Date.UTC(2026, 10, 28),
  days: [5],
  ...change,
});
const pins = new PinIndex(
  encodePins(
    [
      pin({ pin: 1 }),
      pin({ pin: 2, kind: 'gathering', precision: 'exact', days: [0, 45] }),
      pin({ pin: 3, latitude: 39.8, longitude: -89.6, precision: 'locality', days: [14] }),
    ],
    '2026-11-23',
  ),
);
const today = new Date(2026, 10, 23, 9);

function matchingPins(kinds: string[], dates: DateRange | null, now = today): number[] {
  const marked = pins.matching({ kinds, dates, inPerson: true }, now);
  return [...pins.pins].filter((_, row) => marked[row]).sort();
}

describe('pins', () => {
  it('keep what the feed says of each event', () => {
    const row = pins.indexOf(3);
    expect(pins.kind(row)).to.equal('huddle');
    expect(pins.precision(row)).to.equal('locality');
    expect(pins.point(row).latitude).to.be.closeTo(39.8, 1e-4);
    expect(pins.indexOf(4)).to.equal(-1);
  });

  it('are chosen by kind', () => {
    expect(matchingPins([], null)).to.deep.equal([1, 2, 3]);
    expect(matchingPins(['gathering'], null)).to.deep.equal([2]);
    expect(matchingPins(['rally'], null)).to.deep.equal([]);
  });

  it('are chosen by local date, from today on', () => {
    expect(matchingPins([], { from: '2026-11-23', to: '2026-11-23' })).to.deep.equal([2]);
    expect(matchingPins([], { from: '2026-11-23', to: '2026-12-06' })).to.deep.equal([1, 2]);
    expect(matchingPins([], { from: '2026-11-24', to: '2026-12-07' })).to.deep.equal([1, 3]);
    const later = { from: '2026-11-01', to: '2026-12-08' };
    expect(matchingPins([], later, new Date(2026, 10, 28))).to.deep.equal([1, 3]);
    expect(matchingPins([], { from: '2027-01-01', to: '2027-01-21' })).to.deep.equal([2]);
  });

  it('are all kept for dates that the feed tells nothing of', () => {
    expect(matchingPins([], { from: '2026-11-24', to: '2027-01-22' })).to.deep.equal([1, 2, 3]);
    expect(matchingPins(['gathering'], { from: '2027-03-01', to: '2027-03-02' })).to.deep.equal([2]);
  });

  it('are none where only events online are asked for', () => {
    expect([...pins.matching({ kinds: [], dates: null, inPerson: false }, today)]).to.deep.equal([0, 0, 0]);
  });

  it('are counted around a place and in a part of the map', () => {
    const all = new Uint8Array(pins.length).fill(1);
    const near = { type: 'near', label: '', latitude: 41.9, longitude: -87.6, within: 20_000 } as const;
    expect(pins.countWithin(near, all)).to.equal(2);
    const bounds = { type: 'bounds', west: -90, south: 39, east: -89, north: 40 } as const;
    expect(pins.countWithin(bounds, all)).to.equal(1);
    expect(pins.countWithin({ ...bounds, west: 170, east: -89 }, all)).to.equal(1);
    expect(pins.countWithin(null, all)).to.equal(3);
  });
});
