import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Conversion, ConvertContext } from '../conversion.ts';
import { ImportedEvent } from '../imported-event.ts';
import { convertWhole } from '../pacing.ts';
import { isWhole } from '../test/corpora.ts';
import { deletedIds } from './deleted.ts';
import { readMobilize } from './mobilize.ts';

const huddle = {
  id: 700123,
  title: 'Kitchen-table huddle',
  description: 'Bring <b>bread</b>',
  summary: '',
  featured_image_url: '',
  event_type: 'HOUSE_PARTY',
  visibility: 'PUBLIC',
  address_visibility: 'PUBLIC',
  approval_status: 'APPROVED',
  timezone: 'America/Chicago',
  timeslots: [
    { id: 1, start_date: 1_800_000_000, end_date: 1_800_007_200, is_full: false, instructions: 'Ring twice' },
  ],
  location: {
    venue: 'Union Hall',
    address_lines: ['12 Main St', ''],
    locality: 'Duluth',
    region: 'MN',
    postal_code: '55802',
    country: 'US',
    location: { latitude: 46.78, longitude: -92.1 },
  },
  is_virtual: false,
  accessibility_status: 'ACCESSIBLE',
  accessibility_notes: 'Lift at the back',
  tags: [{ id: 77, name: 'Training series' }],
  sponsor: { id: 4242, name: 'Example Allies', event_feed_url: 'https://www.mobilize.us/exampleallies/' },
  browser_url: 'https://www.mobilize.us/exampleallies/event/700123/',
  contact: {
    name: 'Rosa Zimmerquist',
    email_address: 'rosa@zimmerquist.example',
    phone_number: '3125550188',
  },
  instructions: 'The key is under the mat',
  created_date: 1_790_000_000,
  modified_date: 1_790_000_060,
};

function read(content: unknown, context: ConvertContext = {}): Conversion {
  return convertWhole(readMobilize, Buffer.from(JSON.stringify(content)), context);
}

const one = (changes: object): Conversion => read({ data: [{ ...huddle, ...changes }] });
const codes = ({ problems }: Conversion): string[] => problems.map(({ code }) => code);

void test('every public field has its place, and what is for those who signed up has none', () => {
  const conversion = read({ data: [huddle], next: null });
  const [event] = conversion.events;
  assert.deepEqual(ImportedEvent.parse(event), event);
  assert.deepEqual(event, {
    kind: 'house-party',
    title: 'Kitchen-table huddle',
    summary: '',
    description: 'Bring **bread**',
    status: 'confirmed',
    sponsor: { id: '4242', name: 'Example Allies', url: 'https://www.mobilize.us/exampleallies/' },
    hostName: null,
    timezone: 'America/Chicago',
    timeslots: [
      {
        startDate: '2027-01-15T08:00:00Z',
        endDate: '2027-01-15T10:00:00Z',
        allDay: false,
        capacity: null,
        spotsLeft: null,
      },
    ],
    location: {
      kind: 'community',
      venue: 'Union Hall',
      addressLines: ['12 Main St'],
      locality: 'Duluth',
      region: 'MN',
      postalCode: '55802',
      country: 'US',
      latitude: 46.78,
      longitude: -92.1,
      precision: 'exact',
    },
    isVirtual: false,
    languages: [],
    accessibility: { wheelchair: true, asl: null, captions: null, notes: 'Lift at the back' },
    capacity: null,
    guestsPerRsvp: 5,
    links: { toolkit: null, safety: null, overview: null },
    tags: ['Training series'],
    imageUrl: null,
    browserUrl: huddle.browser_url,
    source: { system: 'mobilize', id: '700123', organization: 'Example Allies', url: huddle.browser_url },
    series: null,
    createdAt: '2026-09-21T14:13:20Z',
    updatedAt: '2026-09-21T14:14:20Z',
  });
  assert.doesNotMatch(JSON.stringify(conversion), /Zimmerquist|3125550188|under the mat|Ring twice/);
});

void test('a private address stays private whatever stands in its fields', () => {
  for (const sentence of [
    'This event’s address is private. Sign up for more details',
    '2417 Quillfeather Avenue',
  ]) {
    const location = { ...huddle.location, venue: sentence, address_lines: [sentence, ''] };
    const conversion = one({ address_visibility: 'PRIVATE', location });
    const { kind, venue, addressLines, locality, latitude } = conversion.events[0]?.location ?? {};
    assert.deepEqual([kind, venue, addressLines, locality, latitude], ['home', null, [], 'Duluth', null]);
    assert.doesNotMatch(JSON.stringify(conversion.events), /private\.|Quillfeather|46\.78/);
  }
});

