import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isTimezone } from '@huddlekit/contract/well-formed';
import { zoneOfCountry } from './country-zones.ts';
import { zoneOfRegion } from './region-zones.ts';
import { zoneOfState } from './state-zones.ts';
import { zoneWordOf } from './zone-words.ts';

void test('a zone is told by state, province or country where it is plain', () => {
  assert.equal(zoneOfState('IL'), 'America/Chicago');
  assert.equal(zoneOfRegion('Canada', 'ON'), 'America/Toronto');
  assert.equal(zoneOfRegion('CA', 'québec'), 'America/Toronto');
  assert.equal(zoneOfRegion('México', 'Quintana Roo'), 'America/Cancun');
  assert.equal(zoneOfRegion('AU', 'WA'), 'Australia/Perth');
  assert.equal(zoneOfCountry('France'), 'Europe/Paris');
  for (const [country, region] of [
    ['Canada', ''],
    ['US', 'CA'],
    ['constructor', 'ON'],
    ['CA', '__proto__'],
  ] as const)
    assert.equal(zoneOfRegion(country, region), undefined);
});

void test('letters and words beside a time name a zone', () => {
  assert.deepEqual(zoneWordOf('est'), { zone: 'America/New_York', offset: -300 });
  assert.deepEqual(zoneWordOf('Pacific Time (US & Canada)'), { zone: 'America/Los_Angeles' });
  for (const text of ['', 'Central', 'constructor time', 'ABC'])
    assert.equal(zoneWordOf(text), undefined, text);
});

void test('every zone of the tables is one', () => {
  for (const [country, region] of [
    ...['AB', 'BC', 'MB', 'NB', 'NL', 'NS', 'NT', 'ON', 'PE', 'QC', 'SK', 'YT'].map(
      (code) => ['CA', code] as const,
    ),
    ...['ACT', 'NSW', 'NT', 'QLD', 'SA', 'TAS', 'VIC', 'WA'].map((code) => ['AU', code] as const),
    ...['CDMX', 'JAL', 'NLE', 'YUC', 'ROO', 'SON', 'SIN', 'BCN', 'BCS'].map((code) => ['MX', code] as const),
  ])
    assert.ok(isTimezone(zoneOfRegion(country, region) ?? ''), `${country} ${region}`);
  for (const letters of [
    'ET',
    'CT',
    'MT',
    'PT',
    'AKT',
    'HT',
    'AST',
    'CET',
    'EET',
    'WET',
    'JST',
    'AEST',
    'NZDT',
  ])
    assert.ok(isTimezone(zoneWordOf(letters)?.zone ?? ''), letters);
});
