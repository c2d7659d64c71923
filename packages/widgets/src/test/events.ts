import type { Event, Location, Timeslot } from '@huddlekit/contract';

const identifier = (pin: number): string => `event${String(pin).padStart(17, '0')}`;

/** A huddle in Chicago on a day far ahead; `pin` tells it from others. */
export function event(pin: number, change: Partial<Event> = {}): Event {
  return {
    id: identifier(pin),
    pin,
    kind: 'huddle',
    title: `Kitchen-table huddle ${String(pin)}`,
    summary: '',
    description: '',
    status: 'confirmed',
    visibility: 'public',
    sponsor: null,
    hostName: 'Maribel',
    timezone: 'America/Chicago',
    timeslots: [timeslot()],
    location: location(),
    isVirtual: false,
    languages: ['en'],
    accessibility: { wheelchair: null, asl: null, captions: null, notes: null },
    capacity: 12,
    guestsPerRsvp: 3,
    commitments: [],
    links: { toolkit: null, safety: null, overview: null },
    tags: [],
    imageUrl: null,
    browserUrl: null,
    rsvp: 'native',
    source: { system: 'huddlekit', id: identifier(pin), organization: null, url: null },
    series: null,
    createdAt: '2026-11-01T00:00:00Z',
    updatedAt: '2026-11-01T00:00:00Z',
    ...change,
  };
}

export function timeslot(change: Partial<Timeslot> = {}): Timeslot {
  return {
    id: identifier(0),
    startDate: '2096-12-01T16:30:00Z',
    endDate: '2096-12-01T18:00:00Z',
    allDay: false,
    capacity: 12,
    spotsLeft: 4,
    isFull: false,
    ...change,
  };
}

export function location(change: Partial<Location> = {}): Location {
  return {
    kind: 'home',
    venue: null,
    addressLines: [],
    locality: 'Chicago',
    region: 'IL',
    postalCode: '60647',
    country: 'US',
    latitude: 41.92,
    longitude: -87.7,
    precision: 'area',
    ...change,
  };
}

/** A training that takes place online. */
export function onlineEvent(pin: number): Event {
  return event(pin, {
    kind: 'training',
    title: `Training ${String(pin)}: Hosting people who disagree`,
    isVirtual: true,
    location: null,
  });
}