void test('missing places in all their forms', () => {
  const nowhere = { ...huddle.location, location: { latitude: null, longitude: null } };
  assert.deepEqual(codes(one({ location: null })), ['missing_place']);
  assert.deepEqual(codes(one({ location: null, is_virtual: true })), []);
  assert.deepEqual(codes(one({ location: nowhere })), ['missing_point']);
  assert.deepEqual(codes(one({ location: { ...nowhere, location: undefined } })), ['missing_point']);
  assert.deepEqual(codes(one({ location: { ...nowhere, location: { latitude: 0, longitude: 0 } } })), [
    'bad_coordinates',
    'missing_point',
  ]);
});

void test('seats, ends, milliseconds and zones', () => {
  const slot = (changes: object) => one({ timeslots: [{ ...huddle.timeslots[0], ...changes }] });
  const seats = ({ events }: Conversion) =>
    events[0]?.timeslots.map(({ capacity, spotsLeft }) => [capacity, spotsLeft]);
  assert.deepEqual(seats(slot({ is_full: true, max_attendees: 12 })), [[12, 0]]);
  assert.deepEqual(seats(slot({ is_full: undefined, max_attendees: null })), [[null, null]]);
  assert.deepEqual(codes(slot({ end_date: 1 })), ['bad_end_date']);
  assert.equal(
    slot({ start_date: 1_800_000_000_000 }).events[0]?.timeslots[0]?.startDate,
    '2027-01-15T08:00:00Z',
  );
  assert.deepEqual(codes(slot({ start_date: 'soon' })), ['bad_date']);
  assert.deepEqual(codes(one({ timeslots: null })), ['missing_date']);
  const lost = one({ timezone: 'Nowhere/Else' });
  assert.deepEqual([lost.events[0]?.timezone, codes(lost)], ['America/Chicago', ['bad_timezone']]);
});

void test('kinds are an open set', () => {
  const kindOf = (type: unknown) => one({ event_type: type }).events[0]?.kind;
  assert.deepEqual(['TRAINING', 'TEXT_BANK', 'BARNSTORM', 'SOMETHING_NEW', null, 'constructor'].map(kindOf), [
    'training',
    'text-bank',
    'meeting',
    'other',
    'other',
    'other',
  ]);
});

void test('what isn’t for everybody isn’t listed', () => {
  assert.deepEqual(codes(one({ visibility: 'PRIVATE' })), ['private_event']);
  for (const status of ['NEEDS_APPROVAL', 'REJECTED', 'NEEDS_HOST_VERIFICATION'])
    assert.deepEqual(codes(one({ approval_status: status })), ['unapproved_event']);
  assert.deepEqual(codes(one({ title: null })), ['missing_title']);
  assert.deepEqual(codes(read({ data: [null, 'x', { title: 'No id' }] })), [
    'not_an_event',
    'not_an_event',
    'not_an_event',
  ]);
});

void test('one id is one event with all its timeslots, also over pages', () => {
  const later = { ...huddle, timeslots: [{ id: 2, start_date: 1_800_604_800, end_date: null }] };
  const conversion = read([{ data: [huddle] }, { data: [later] }]);
  assert.equal(conversion.events.length, 1);
  assert.deepEqual(
    conversion.events[0]?.timeslots.map(({ startDate }) => startDate),
    ['2027-01-15T08:00:00Z', '2027-01-22T08:00:00Z'],
  );
  assert.deepEqual(codes(conversion), ['duplicate_id']);
  assert.ok(isWhole(conversion));
});

void test('a cut search and an error are told; the deleted feed gives ids', () => {
  assert.deepEqual(codes(read({ count: 5_000, results_limited_to: 1_000, data: [] })), ['results_limited']);
  assert.deepEqual(codes(read({ data: null, error: { detail: 'No' } })), ['unreadable_file']);
  assert.deepEqual(deletedIds({ data: [{ id: 1, deleted_date: 2 }, { id: '3' }, null] }), ['1', '3']);
});

void test('any JSON gives events or told losses, never a throw', () => {
  const value = fc.letrec((tie) => ({
    any: fc.oneof(
      fc.constantFrom(null, true, '', 'x', '1e400', 1e308, -1, 1_800_000_000, {}, [], '__proto__'),
      fc.dictionary(
        fc.constantFrom(...Object.keys(huddle), 'location', 'latitude', '__proto__'),
        tie('any'),
        { maxKeys: 4 },
      ),
      fc.array(tie('any'), { maxLength: 3 }),
    ),
  })).any;
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom(...Object.keys(huddle)), value), { maxLength: 4 }),
      value,
      (changes, page) => {
        for (const content of [{ data: [{ ...huddle, ...Object.fromEntries(changes) }] }, page, [page]]) {
          const conversion = read(content);
          assert.ok(isWhole(conversion) || codes(conversion).includes('unreadable_file'));
          for (const event of conversion.events) assert.deepEqual(ImportedEvent.parse(event), event);
        }
      },
    ),
    { numRuns: 500 },
  );
  for (const bytes of ['', '{', '[[[[', '\u0000', 'null', '"x"'])
    assert.deepEqual(codes(convertWhole(readMobilize, Buffer.from(bytes))), ['unreadable_file']);
});
