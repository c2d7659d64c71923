import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { AttendanceReceipt, Event, Problem } from '@huddlekit/contract';
import fc from 'fast-check';
import {
  addEvent,
  firstTimeslot,
  homeEvent,
  patch,
  post,
  publishEvent,
  rsvpTo,
  startTestHub,
  type JsonAnswer,
  type TestHub,
} from './test-hub.test-helper.ts';

let server: TestHub;
let event: Event;
before(async () => {
  server = await startTestHub();
  event = await addEvent(server.hub, 'x');
});
after(() => server[Symbol.asyncDispose]());

const odd = fc.oneof(
  fc.jsonValue(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '',
    ' ',
    '\u0000',
    '\ud800',
    '\u202eabc',
    'a\r\nBcc: x@y.org',
    '=HYPERLINK("x")',
    '<script>',
    '9'.repeat(400),
  ),
  fc.constantFrom(0, -0, -1, 1e9, 2 ** 53, 1.5, -1e308),
);

/** The paths of every value inside. */
function pathsOf(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...path, key]))];
}

function replaced(value: unknown, [key, ...rest]: readonly string[], by: unknown): unknown {
  if (key === undefined) return by;
  const copy: unknown = structuredClone(value);
  if (typeof copy === 'object' && copy !== null)
    Reflect.set(copy, key, replaced(Reflect.get(copy, key), rest, by));
  return copy;
}

async function survives(
  url: string,
  good: unknown,
  send: (url: string, body: unknown) => Promise<JsonAnswer> = post,
): Promise<void> {
  const paths = pathsOf(good);
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...paths), odd, async (path, value) => {
      const { status, body } = await send(url, replaced(good, path, value));
      assert.ok(status < 500, `${String(status)} for ${path.join('/')}`);
      if (status >= 400) {
        const { errors = [] } = Problem.parse(body);
        for (const { pointer } of errors) assert.ok(pointer === '' || pointer.startsWith('/'));
      }
    }),
    { numRuns: 300 },
  );
}

test('no value anywhere in an RSVP brings the hub down', () =>
  survives(`${server.url}/v1/events/${event.id}/attendances`, {
    ...rsvpTo(event, 'ada@example.org'),
    guests: 1,
    language: 'en',
    timezone: 'America/Chicago',
    accessNeeds: 'none',
    referrer: { partner: 'ally', invitedBy: 'abc' },
    consent: { email: true, sms: false, organizations: ['ally'] },
    commitments: [{ id: 'a', version: '1' }],
  }));

test('no value anywhere in a host’s form brings the hub down', () =>
  survives(`${server.url}/v1/events`, {
    ...homeEvent(server.hub.now()),
    description: 'Bring soup.',
    accessibility: { wheelchair: true, notes: 'ramp' },
    coHosts: [{ name: 'Sam', email: 'sam@example.org' }],
    language: 'es',
  }));

test('no value anywhere in a report brings the hub down', () =>
  survives(`${server.url}/v1/events/${event.id}/reports`, {
    reason: 'fake',
    words: 'There is no such house.',
    email: 'eve@example.org',
  }));

test('no value anywhere in a change of an attendance brings the hub down', async () => {
  const { body } = await post(
    `${server.url}/v1/events/${event.id}/attendances`,
    rsvpTo(event, 'bob@example.org'),
  );
  const { attendances, manageUrl } = AttendanceReceipt.parse(body);
  const token = manageUrl.split('/').at(-1) ?? '';
  await survives(
    `${server.url}/v1/manage/attendances/${attendances[0]?.id ?? ''}`,
    {
      guests: 1,
      timeslotId: firstTimeslot(event),
      accessNeeds: 'none',
      person: { givenName: 'Bob', familyName: null, phone: '+1 773 555 0199', postalCode: '60647' },
      language: 'es',
    },
    (url, change) => patch(url, token, '*', change),
  );
});

test('no value anywhere in a change of an event brings the hub down', async () => {
  const id = await publishEvent(server);
  const token = server.hub.tokens.sign('event', id, 1);
  const { timeslots, location } = homeEvent(server.hub.now());
  const slot = (await server.hub.events.get(id))?.timeslots[0]?.id;
  await survives(
    `${server.url}/v1/manage/events/${id}`,
    {
      title: 'Soup',
      description: 'Bring a spoon.',
      kind: 'meeting',
      timezone: 'America/Denver',
      timeslots: [{ id: slot, allDay: true, capacity: 3 }, ...timeslots],
      location,
      browserUrl: 'https://example.org/',
      capacity: 4,
      guestsPerRsvp: 2,
      languages: ['en'],
      accessibility: { wheelchair: true, notes: null },
      addressRelease: 'confirmed',
      coHosts: [{ name: 'Sam', email: 'sam@example.org' }],
    },
    (url, change) => patch(url, token, '*', change),
  );
  await server.hub.events.approve(id, 'moderator');
  Event.parse(await server.hub.events.get(id));
});

test('no query brings the hub down, and every listed event is a whole one', async () => {
  const names = [
    'near',
    'within',
    'bbox',
    'from',
    'to',
    'kind',
    'sponsor',
    'virtual',
    'language',
    'accessible',
    'hasRoom',
    'q',
    'pins',
    'order',
    'limit',
    'cursor',
  ];
  const value = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.constantFrom(
      'true',
      '41.9,-87.7',
      '-180,-90,180,90',
      '2027-01-01T00:00:00Z',
      'distance',
      '5',
      '%',
      "'",
      '\\',
      '*',
      '"NEAR"',
      'bnVsbA',
      'WzEsMiwzXQ',
    ),
  );
  await fc.assert(
    fc.asyncProperty(fc.dictionary(fc.constantFrom(...names), value, { maxKeys: 5 }), async (query) => {
      for (const path of ['/v1/events', '/v1/pins']) {
        const response = await fetch(`${server.url}${path}?${new URLSearchParams(query).toString()}`);
        const body = (await response.json()) as { data?: unknown[] };
        assert.ok(
          [200, 400].includes(response.status),
          `${String(response.status)} for ${JSON.stringify(query)}`,
        );
        if (response.status === 400) Problem.parse(body);
        else for (const item of body.data ?? []) Event.parse(item);
      }
    }),
    { numRuns: 200 },
  );
});
