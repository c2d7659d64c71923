import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Campaign, Event, EventPage, PlaceList, TrainingList } from '@huddlekit/contract';
import { decodePins, PinFeed } from '@huddlekit/contract/pins';
import { setTimeout } from 'node:timers/promises';
import { openHub } from '../hub.ts';
import { publishTrainings } from '../campaign/trainings.ts';
import type { IncomingEvent } from '../events/event-import.ts';
import { addEvent, incomingEvent, startTestHub, type TestHub } from './test-hub.test-helper.ts';

const hour = 3_600_000;
const day = 24 * hour;
const now = Date.UTC(2027, 2, 10, 15);
const at = (milliseconds: number): string => new Date(milliseconds).toISOString();

const campaign = {
  slug: 'spring',
  title: { en: 'Spring', es: 'Primavera' },
  summary: 'All together',
  organizer: { name: 'Alliance' },
  goal: { metric: 'people', target: 1_000_000 },
  actions: [
    { number: 1, title: 'First', summary: '', endDate: at(now - day) },
    { number: 2, title: 'Second', summary: '', startDate: at(now - hour) },
    { number: 3, title: 'Third', summary: '', startDate: at(now + day) },
  ],
  trainings: [2, 1, 3].map((number) => ({
    id: `session-${String(number)}`,
    number,
    title: `Session ${String(number)}`,
    startDate: at(now + (number - 1) * 7 * day + hour),
    endDate: at(now + (number - 1) * 7 * day + 2 * hour),
    timezone: 'America/New_York',
    join: { opensAt: at(now), url: 'https://meet.example.org/secret-room' },
  })),
};

function placed(
  id: string,
  latitude: number,
  longitude: number,
  startsIn: number,
  changes: Partial<IncomingEvent> = {},
): IncomingEvent {
  const base = incomingEvent(now, id);
  assert.ok(base.location);
  return {
    ...base,
    location: { ...base.location, latitude, longitude },
    timeslots: [{ startDate: at(now + startsIn), endDate: null, allDay: false, capacity: null }],
    ...changes,
  };
}

let server: TestHub;
let clock = now;
before(async () => {
  server = await startTestHub({ campaign, now: () => clock });
  const { events } = server.hub;
  await events.importEvents(
    [
      placed('chicago', 41.88, -87.63, 3 * day),
      placed('milwaukee', 43.04, -87.91, 2 * day, {
        kind: 'huddle',
        languages: ['es-MX'],
        sponsor: { id: 'union', name: 'Union', url: null },
      }),
      placed('fiji', -17.7, 178.1, 4 * day),
      placed('samoa', -13.8, -171.8, 5 * day, {
        accessibility: { wheelchair: true, asl: null, captions: null, notes: null },
      }),
      placed('over', 41.9, -87.6, -3 * hour),
      placed('running', 41.9, -87.6, -hour),
      placed('online', 0, 0, day, { isVirtual: true, location: null }),
      placed('full', 39.1, -94.6, 6 * day, {
        timeslots: [{ startDate: at(now + 6 * day), endDate: null, allDay: false, capacity: 3, reserved: 3 }],
      }),
      placed('today', 34.05, -118.24, 0, {
        timezone: 'America/Los_Angeles',
        timeslots: [{ startDate: '2027-03-10T08:00:00Z', endDate: null, allDay: true, capacity: null }],
      }),
    ],
    { rsvp: 'native' },
  );
  await publishTrainings(server.hub);
});
after(() => server[Symbol.asyncDispose]());

async function get(path: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(server.url + path, { headers });
}

async function page(query: string): Promise<EventPage> {
  const response = await get(`/v1/events?${query}`);
  assert.equal(response.status, 200, query);
  return EventPage.parse(await response.json());
}

async function names(query: string): Promise<string[]> {
  return (await page(query)).data.map(({ source }) => source.id);
}

test('the list shows what isn’t over, soonest first', async () => {
  assert.deepEqual(await names('kind=gathering,huddle'), [
    'today',
    'running',
    'online',
    'milwaukee',
    'chicago',
    'fiji',
    'samoa',
    'full',
  ]);
  assert.ok((await names(`kind=gathering&from=${at(now - day)}`)).includes('over'));
  assert.deepEqual(await names(`kind=gathering&to=${at(now + 2 * hour)}`), ['today', 'running']);
});

