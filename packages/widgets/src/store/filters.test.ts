import { EventQuery } from '@huddlekit/contract';
import { expect } from 'chai';
import fc from 'fast-check';
import { describe, it } from '../test/mocha.ts';
import { defaultFilters, nearestQuery, queriesOf, type Filters, type NearArea } from './filters.ts';
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

const filters: fc.Arbitrary<Filters> = fc.record({
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
  days: fc.option(fc.integer({ min: 1, max: 60 })),
  online: fc.boolean(),
  order: fc.constantFrom('start', 'distance'),
});

describe('filters', () => {
  it('make queries that the wire accepts', () => {
    fc.assert(
      fc.property(filters, (value) => {
        const { inPerson, online } = queriesOf(value, now);
        EventQuery.parse(inPerson);
        if (online) EventQuery.parse(online);
      }),
    );
  });

  it('ask for events at the place, and apart from them those online', () => {
    const { inPerson, online } = queriesOf({ ...defaultFilters, area: chicago, days: 14 }, now);
    const to = new Date(2026, 11, 7).toISOString();
    expect(inPerson).to.deep.equal({
      near: '41.8781,-87.6298',
      within: 80_467,
      to,
      virtual: 'false',
      limit: 20,
    });
    expect(online).to.deep.equal({ to, virtual: 'true', limit: 50 });
    expect(queriesOf({ ...defaultFilters, online: false }, now).online).to.equal(null);
  });

  it('look beyond the radius for what is nearest', () => {
    const query = nearestQuery({ ...defaultFilters, kinds: ['huddle'] }, chicago, now);
    expect(query).to.deep.equal({
      near: '41.8781,-87.6298',
      kind: 'huddle',
      virtual: 'false',
      order: 'distance',
      limit: 3,
    });
  });

  it('come back from a URL as they went in, and leave the rest of it', () => {
    fc.assert(
      fc.property(filters, (value) => {
        const url = urlWithFilters(new URL('https://site.example/events?page=2#map'), value);
        expect(url.searchParams.get('page')).to.equal('2');
        expect(url.hash).to.equal('#map');
        expect(filtersFromUrl(url.searchParams)).to.deep.equal(value);
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
      'huddle-days=-1',
      'huddle-days=1.5',
      'huddle-order=random',
    ]) {
      expect(filtersFromUrl(new URLSearchParams(query)), query).to.deep.equal(defaultFilters);
    }
  });
});
