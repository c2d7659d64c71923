import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Conversion, ConvertContext } from '../conversion.ts';
import { ImportedEvent } from '../imported-event.ts';
import { convertWhole } from '../pacing.ts';
import { isWhole } from '../test/corpora.ts';
import { readOsdi } from './osdi.ts';
import { nextOsdiPage } from './paging.ts';

const rally = {
  identifiers: ['action_network:1efc3644-af25-4253-90b8-a0baf12dbd1e', 'foreign:1'],
  title: 'Rally at the lake',
  description: '<p>Bring <a href="https://example.org">signs</a></p>',
  instructions: '<p>The code of the door is 4711</p>',
  browser_url: 'https://actionnetwork.org/events/rally',
  start_date: '2026-07-04T18:00:00Z',
  status: 'confirmed',
  visibility: 'public',
  capacity: 20,
  total_accepted: 5,
  'action_network:hidden': false,
  'action_network:sponsor': { title: 'Harbor Allies', browser_url: 'https://harbor.example' },
  location: {
    venue: 'Pier 3',
    address_lines: ['1 Lake Ave'],
    locality: 'Chicago',
    region: 'IL',
    postal_code: '60611',
    country: 'US',
    location: { latitude: 41.89, longitude: -87.6, accuracy: 'Rooftop' },
  },
};
const generic = {
  ...Object.fromEntries(Object.entries(rally).filter(([name]) => !name.startsWith('action_network:'))),
  identifiers: ['osdi_sample:9'],
};
const timezoneAt = (): string => 'America/Chicago';

function read(content: unknown, context: ConvertContext = { timezoneAt }): Conversion {
  return convertWhole(readOsdi, Buffer.from(JSON.stringify(content)), context);
}

const page = (...items: unknown[]): unknown => ({ _embedded: { 'osdi:events': items } });
const one = (changes: object, context?: ConvertContext): Conversion =>
  read(page({ ...rally, ...changes }), context);
const codes = ({ problems }: Conversion): string[] => problems.map(({ code }) => code);
const start = ({ events }: Conversion): string | undefined => events[0]?.timeslots[0]?.startDate;

void test('Action Network’s Z is none: the time is that of the place, in summer and winter', () => {
  assert.equal(start(one({})), '2026-07-04T23:00:00Z');
  assert.equal(start(one({ start_date: '2026-12-04T18:00:00Z' })), '2026-12-05T00:00:00Z');
  assert.equal(start(one({}, { timezone: 'Europe/London', timezoneAt })), '2026-07-04T17:00:00Z');
  assert.deepEqual(codes(one({}, {})), ['missing_timezone']);
  assert.equal(one({}).events[0]?.timezone, 'America/Chicago');
});

void test('other servers’ Z is true, and a zone they name counts', () => {
  assert.equal(start(read(page(generic))), '2026-07-04T18:00:00Z');
  const named = read(
    page({ ...generic, start_date: '2026-07-04T18:00:00', timezone_identifier: 'America/Denver' }),
  );
  assert.deepEqual([start(named), named.events[0]?.timezone], ['2026-07-05T00:00:00Z', 'America/Denver']);
  const day = read(page({ ...generic, all_day: true, all_day_date: '2026-07-04' }));
  assert.deepEqual([start(day), day.events[0]?.timeslots[0]?.allDay], ['2026-07-04T05:00:00Z', true]);
});

void test('an event keeps what everybody may know, and instructions never come out', () => {
  const conversion = one({});
  const [event] = conversion.events;
  assert.deepEqual(ImportedEvent.parse(event), event);
  assert.equal(event?.description, 'Bring [signs](https://example.org)');
  assert.deepEqual(event.source, {
    system: 'action_network',
    id: '1efc3644-af25-4253-90b8-a0baf12dbd1e',
    organization: 'Harbor Allies',
    url: 'https://actionnetwork.org/events/rally',
  });
  assert.deepEqual([event.timeslots[0]?.capacity, event.timeslots[0]?.spotsLeft], [20, 15]);
  assert.deepEqual([event.location?.venue, event.location?.precision], ['Pier 3', 'exact']);
  assert.doesNotMatch(JSON.stringify(conversion), /4711/);
  const hidden = one({ location: { ...rally.location, public: false } }).events[0]?.location;
  assert.deepEqual([hidden?.kind, hidden?.venue, hidden?.latitude], ['home', null, null]);
  const rough = { ...rally.location, location: { ...rally.location.location, accuracy: 'Approximate' } };
  assert.equal(one({ location: rough }).events[0]?.location?.precision, 'locality');
});

void test('hidden, private, cancelled and unvetted', () => {
  assert.deepEqual(codes(one({ 'action_network:hidden': true })), ['hidden_event']);
  assert.deepEqual(codes(one({ visibility: 'private' })), ['private_event']);
  assert.deepEqual(codes(one({ status: 'submitted' })), ['unapproved_event']);
  assert.equal(one({ status: 'cancelled' }).events[0]?.status, 'cancelled');
  assert.equal(one({ title: '', name: 'Admin name' }).events[0]?.title, 'Admin name');
  assert.deepEqual(codes(one({ start_date: undefined })), ['missing_date']);
  assert.deepEqual(codes(one({ start_date: 'soon' })), ['bad_date']);
  assert.deepEqual(codes(one({ end_date: '2026-07-04T10:00:00Z' })), ['bad_end_date']);
});

void test('pages follow their links until one is empty', () => {
  const linked = (items: unknown[]): unknown => ({
    ...(page(...items) as object),
    _links: { next: { href: 'https://actionnetwork.org/api/v2/events?page=2' } },
  });
  assert.equal(nextOsdiPage(linked([rally])), 'https://actionnetwork.org/api/v2/events?page=2');
  assert.equal(nextOsdiPage(linked([])), null);
  assert.equal(nextOsdiPage(page(rally)), null);
  const two = read([page(rally), page(generic)]);
  assert.equal(two.events.length, 2);
  assert.deepEqual(codes(read({ _embedded: { 'osdi:people': [] } })), ['no_events']);
  assert.deepEqual(codes(read('x')), ['unreadable_file']);
});

void test('any JSON gives events or told losses, never a throw', () => {
  const value = fc.letrec((tie) => ({
    any: fc.oneof(
      fc.constantFrom(null, true, '', 'x', 1e308, -1, '2026-07-04T18:00:00Z', {}, [], '9999-99-99'),
      fc.dictionary(
        fc.constantFrom(...Object.keys(rally), '_embedded', 'osdi:events', '_links', 'self', 'href'),
        tie('any'),
        { maxKeys: 4 },
      ),
      fc.array(tie('any'), { maxLength: 3 }),
    ),
  })).any;
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom(...Object.keys(rally)), value), { maxLength: 4 }),
      value,
      (changes, other) => {
        for (const content of [page({ ...rally, ...Object.fromEntries(changes) }), other, [other]]) {
          const conversion = read(content);
          assert.ok(isWhole(conversion));
          for (const event of conversion.events) assert.deepEqual(ImportedEvent.parse(event), event);
        }
      },
    ),
    { numRuns: 500 },
  );
});
