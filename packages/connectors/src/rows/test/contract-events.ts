import { eventKinds, type Event } from '@huddlekit/contract';
import { addDays, zonedInstant } from '@huddlekit/contract/zoned-time';
import fc from 'fast-check';
import type { ImportedEvent } from '../../imported-event.ts';

/** Zones with changes of the clock, without, with half hours, with a change at midnight, and far ahead. */
const zones = [
  'America/Chicago',
  'America/Phoenix',
  'Asia/Kolkata',
  'Africa/Cairo',
  'Pacific/Kiritimati',
  'Australia/Lord_Howe',
  'Europe/London',
  'UTC',
];
/** Days on which clocks change in some of them, and others. */
const days = [
  '2026-03-08',
  '2026-11-01',
  '2026-03-29',
  '2026-10-25',
  '2026-04-24',
  '2026-04-05',
  '2026-12-31',
  '2027-02-28',
];

const iso = (milliseconds: number): string => new Date(milliseconds).toISOString().replace('.000Z', 'Z');

const slot = (timezone: string): fc.Arbitrary<Event['timeslots'][number]> =>
  fc
    .record({
      day: fc.constantFrom(...days),
      minutes: fc.integer({ min: -300, max: 1_500 }),
      milliseconds: fc.constantFrom(0, 0, 0, 1_000, 1_001),
      length: fc.option(fc.integer({ min: 1, max: 3_000 })),
      allDay: fc.boolean(),
      more: fc.integer({ min: 1, max: 3 }),
      seats: fc.option(fc.integer({ min: 1, max: 5_000 })),
    })
    .map(({ day, minutes, milliseconds, length, allDay, more, seats }) => {
      const midnight = zonedInstant({ date: day, time: '00:00' }, timezone);
      const start = allDay ? midnight : midnight + minutes * 60_000 + milliseconds;
      const lastEnd = zonedInstant({ date: addDays(day, more), time: '00:00' }, timezone);
      const end = allDay ? lastEnd : length === null ? null : start + length * 60_000;
      return {
        id: 'AAAAAAAAAAAAAAAAAAAAAA',
        startDate: iso(start),
        endDate: end === null ? null : iso(end),
        allDay,
        capacity: seats,
        spotsLeft: seats,
        isFull: false,
      };
    });

/** Places whose state and point agree, with each precision; homes; a town without a point; none at all. */
const places: readonly Event['location'][] = [
  place({ venue: 'Federal Plaza', addressLines: ['50 W Adams St', 'Floor 2'], precision: 'exact' }),
  place({ precision: 'locality' }),
  place({ kind: 'home', precision: 'area', latitude: 41.8781136, longitude: -87.6297982 }),
  place({ kind: 'home', precision: 'hidden', latitude: null, longitude: null }),
  place({ locality: 'Boston', region: 'MA', postalCode: '02108', latitude: 42.3588, longitude: -71.0578 }),
  place({
    region: null,
    locality: 'Suva',
    country: 'FJ',
    postalCode: null,
    latitude: -18.1416,
    longitude: 178.4419,
  }),
  place({
    locality: 'Zürich',
    region: null,
    country: 'CH',
    postalCode: '8001',
    latitude: 47.3744,
    longitude: 8.541,
  }),
  place({ venue: '=SUM(A1)', addressLines: ['-1, "Quoted" St'], precision: 'exact' }),
  {
    ...place({ kind: 'online', precision: 'hidden' }),
    locality: null,
    region: null,
    postalCode: null,
    country: null,
    latitude: null,
    longitude: null,
  },
  null,
];

function place(changes: Partial<NonNullable<Event['location']>>): NonNullable<Event['location']> {
  return {
    kind: 'community',
    venue: null,
    addressLines: [],
    locality: 'Chicago',
    region: 'IL',
    postalCode: '60604',
    country: 'US',
    latitude: 41.88,
    longitude: -87.63,
    precision: 'locality',
    ...changes,
  };
}

const words = fc
  .string({
    unit: fc.constantFrom(
      'a',
      'É',
      '✊',
      ' ',
      ',',
      ';',
      '"',
      '\n',
      '=',
      '-',
      '+',
      '@',
      "'",
      '|',
      '<b>',
      '&amp;',
    ),
  })
  .map((text) => `Rally ${text}`);
const publicId = fc
  .array(fc.constantFrom('A', 'b', 'Z', '0', '9', '_', '-'), { minLength: 22, maxLength: 22 })
  .map((letters) => letters.join(''));

/** Events of the contract as a hub may publish them. */
export const contractEvent: fc.Arbitrary<Event> = fc.constantFrom(...zones).chain((timezone) =>
  fc
    .record({
      id: publicId,
      title: words.map((text) => text.replaceAll('\n', ' ').trim()),
      description: words,
      kind: fc.constantFrom(...eventKinds),
      timeslots: fc.uniqueArray(slot(timezone), {
        minLength: 1,
        maxLength: 4,
        selector: ({ startDate }) => startDate,
      }),
      location: fc.constantFrom(...places),
      foreignId: fc.option(fc.constantFrom('123', '=1', 'a b')),
      status: fc.constantFrom('confirmed', 'cancelled'),
    })
    .map(({ foreignId, ...said }) => ({
      ...said,
      pin: 1,
      summary: '',
      visibility: 'public',
      sponsor: null,
      hostName: null,
      timezone,
      timeslots: said.timeslots.sort((one, other) => Date.parse(one.startDate) - Date.parse(other.startDate)),
      isVirtual: said.location?.kind === 'online',
      languages: ['en'],
      accessibility: { wheelchair: true, asl: null, captions: false, notes: null },
      capacity: null,
      guestsPerRsvp: 5,
      commitments: [],
      links: { toolkit: null, safety: null, overview: null },
      tags: [],
      imageUrl: null,
      browserUrl: null,
      rsvp: 'none',
      source: {
        system: foreignId === null ? 'huddlekit' : 'mobilize',
        id: foreignId ?? said.id,
        organization: null,
        url: null,
      },
      series: null,
      createdAt: '2026-01-01T00:00:00Z',
      updatedAt: '2026-01-02T00:00:00Z',
    })),
);

/** What a way to a format and back must keep: time, zone, place and id. */
export function keptOf(event: Event | ImportedEvent, id: string = event.source.id): Record<string, unknown> {
  return {
    id,
    status: event.status,
    kind: event.kind,
    timezone: event.timezone,
    location: event.location,
    isVirtual: event.isVirtual,
    timeslots: event.timeslots.map(({ startDate, endDate, allDay }) => ({ startDate, endDate, allDay })),
  };
}
