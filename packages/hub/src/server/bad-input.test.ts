import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { AttendanceReceipt, Problem } from '@huddlekit/contract';
import {
  addEvent,
  homeEvent,
  incomingEvent,
  newKey,
  patch,
  post,
  publishEvent,
  rsvpTo,
  startTestHub,
  type JsonAnswer,
  type TestHub,
} from './test-hub.test-helper.ts';

const campaign = {
  slug: 'test',
  title: 'Test',
  summary: '',
  organizer: { name: 'Test' },
  commitments: [{ id: 'nonviolence', version: '2', text: 'I stay nonviolent.' }],
};
const commitments = [{ id: 'nonviolence', version: '2' }];
let server: TestHub;
before(async () => {
  server = await startTestHub({ campaign });
});
after(() => server[Symbol.asyncDispose]());

/** Checks a problem and answers `code: pointers`. */
function told({ status, headers, body }: JsonAnswer, isShared = true): string {
  assert.match(headers.get('content-type') ?? '', /^application\/problem\+json/);
  assert.equal(headers.get('cache-control'), 'no-store');
  assert.equal(headers.get('access-control-allow-origin'), isShared ? '*' : null);
  const problem = Problem.parse(body);
  assert.equal(problem.status, status);
  assert.equal(problem.requestId, headers.get('x-request-id'));
  const pointers = (problem.errors ?? []).map(({ pointer, message }) => {
    assert.ok(message.length > 5);
    return pointer;
  });
  return `${String(status)} ${problem.code} ${pointers.join(' ')}`.trim();
}

async function aliveStill(): Promise<void> {
  assert.equal((await fetch(`${server.url}/readyz`)).status, 200);
}

interface WriteRoute {
  readonly name: string;
  readonly path: () => Promise<string>;
  readonly body: () => Promise<Record<string, unknown>>;
  readonly missing: string;
  readonly wrong: (body: Record<string, unknown>) => Record<string, unknown>;
  readonly wrongPointers: string;
}

const writeRoutes: readonly WriteRoute[] = [
  {
    name: 'POST /v1/events',
    path: async () => '/v1/events',
    body: async () => ({ ...homeEvent(server.hub.now()), commitments }),
    missing: '422 validation_failed /kind /title /timezone /timeslots /location /host',
    wrong: (body) => ({ ...body, title: 7, capacity: 'ten', timezone: 'Mars/Olympus', timeslots: {} }),
    wrongPointers: '422 validation_failed /title /timezone /timeslots /capacity',
  },
  {
    name: 'POST /v1/events/{id}/attendances',
    path: async () => `/v1/events/${(await addEvent(server.hub, 'open')).id}/attendances`,
    body: async () => ({ ...rsvpTo(await addEvent(server.hub, 'open'), 'ada@example.org'), commitments }),
    missing: '422 validation_failed /timeslotIds /person',
    wrong: (body) => ({ ...body, timeslotIds: 'x', guests: 1.5, person: { givenName: [], email: 3 } }),
    wrongPointers: '422 validation_failed /timeslotIds /person/givenName /person/email /guests',
  },
];

for (const { name, path, body, missing, wrong, wrongPointers } of writeRoutes) {
  test(`${name} names what doesn’t fit and stays up`, async (t) => {
    const url = `${server.url}${await path()}`;
    const good = await body();
    const cases: [string, unknown, string, Record<string, string>?][] = [
      ['nothing', {}, missing],
      ['wrong types', wrong(good), wrongPointers],
      ['null', 'null', '422 validation_failed'],
      ['an array', '[]', '422 validation_failed'],
      ['a number', '7', '422 validation_failed'],
      ['broken JSON', '{"a":', '400 bad_json'],
      ['an empty body', '', '400 bad_json'],
      ['a prototype', '{"__proto__":{"x":1}}', '400 bad_json'],
      ['deep nesting', `${'['.repeat(30_000)}${']'.repeat(30_000)}`, '422 validation_failed'],
      ['a huge body', { ...good, description: 'x'.repeat(70_000) }, '413 body_too_large'],
      ['text', 'hello', '415 unsupported_media_type', { 'content-type': 'text/plain' }],
      [
        'a form',
        'a=b',
        '415 unsupported_media_type',
        { 'content-type': 'application/x-www-form-urlencoded' },
      ],
      ['no key', good, '400 idempotency_key_missing', { 'idempotency-key': '' }],
      ['a short key', good, '400 idempotency_key_missing', { 'idempotency-key': 'short' }],
      ['a long key', good, '400 idempotency_key_missing', { 'idempotency-key': 'k'.repeat(256) }],
    ];
    for (const [what, input, expected, headers] of cases) {
      await t.test(what, async () => {
        const answer = await post(url, input, headers);
        assert.equal(told(answer), expected);
        await aliveStill();
      });
    }
    await t.test('a key used for another body', async () => {
      const headers = { 'idempotency-key': newKey() };
      assert.ok([201, 202].includes((await post(url, good, headers)).status));
      const other = name.includes('attendances') ? { ...good, guests: 3 } : { ...good, title: 'Another' };
      assert.equal(told(await post(url, other, headers)), '422 idempotency_mismatch');
    });
  });
}

