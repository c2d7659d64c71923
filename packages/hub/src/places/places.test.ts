import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { after, test } from 'node:test';
import { Place } from '@huddlekit/contract';
import fc from 'fast-check';
import { openPlaces } from './places.ts';

const places = openPlaces(fileURLToPath(new URL('../../data/places.sqlite', import.meta.url)));
after(() => {
  places.close();
});

const labels = (words: string, limit = 5): string[] => places.search(words, limit).map(({ label }) => label);
const first = (words: string): string | undefined => labels(words)[0];

void test('a ZIP is found, whole, extended or begun', () => {
  assert.deepEqual(labels('94110'), ['94110 San Francisco, CA']);
  assert.deepEqual(labels('94110-2214'), ['94110 San Francisco, CA']);
  assert.ok(labels(' 9411 ').every((label) => label.startsWith('9411')));
  assert.equal(first('00601'), '00601 Adjuntas, PR');
  const [mission] = places.search('94110', 1);
  assert.ok(mission && Math.hypot(mission.latitude - 37.75, mission.longitude + 122.415) < 0.02);
  assert.equal(mission.timezone, 'America/Los_Angeles');
});

void test('a town is found by its name, with its state or without', () => {
  assert.equal(first('Chicago'), 'Chicago, IL');
  for (const words of ['Springfield, IL', 'springfield il', 'Springfield Illinois', 'SPRINGFIELD,ILLINOIS'])
    assert.equal(first(words), 'Springfield, IL', words);
  assert.equal(first('West Chester PA'), 'West Chester, PA');
  assert.equal(first('Charleston West Virginia'), 'Charleston, WV');
  assert.equal(first('San Juan, PR'), 'San Juan, PR');
  assert.equal(first('Paris, France'), 'Paris, FR');
});

void test('the capital is found however it is written', () => {
  for (const words of ['Washington', 'Washington DC', 'Washington, D.C.', 'washington, dc'])
    assert.equal(first(words), 'Washington, DC', words);
});

void test('spellings and accents don’t matter', () => {
  for (const words of ['St. Louis', 'Saint Louis', 'St Louis MO'])
    assert.equal(first(words), 'St. Louis, MO');
  assert.equal(first('Ft Worth'), 'Fort Worth, TX');
  assert.equal(first('sao paulo'), 'São Paulo, BR');
  assert.equal(first('Coeur d’Alene'), "Coeur d'Alene, ID");
  assert.equal(first('NYC'), 'New York City, NY');
});

void test('names are found as people write and mistype them', () => {
  const meant: Readonly<Record<string, readonly string[]>> = {
    'Chicago, IL': [
      'Chicgo',
      'Chciago, IL',
      'chicago  illinois',
      'Downtown Chicago, IL',
      'City Hall, Chicago, IL',
    ],
    '60614 Chicago, IL': ['Chicago IL 60614', '123 Main St, Chicago, IL 60614-1234'],
    'Los Angeles, CA': ['LA', 'Los Angelas', 'Los Angeles'],
    'Philadelphia, PA': ['Philly', 'Philadelpia, PA'],
    'Le Mars, IA': ['LeMars, IA', 'le mars iowa'],
    "O'Fallon, MO": ['OFallon, MO', "O'Fallon, MO"],
    'North Las Vegas, NV': ['N. Las Vegas', 'North Las Vegas, NV'],
    'Saint Paul, MN': ['St. Paul/Minneapolis, MN', 'st paul mn'],
    'Brooklyn, NY': ['Brooklyn', 'brooklyn ny'],
    'Tucson, AZ': ['Tucson, SC'],
    'London, GB': ['London, UK', 'London, England'],
    'Washington, DC': ['DC', 'Washington DC'],
  };
  for (const [label, all] of Object.entries(meant))
    for (const words of all) assert.equal(first(words), label, words);
});

