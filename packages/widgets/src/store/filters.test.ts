import { EventQuery } from '@huddlekit/contract';
import { expect } from 'chai';
import fc from 'fast-check';
import { describe, it } from '../test/mocha.ts';
import {
  defaultFilters,
  narrowing,
  nearestQuery,
  noFilters,
  pinsQuery,
  queriesOf,
  type Filters,
  type NearArea,
} from './filters.ts';
import { localDate } from './dates.ts';
import { filtersFromUrl, urlWithFilters } from './url-filters.ts';

const chicago: NearArea = {
  type: 'near',
  label: 'Chicago, IL',
  latitude: 41.8781,
  longitude: -87.6298,
  within: 80_467,
};
const now = new Date(2026, 10, 23, 15);

const degrees = (limit: number) =>
  fc.integer({ min: -limit * 1e5, max: limit * 1e5 }).map((value) => value / 1e5);

const dayFrom = (days: number) => localDate(new Date(2026, 10, 23 + days));

const present = fc.constantFrom(
  { inPerson: true, online: true },
  { inPerson: true, online: false },
  { inPerson: false, online: true },
);
const others = fc.record({
  area: fc.oneof(
    fc.constant(null),
    fc.record({
      type: fc.constant('near' as const),
      label: fc.string({ maxLength: 20 }),
      latitude: degrees(90),
      longitude: degrees(180),
      within: fc.integer({ min: 1, max: 1_000_000 }),
    }),
    fc
      .record({ west: degrees(180), east: degrees(180), south: degrees(89), height: fc.constant(0.5) })
      .map(({ west, east, south, height }) => ({
        type: 'bounds' as const,
        west,
        south,
        east,
        north: Number((south + height).toFixed(5)),
      })),
  ),
  kinds: fc.uniqueArray(fc.constantFrom('huddle', 'gathering', 'training')),
  dates: fc.option(
    fc
      .tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 400 }))
      .map(([first, length]) => ({ from: dayFrom(first), to: dayFrom(first + length) })),
  ),
  language: fc.option(fc.constantFrom('en', 'es-MX', 'zh-Hant-TW')),
  accessible: fc.boolean(),
  sponsor: fc.option(fc.string({ minLength: 1, maxLength: 100 })),
  hasRoom: fc.boolean(),
  order: fc.constantFrom('start' as const, 'distance' as const),
});
const filters: fc.Arbitrary<Filters> = fc
  .tuple(others, present)
  .map(([other, attendance]) => ({ ...other, ...attendance }));

describe('filters', () => {
  it('make queries that the wire accepts', () => {
    fc.assert(
      fc.property(filters, (value) => {
        const { inPerson, online } = queriesOf(value);
        if (inPerson) EventQuery.parse(inPerson);
        if (online) EventQuery.parse(online);
      }),
    );
  });

  it('ask for events at the place, and apart from them those online', () => {
    const dates = { from: '2026-11-23', to: '2026-12-06' };
    const { inPerson, online } = queriesOf({ ...defaultFilters, area: chicago, dates, accessible: true });
    const common = { fromDate: dates.from, toDate: dates.to, accessible: 'true' };
    const near = { near: '41.8781,-87.6298', within: 80_467 };
    expect(inPerson).to.deep.equal({ ...common, ...near, virtual: 'false', limit: 20 });
    expect(online).to.deep.equal({ ...common, virtual: 'true', limit: 50 });
    expect(queriesOf({ ...defaultFilters, online: false }).online).to.equal(null);
    expect(queriesOf({ ...defaultFilters, inPerson: false }).inPerson).to.equal(null);
  });

  it('look beyond the radius for what is nearest', () => {
    const query = nearestQuery({ ...defaultFilters, kinds: ['huddle'] }, chicago);
    expect(query).to.deep.equal({
      near: '41.8781,-87.6298',
      kind: 'huddle',
      virtual: 'false',
      order: 'distance',
      limit: 3,
    });
  });

  it('tell what pins alone can’t, and how many hold events back', () => {
    const narrow = { ...defaultFilters, kinds: ['huddle'], language: 'es', hasRoom: true, inPerson: false };
    expect(pinsQuery(narrow)).to.deep.equal({ language: 'es', hasRoom: 'true' });
    expect(narrowing(narrow)).to.equal(4);
    fc.assert(fc.property(filters, (value) => narrowing({ ...value, ...noFilters }) === 0));
  });

  it('come back from a URL as they went in, and leave the rest of it', () => {
    fc.assert(
      fc.property(filters, (value) => {
        const url = urlWithFilters(new URL('https://site.example/events?page=2#map'), value);
        expect(url.searchParams.get('page')).to.equal('2');
        expect(url.hash).to.equal('#map');
        expect(filtersFromUrl(url.searchParams, now)).to.deep.equal(value);
        expect(urlWithFilters(url, defaultFilters).href).to.equal('https://site.example/events?page=2#map');
      }),
    );
  });

  it('pass over what makes no sense in a URL', () => {
    for (const query of [
      'huddle-near=95,0',
      'huddle-near=41',
      'huddle-near=,',
      'huddle-bbox=1,2,3',
      'huddle-bbox=-88,42,-87,41',
      'huddle-kind=<b>,,A',
      `huddle-kind=${'huddle,'.repeat(40)}`,
      'huddle-dates=2026-11-01..2026-11-22',
      'huddle-dates=2026-12-02..2026-12-01',
      'huddle-dates=2026-11-31..2026-12-31',
      'huddle-dates=2026-12-01',
      'huddle-dates=tomorrow',
      'huddle-online=yes',
      'huddle-language=English!',
      'huddle-accessible=1',
      `huddle-sponsor=${'x'.repeat(101)}`,
      'huddle-room=',
      'huddle-order=random',
    ]) {
      expect(filtersFromUrl(new URLSearchParams(query), now), query).to.deep.equal(defaultFilters);
    }
  });

  it('understand dates in words, as a page may link to them', () => {
    const { dates } = filtersFromUrl(new URLSearchParams('huddle-dates=weekend'), now);
    expect(dates).to.deep.equal({ from: '2026-11-28', to: '2026-11-29' });
  });
});