interface ChangeRoute {
  readonly name: string;
  readonly make: () => Promise<{ url: string; token: string }>;
  readonly good: Record<string, unknown>;
  readonly wrong: Record<string, unknown>;
  readonly wrongPointers: string;
  readonly unknown: readonly (readonly [Record<string, unknown>, string])[];
}

const changeRoutes: readonly ChangeRoute[] = [
  {
    name: 'PATCH /v1/manage/attendances/{id}',
    make: async () => {
      const event = await addEvent(server.hub, 'open');
      const input = { ...rsvpTo(event, `${newKey()}@example.org`), commitments };
      const { body } = await post(`${server.url}/v1/events/${event.id}/attendances`, input);
      const { attendances, manageUrl } = AttendanceReceipt.parse(body);
      const url = `${server.url}/v1/manage/attendances/${attendances[0]?.id ?? ''}`;
      return { url, token: manageUrl.split('/').at(-1) ?? '' };
    },
    good: { guests: 1 },
    wrong: {
      guests: 1.5,
      timeslotId: 'x',
      accessNeeds: 7,
      person: { givenName: '', phone: 'x' },
      language: '',
    },
    wrongPointers: '/guests /timeslotId /accessNeeds /person/givenName /person/phone /language',
    unknown: [
      [{ email: 'eve@example.org' }, '/email'],
      [{ guests: 1, person: { email: 'eve@example.org' } }, '/person/email'],
      [{ status: 'confirmed', version: 3 }, '/status /version'],
    ],
  },
  {
    name: 'PATCH /v1/manage/events/{id}',
    make: async () => {
      const id = await publishEvent(server, { commitments });
      return { url: `${server.url}/v1/manage/events/${id}`, token: server.hub.tokens.sign('event', id, 1) };
    },
    good: { capacity: 7 },
    wrong: {
      title: ' ',
      kind: 'party',
      capacity: 0,
      timezone: 'Mars/Olympus',
      browserUrl: 'javascript:alert(1)',
      timeslots: [],
      coHosts: [{ email: 'x' }],
      accessibility: {},
      location: 'here',
    },
    wrongPointers:
      '/kind /title /timezone /timeslots /location /browserUrl /capacity /accessibility /coHosts/0/name /coHosts/0/email',
    unknown: [
      [{ host: { email: 'eve@example.org' } }, '/host'],
      [{ status: 'confirmed' }, '/status'],
      [{ location: { kind: 'online', precision: 'exact' } }, '/location/precision'],
      [{ timeslots: [{ startDate: '2031-01-01T00:00:00Z', spotsLeft: 3 }] }, '/timeslots/0/spotsLeft'],
      [{ coHosts: [{ name: 'Sam', phone: '1' }] }, '/coHosts/0/phone'],
    ],
  },
];