void test('townships, sections of cities, counties and states are places too', () => {
  assert.equal(first('Cook County, IL'), 'Cook County, IL');
  assert.equal(first('Morehouse Parish, LA'), 'Morehouse Parish, LA');
  assert.equal(first('Standish, ME'), 'Standish, ME');
  assert.equal(first('Harlem, NY'), 'Harlem, NY');
  assert.equal(first('California'), 'California');
  assert.ok(labels('chicago', 5).every((label) => !label.includes('County')));
});

void test('provinces and countries are known, beside the states that share their codes', () => {
  for (const words of [
    'Toronto, ON',
    'Toronto, Ontario',
    'toronto ontario',
    'Toronto, Ontario, Canada',
    'Toronto',
  ])
    assert.equal(first(words), 'Toronto, ON', words);
  const meant: Readonly<Record<string, string>> = {
    'Vancouver, BC': 'Vancouver, BC',
    'Vancouver, WA': 'Vancouver, WA',
    'Victoria BC Canada': 'Victoria, BC',
    'Montreal, QC': 'Montréal, QC',
    'Paris, Ontario': 'Paris, ON',
    'Paris, TX': 'Paris, TX',
    'London ON': 'London, ON',
    'Ontario, CA': 'Ontario, CA',
    'Sydney, Australia': 'Sydney, AU',
    'Birmingham, England': 'Birmingham, GB',
    'Birmingham, Alabama': 'Birmingham, AL',
    'Tbilisi, Georgia': 'Tbilisi, GE',
    'Atlanta, Georgia': 'Atlanta, GA',
    'Berlin, Germany': 'Berlin, DE',
  };
  for (const [words, label] of Object.entries(meant)) assert.equal(first(words), label, words);
  const [canada] = places.search('Canada', 1);
  assert.equal(canada?.label, 'Canada');
  assert.equal(canada.country, 'CA');
  assert.equal(first('UK'), 'United Kingdom');
  assert.equal(first('Ontario'), 'Ontario');
});

void test('states are found by name, code and the newspapers’ short names', () => {
  for (const words of ['Illinois', 'illinois', 'IL', 'Ill.']) assert.equal(first(words), 'Illinois', words);
  assert.equal(first('West Virginia'), 'West Virginia');
  assert.equal(first('N. Carolina'), 'North Carolina');
  assert.equal(first('Washington State'), 'Washington State');
  assert.equal(first('New York State'), 'New York State');
  assert.equal(first('Georgia'), 'Georgia');
  assert.equal(first('Boston, Mass.'), 'Boston, MA');
  assert.equal(first('Los Angeles, Calif.'), 'Los Angeles, CA');
  assert.equal(first('Charleston, W. Va.'), 'Charleston, WV');
});

void test('a country behind the state and a venue before the town are read over', () => {
  for (const words of [
    'Springfield, MA, USA',
    'Springfield MA, United States',
    'City Hall, Springfield, MA',
    'City Hall, 36 Court St, Springfield, MA, U.S.A.',
    'Downtown Springfield, MA',
    'City Hall, Springfield MA',
  ])
    assert.equal(first(words), 'Springfield, MA', words);
  assert.equal(first('Public Library, Chicago'), 'Chicago, IL');
  assert.equal(first('Capitol Hill, Seattle, WA'), 'Seattle, WA');
});

void test('a ZIP counts wherever it stands, a house number doesn’t', () => {
  for (const words of [
    '60614 Chicago',
    'Chicago 60614',
    'Chicago, IL, 60614',
    '10000 Clark St, Chicago, IL 60614-1234',
  ])
    assert.equal(first(words), '60614 Chicago, IL', words);
  assert.equal(first('12345 Main St, Springfield, IL'), 'Springfield, IL');
  assert.equal(first('Chicago IL 99999'), 'Chicago, IL');
});