test('each filter narrows the list', async () => {
  assert.deepEqual(await names('kind=huddle'), ['milwaukee']);
  assert.deepEqual(await names('near=41.88,-87.63&within=50000'), ['running', 'chicago']);
  assert.deepEqual(await names('bbox=-88,41,-87,42'), ['running', 'chicago']);
  assert.deepEqual(await names('bbox=170,-30,-160,0'), ['fiji', 'samoa']);
  assert.deepEqual(await names('language=es'), ['milwaukee']);
  assert.deepEqual(await names('sponsor=union'), ['milwaukee']);
  assert.deepEqual(await names('accessible=true'), ['samoa']);
  assert.deepEqual(await names('virtual=true&kind=gathering'), ['online']);
  assert.ok(!(await names('hasRoom=true')).includes('full'));
  assert.deepEqual(await names('q=MILWAUK%C3%89E'), ['milwaukee']);
  assert.deepEqual(await names('q=%25'), await names(''));
  assert.deepEqual(await names(`q=${encodeURIComponent("' or 1=1 --")}`), []);
});

test('pages follow each other without a gap or a repeat, by time and by distance', async () => {
  for (const order of ['', '&order=distance&near=41.88,-87.63']) {
    const whole = await names(`limit=100${order}`);
    const walked: string[] = [];
    let next: string | null = '';
    do {
      const part = await page(`limit=2${order}${next && `&cursor=${next}`}`);
      walked.push(...part.data.map(({ source }) => source.id));
      next = part.next;
    } while (next !== null);
    assert.deepEqual(walked, whole);
    assert.equal(new Set(walked).size, walked.length);
  }
});

test('an event whose times start together is listed once', async () => {
  const startDate = at(now + 40 * day);
  const slot = { startDate, endDate: null, allDay: false, capacity: null };
  const both = placed('twice', 47.6, -122.3, 0, { timeslots: [slot, { ...slot, capacity: 5 }] });
  await server.hub.events.importEvents([both]);
  assert.deepEqual(await names('bbox=-123,47,-122,48'), ['twice']);
  assert.deepEqual(await names('bbox=-123,47,-122,48&hasRoom=true'), ['twice']);
});

test('distances go from the searched point, and none is claimed for an event without one', async () => {
  const { data } = await page('near=41.88,-87.63&order=start');
  const distances = new Map(data.map(({ source, distance }) => [source.id, distance]));
  assert.equal(distances.get('chicago'), 0);
  assert.equal(distances.get('online'), undefined);
  assert.ok(Math.abs((distances.get('milwaukee') ?? 0) - 131_000) < 2000);
});

test('pins name events in the order asked', async () => {
  const { data } = await page('limit=100');
  const pins = data.map(({ pin }) => pin).reverse();
  const answer = await page(`pins=${pins.join(',')}`);
  assert.deepEqual(
    answer.data.map(({ pin }) => pin),
    pins,
  );
});

test('the pins feed takes the same filters and marks the days', async () => {
  const feed = PinFeed.parse(await (await get('/v1/pins')).json());
  const pins = decodePins(feed);
  const listed = (await page('limit=100')).data.filter(({ location }) => location?.latitude != null);
  assert.deepEqual(pins.map(({ pin }) => pin).sort(), listed.map(({ pin }) => pin).sort());
  const chicago = listed.find(({ source }) => source.id === 'chicago');
  const pin = pins.find((candidate) => candidate.pin === chicago?.pin);
  assert.deepEqual(pin?.days, [3]);
  assert.equal(pin.start, now + 3 * day);
  assert.ok(Math.abs(pin.latitude - 41.88) < 0.0001);
  const huddles = decodePins(PinFeed.parse(await (await get('/v1/pins?kind=huddle')).json()));
  assert.equal(huddles.length, 1);
});

test('the pins feed shows a change within two seconds', async () => {
  const before = decodePins(PinFeed.parse(await (await get('/v1/pins')).json())).length;
  clock += 10;
  await addEvent(server.hub, 'new');
  clock += 2000;
  const later = decodePins(PinFeed.parse(await (await get('/v1/pins')).json())).length;
  assert.equal(later, before + 1);
  const event = (await server.hub.events.ofSource('test')).find(({ source }) => source.id === 'new');
  clock += 10;
  await server.hub.events.cancel(event?.id ?? '', 'test');
  clock += 2000;
  assert.equal(decodePins(PinFeed.parse(await (await get('/v1/pins')).json())).length, before);
});

test('the pins feed shows what another process has written', async () => {
  const count = async (): Promise<number> =>
    decodePins(PinFeed.parse(await (await get('/v1/pins')).json())).length;
  const before = await count();
  clock += 10;
  const { settings } = server.hub;
  const other = openHub(settings, { now: () => clock });
  await addEvent(other, 'elsewhere');
  await other.close();
  clock += 2000;
  assert.equal(await count(), before + 1);
});