for (const { name, make, good, wrong, wrongPointers, unknown } of changeRoutes) {
  test(`${name} names what doesn’t fit, changes nothing and stays up`, async (t) => {
    const { url, token } = await make();
    const view = async (): Promise<unknown> =>
      (await fetch(url, { headers: { authorization: `Bearer ${token}` } })).json();
    const before = await view();
    const cases: [string, unknown, string, Record<string, string>?][] = [
      ['nothing', {}, '422 validation_failed'],
      ['wrong types', wrong, `422 validation_failed ${wrongPointers}`],
      ['null', 'null', '422 validation_failed'],
      ['an array', '[]', '422 validation_failed'],
      ['broken JSON', '{"a":', '400 bad_json'],
      ['an empty body', '', '400 bad_json'],
      ['a prototype', '{"__proto__":{"x":1}}', '400 bad_json'],
      ['deep nesting', `${'['.repeat(30_000)}${']'.repeat(30_000)}`, '422 validation_failed'],
      ['a huge body', { ...good, description: 'x'.repeat(70_000) }, '413 body_too_large'],
      ['text', 'hello', '415 unsupported_media_type', { 'content-type': 'text/plain' }],
      [
        'a patch of another kind',
        good,
        '415 unsupported_media_type',
        { 'content-type': 'application/json-patch+json' },
      ],
      ['a short key', good, '400 idempotency_key_missing', { 'idempotency-key': 'short' }],
      ['an empty key', good, '400 idempotency_key_missing', { 'idempotency-key': '' }],
      ['a stale version', good, '412 version_mismatch', { 'if-match': '"999"' }],
      ['a version that is none', good, '412 version_mismatch', { 'if-match': 'latest' }],
      ['no token', good, '401 unauthorized', { authorization: '' }],
      ['a token of another kind', good, '401 unauthorized', { authorization: 'Basic YTpi' }],
      ...unknown.map(([body, pointers]): [string, unknown, string] => [
        `an unknown field ${pointers}`,
        body,
        `422 validation_failed ${pointers}`,
      ]),
    ];
    for (const [what, input, expected, headers] of cases) {
      await t.test(what, async () => {
        const answer = await patch(url, token, '*', input, headers);
        assert.equal(told(answer, name.includes('attendances')), expected);
        if (what.startsWith('an unknown'))
          assert.ok(answer.body.errors?.every(({ code }) => code === 'unknown_field'));
        await aliveStill();
      });
    }
    await t.test('no version', async () => {
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
      const response = await fetch(url, { method: 'PATCH', headers, body: JSON.stringify(good) });
      assert.equal(response.status, 428);
      assert.equal(Problem.parse(await response.json()).code, 'precondition_required');
    });
    assert.deepEqual(await view(), before);
    assert.equal((await patch(url, token, '*', good)).status, 200);
  });
}

test('bad e-mails are refused where they stand', async () => {
  const event = await addEvent(server.hub, 'open');
  const url = `${server.url}/v1/events/${event.id}/attendances`;
  for (const email of [
    '',
    'ada',
    'a@b',
    'a@@b.org',
    'a b@c.org',
    'a@b.org\r\nBcc: x@y.org',
    '<a@b.org>',
    'a@b.org,c@d.org',
    `${'a'.repeat(300)}@b.org`,
  ]) {
    assert.equal(
      told(await post(url, { ...rsvpTo(event, email), commitments })),
      '422 validation_failed /person/email',
      email,
    );
  }
});

test('an RSVP that the event can’t take says why', async () => {
  const { hub, url } = server;
  const event = await addEvent(hub, 'open');
  const to = (id: string): string => `${url}/v1/events/${id}/attendances`;
  const good = { ...rsvpTo(event, 'why@example.org'), commitments };
  const other = await addEvent(hub, 'other');

  assert.equal(told(await post(to('A'.repeat(22)), good)), '404 not_found');
  assert.equal(told(await post(to('not-an-id'), good)), '404 not_found');
  const unknown = { ...good, timeslotIds: other.timeslots.map(({ id }) => id) };
  assert.equal(told(await post(to(event.id), unknown)), '422 validation_failed /timeslotIds/0');
  assert.equal(told(await post(to(event.id), { ...good, guests: 6 })), '422 validation_failed /guests');
  assert.equal(told(await post(to(event.id), { ...good, guests: -1 })), '422 validation_failed /guests');
  assert.equal(
    told(await post(to(event.id), { ...good, commitments: [] })),
    '422 validation_failed /commitments',
  );
  const old = { ...good, commitments: [{ id: 'nonviolence', version: '1' }] };
  assert.equal(told(await post(to(event.id), old)), '422 validation_failed /commitments');

  const past = await addEvent(hub, 'past', {
    timeslots: [{ startDate: '2020-01-01T18:00:00Z', endDate: null, allDay: false, capacity: null }],
  });
  assert.equal(
    told(await post(to(past.id), { ...good, timeslotIds: past.timeslots.map(({ id }) => id) })),
    '409 event_over',
  );

  await hub.events.importEvents([
    { ...incomingEvent(hub.now(), 'linked'), browserUrl: 'https://example.org/e' },
  ]);
  const linked = (await hub.events.ofSource('test')).find(({ source }) => source.id === 'linked');
  assert.ok(linked);
  const there = { ...good, timeslotIds: linked.timeslots.map(({ id }) => id) };
  assert.equal(told(await post(to(linked.id), there)), '409 rsvp_elsewhere');

  await hub.events.cancel(other.id, 'test');
  assert.equal(told(await post(to(other.id), unknown)), '409 event_cancelled');
});

