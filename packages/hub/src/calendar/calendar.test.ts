import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Event } from '@huddlekit/contract';
import { eventCalendar } from './calendar.ts';

const event: Event = {
  id: 'EEEEEEEEEEEEEEEEEEEEEE',
  pin: 1,
  kind: 'huddle',
  title: 'Soup; salad, and “letters”',
  summary: 'Bring a bowl',
  description: '',
  status: 'confirmed',
  visibility: 'public',
  sponsor: null,
  hostName: 'Ana',
  timezone: 'America/Chicago',
  timeslots: [
    slot('AAAAAAAAAAAAAAAAAAAAAA', '2026-11-28T16:30:00Z', '2026-11-28T18:00:00Z', false),
    slot('BBBBBBBBBBBBBBBBBBBBBB', '2026-12-01T06:00:00Z', '2026-12-03T06:00:00Z', true),
  ],
  location: {
    kind: 'home',
    venue: null,
    addressLines: [],
    locality: 'Chicago',
    region: 'IL',
    postalCode: '60647',
    country: 'US',
    latitude: 41.9,
    longitude: -87.7,
    precision: 'area',
  },
  isVirtual: false,
  languages: ['en'],
  accessibility: { wheelchair: null, asl: null, captions: null, notes: null },
  capacity: null,
  guestsPerRsvp: 5,
  commitments: [],
  links: { toolkit: null, safety: null, overview: null },
  tags: [],
  imageUrl: null,
  browserUrl: null,
  rsvp: 'native',
  source: { system: 'huddlekit', id: 'x', organization: null, url: null },
  series: null,
  createdAt: '2026-11-01T00:00:00Z',
  updatedAt: '2026-11-02T00:00:00Z',
};

function slot(id: string, startDate: string, endDate: string, allDay: boolean): Event['timeslots'][number] {
  return { id, startDate, endDate, allDay, capacity: null, spotsLeft: null, isFull: false };
}

void test('an entry a timeslot, whole days as dates with an exclusive end', () => {
  const file = eventCalendar(event, 'https://hub.example.org');
  assert.equal(file.match(/BEGIN:VEVENT/g)?.length, 2);
  assert.match(file, /\r\nDTSTART:20261128T163000Z\r\nDTEND:20261128T180000Z\r\n/);
  assert.match(file, /\r\nDTSTART;VALUE=DATE:20261201\r\nDTEND;VALUE=DATE:20261203\r\n/);
  assert.match(file, /\r\nSUMMARY:Soup\\; salad\\, and “letters”\r\n/);
  assert.match(file, /\r\nUID:AAAAAAAAAAAAAAAAAAAAAA-EEEEEEEEEEEEEEEEEEEEEE@hub\.example\.org\r\n/);
});

void test('the area of a home is no point of a calendar', () => {
  assert.doesNotMatch(eventCalendar(event, 'https://hub.example.org'), /GEO:|41\.9/);
});

void test('a cancelled event keeps its entry, its name and says so with a higher number', () => {
  const later = { ...event, status: 'cancelled', updatedAt: '2026-11-03T00:00:00Z' };
  const [before, after] = [event, later].map((each) => eventCalendar(each, 'https://hub.example.org'));
  const sequence = (file = ''): number => Number(/SEQUENCE:(\d+)/.exec(file)?.[1]);
  assert.match(after ?? '', /STATUS:CANCELLED/);
  assert.equal(/UID:.*/.exec(after ?? '')?.[0], /UID:.*/.exec(before ?? '')?.[0]);
  assert.ok(sequence(after) > sequence(before));
});

void test('no text can begin a line of its own', () => {
  const file = eventCalendar(
    { ...event, title: 'A\r\nATTENDEE:mailto:x@example.org' },
    'https://hub.example.org',
  );
  assert.doesNotMatch(file, /^ATTENDEE/m);
});