test('what hasn’t changed isn’t sent again', async () => {
  const id = (await page('')).data[0]?.id ?? '';
  for (const path of [
    '/v1/events',
    `/v1/events/${id}`,
    '/v1/pins',
    '/v1/campaign',
    '/v1/places?q=60647',
    '/openapi.json',
  ]) {
    const first = await get(path);
    const tag = first.headers.get('etag') ?? '';
    assert.match(tag, /^W\/"[\w-]{22}"$/, path);
    await first.arrayBuffer();
    const again = await get(path, { 'if-none-match': `"other", ${tag}` });
    assert.equal(again.status, 304, path);
    assert.equal(await again.text(), '');
    const head = await fetch(server.url + path, { method: 'HEAD' });
    assert.equal(head.status, 200, path);
    assert.equal(head.headers.get('etag'), tag);
    assert.match(head.headers.get('cache-control') ?? '', /^public/);
    await setTimeout(0);
  }
});

test('an event is found by its id, a cancelled one too, and an unknown one isn’t', async () => {
  const [first] = (await page('')).data;
  const found = Event.parse(await (await get(`/v1/events/${first?.id ?? ''}`)).json());
  assert.equal(found.id, first?.id);
  const event = await addEvent(server.hub, 'off');
  await server.hub.events.cancel(event.id, 'test');
  assert.equal(Event.parse(await (await get(`/v1/events/${event.id}`)).json()).status, 'cancelled');
  assert.ok(!(await names('limit=100')).includes('off'));
  assert.equal((await get(`/v1/events/${'A'.repeat(22)}`)).status, 404);
});

test('the campaign speaks the reader’s language', async () => {
  const spanish = Campaign.parse(
    await (await get('/v1/campaign', { 'accept-language': 'es-MX,es;q=0.9,en;q=0.5' })).json(),
  );
  assert.equal(spanish.title, 'Primavera');
  const response = await get('/v1/campaign', { 'accept-language': 'fr' });
  assert.match(response.headers.get('vary') ?? '', /accept-language/);
  const english = Campaign.parse(await response.json());
  assert.equal(english.title, 'Spring');
  assert.deepEqual(
    english.actions.map(({ status }) => status),
    ['done', 'current', 'next'],
  );
});

test('trainings come in order with the hub’s clock and without the link to join', async () => {
  const response = await get('/v1/trainings');
  const text = await response.text();
  assert.ok(!text.includes('secret-room'));
  const list = TrainingList.parse(JSON.parse(text));
  assert.deepEqual(
    list.data.map(({ series }) => series?.number),
    [1, 2, 3],
  );
  assert.equal(Date.parse(list.now), clock);
  assert.equal(list.data[0]?.join?.opensAt, at(now));
  assert.ok(list.data.every(({ isVirtual, rsvp }) => isVirtual && rsvp === 'native'));
});

test('places are found by ZIP and by name', async () => {
  const first = async (q: string): Promise<string | undefined> =>
    PlaceList.parse(await (await get(`/v1/places?q=${encodeURIComponent(q)}`)).json()).data[0]?.label;
  assert.equal(await first('94110'), '94110 San Francisco, CA');
  assert.equal(await first('Chicago'), 'Chicago, IL');
});

test('pages of any origin may read and send, and nothing else', async () => {
  const preflight = async (path: string, method: string): Promise<Response> =>
    fetch(server.url + path, {
      method: 'OPTIONS',
      headers: { origin: 'https://ally.example', 'access-control-request-method': method },
    });
  const send = await preflight(`/v1/events/${'A'.repeat(22)}/attendances`, 'POST');
  assert.equal(send.status, 204);
  assert.equal(send.headers.get('access-control-allow-origin'), '*');
  assert.equal(send.headers.get('access-control-allow-methods'), 'POST');
  assert.match(send.headers.get('access-control-allow-headers') ?? '', /idempotency-key/);
  assert.match(send.headers.get('cache-control') ?? '', /max-age/);
  const host = await preflight(`/v1/manage/events/${'A'.repeat(22)}`, 'GET');
  assert.equal(host.status, 405);
  assert.equal(host.headers.get('access-control-allow-origin'), null);
  assert.equal((await get('/v1/events')).headers.get('access-control-allow-origin'), '*');
  assert.equal((await get('/v1/events')).headers.get('access-control-allow-credentials'), null);
});

test('answers can’t be framed or sniffed', async () => {
  const { headers } = await get('/v1/events');
  assert.equal(headers.get('x-content-type-options'), 'nosniff');
  assert.equal(headers.get('content-security-policy'), "default-src 'none'; frame-ancestors 'none'");
  assert.equal(headers.get('referrer-policy'), 'no-referrer');
});