test('a host’s form that can’t be says what to put right', async () => {
  const { hub, url } = server;
  const good = { ...homeEvent(hub.now()), commitments };
  const send = async (changes: object): Promise<string> =>
    told(await post(`${url}/v1/events`, { ...good, ...changes }));
  const slot = (start: number, end: number): object => ({
    timeslots: [{ startDate: new Date(start).toISOString(), endDate: new Date(end).toISOString() }],
  });
  const now = hub.now();
  assert.equal(await send(slot(now - 1000, now + 1000)), '422 validation_failed /timeslots/0/startDate');
  assert.equal(await send(slot(now + 9e10, now + 9.1e10)), '422 validation_failed /timeslots/0/startDate');
  assert.equal(await send(slot(now + 2000, now + 1000)), '422 validation_failed /timeslots/0/endDate');
  assert.equal(await send(slot(now + 1000, now + 4e9)), '422 validation_failed /timeslots/0/endDate');
  assert.equal(
    await send(slot(now + 1000, Date.parse('9999-12-31'))),
    '422 validation_failed /timeslots/0/endDate',
  );
  for (const title of [
    '\u200b\u2060',
    'gnp.exe\u202e',
    'half \ud800',
    'a\0b',
    'a\r\nBcc: b@example.org',
    '\ufeff',
  ])
    assert.equal(await send({ title }), '422 validation_failed /title', JSON.stringify(title));
  assert.equal(await send({ description: 'half \ud800' }), '422 validation_failed /description');
  assert.equal(await send({ capacity: -1 }), '422 validation_failed /capacity');
  assert.equal(await send({ capacity: 2 ** 31 }), '422 validation_failed /capacity');
  assert.equal(await send({ commitments: [] }), '422 validation_failed /commitments');
  assert.equal(await send({ host: { ...good.host, email: 'nobody' } }), '422 validation_failed /host/email');
  assert.equal(await send({ capacity: 0 }), '422 validation_failed /capacity');
  assert.equal(await send({ browserUrl: 'javascript:alert(1)' }), '422 validation_failed /browserUrl');
  const place = (changes: object): object => ({ location: { ...good.location, ...changes } });
  assert.equal(await send(place({ addressLines: [] })), '422 validation_failed /location/addressLines');
  assert.equal(
    await send(place({ locality: undefined, postalCode: undefined })),
    '422 validation_failed /location/locality',
  );
  assert.equal(await send(place({ longitude: undefined })), '422 validation_failed /location/longitude');
  assert.equal(await send(place({ latitude: 0, longitude: 0 })), '422 validation_failed /location/latitude');
  assert.equal(
    await send(place({ latitude: 90, longitude: 180 })),
    '422 validation_failed /location/latitude',
  );
  assert.equal(
    await send(place({ addressLines: ['\u200b'] })),
    '422 validation_failed /location/addressLines/0',
  );
  assert.equal(
    await send(place({ latitude: -87.7, longitude: 41.92 })),
    '422 validation_failed /location/latitude',
  );
});

test('queries that don’t fit name their value', async () => {
  const get = async (query: string): Promise<string> => {
    const response = await fetch(`${server.url}/v1/events?${query}`);
    return told({
      status: response.status,
      headers: response.headers,
      body: (await response.json()) as JsonAnswer['body'],
    });
  };
  assert.equal(await get('near=x'), '400 bad_request ?near');
  assert.equal(await get('near=91,0'), '400 bad_request ?near');
  assert.equal(await get('within=5'), '400 bad_request ?within');
  assert.equal(await get('near=1,1&within=-1'), '400 bad_request ?within');
  assert.equal(await get('bbox=1,2,3'), '400 bad_request ?bbox');
  assert.equal(await get('bbox=0,10,10,0'), '400 bad_request ?bbox');
  assert.equal(await get('limit=0'), '400 bad_request ?limit');
  assert.equal(await get('limit=1e9'), '400 bad_request ?limit');
  assert.equal(await get('order=distance'), '400 bad_request ?order');
  assert.equal(await get('cursor=tampered'), '400 bad_request ?cursor');
  assert.equal(await get('from=yesterday'), '400 bad_request ?from');
  assert.equal(await get('kind=a&kind=b'), '400 bad_request ?kind');
  assert.equal(await get('pins=1,x'), '400 bad_request ?pins');
});

test('unknown addresses and methods are problems too', async () => {
  const ask = async (path: string, method: string): Promise<[number, string | null]> => {
    const response = await fetch(server.url + path, { method });
    assert.match(response.headers.get('content-type') ?? '', /^application\/problem\+json/);
    return [response.status, response.headers.get('allow')];
  };
  assert.deepEqual(await ask('/v1/nothing', 'GET'), [404, null]);
  assert.deepEqual(await ask('/v1/campaign', 'DELETE'), [405, 'GET, HEAD']);
  assert.deepEqual(await ask('/v1/events', 'PUT'), [405, 'GET, HEAD, POST']);
  assert.deepEqual(await ask('/v1/%', 'GET'), [400, null]);
});