void test('boroughs, sections and nicknames are found', () => {
  for (const name of ['Brooklyn', 'Queens', 'Bronx', 'Staten Island', 'Manhattan'])
    for (const words of [name, `${name}, NY`, `${name} NY`]) assert.equal(first(words), `${name}, NY`, words);
  const meant: Readonly<Record<string, string>> = {
    'Manhattan, KS': 'Manhattan, KS',
    Hollywood: 'Hollywood, CA',
    'Van Nuys': 'Van Nuys, CA',
    'LA, CA': 'Los Angeles, CA',
    'Downtown LA': 'Los Angeles, CA',
    'SF, CA': 'San Francisco, CA',
    'D.C.': 'Washington, DC',
    'N.Y.C.': 'New York City, NY',
    'New York, NY': 'New York City, NY',
    'Twin Cities': 'Minneapolis, MN',
  };
  for (const [words, label] of Object.entries(meant)) assert.equal(first(words), label, words);
});

void test('a name of a state that the data lacks is never sought abroad', () => {
  for (const words of ['Bay Head, NJ', 'Sunset Bay, NY', 'Breen, CO', 'Bern Township, PA'])
    for (const { country } of places.search(words, 8)) assert.equal(country, 'US', words);
});

void test('what somebody is typing brings up what it may become', () => {
  const whole = 'Springfield, Illinois';
  for (let length = 6; length <= whole.length; length++)
    assert.ok(labels(whole.slice(0, length), 20).includes('Springfield, IL'), whole.slice(0, length));
  assert.equal(first('Springfield, M'), 'Springfield, MO');
  assert.equal(first('springfield m'), 'Springfield, MO');
  assert.equal(first('los ang'), 'Los Angeles, CA');
  assert.equal(first('new'), 'New Hampshire');
});

void test('one wrong letter in a town’s name, and two in a long one, are forgiven', () => {
  const meant: Readonly<Record<string, string>> = {
    Springfeild: 'Springfield, MO',
    'Springfeild IL': 'Springfield, IL',
    Albequerque: 'Albuquerque, NM',
    Cincinatti: 'Cincinnati, OH',
    Philidelphia: 'Philadelphia, PA',
    'San Fransisco': 'San Francisco, CA',
    'Tuscon, AZ': 'Tucson, AZ',
    'Louisvile KY': 'Louisville, KY',
    'Abeline, TX': 'Abilene, TX',
    'Pittsburg, PA': 'Pittsburgh, PA',
  };
  for (const [words, label] of Object.entries(meant)) assert.equal(first(words), label, words);
});

void test('the whole name comes before longer ones, and the larger town before the smaller', () => {
  assert.equal(first('spring'), 'Spring, TX');
  assert.ok(labels('spring').includes('Springfield, MO'));
  const springfields = places.search('Springfield', 10).map(({ population }) => population ?? 0);
  assert.ok(springfields.length > 5);
  assert.deepEqual(
    springfields,
    [...springfields].sort((a, b) => b - a),
  );
});

void test('what isn’t there gives nothing', () => {
  for (const words of ['', ' ', '!!!', 'Qxzvburgh', '99999-0000', '00000'])
    assert.deepEqual(labels(words), [], words);
  assert.equal(places.postalCode('9411', 'US'), undefined);
  assert.equal(places.postalCode('94110', 'DE'), undefined);
  assert.equal(places.postalCode('94110', 'US')?.locality, 'San Francisco');
});

void test('any words give places that keep to the contract, no more than asked for', () => {
  const words = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ maxLength: 3 }),
    fc.constantFrom('%', '_', "'", ',,', ', IL'),
  );
  fc.assert(
    fc.property(words, fc.integer({ min: 1, max: 20 }), (text, limit) => {
      const found = places.search(text, limit);
      assert.ok(found.length <= limit);
      for (const place of found) assert.deepEqual(Place.parse(place), place);
    }),
  );
});

void test('knows where few people live', () => {
  assert.equal(places.populatedWithin(41.88, -87.63, 10_000), true, 'Chicago');
  assert.equal(places.populatedWithin(46.0, -108.9, 1_000), false, 'eastern Montana');
  assert.equal(places.populatedWithin(43.2, -117.6, 10_000), false, 'eastern Oregon');
  assert.equal(places.populatedWithin(0, -150, 10_000), false, 'the Pacific');
});
