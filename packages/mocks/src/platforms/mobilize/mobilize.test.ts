import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { MobilizeEvent } from './event.ts';
import { mobilizeEvents } from './events.ts';
import { mobilizeServer, type MobilizeOptions } from './mobilize.ts';

const start = Date.parse('2027-01-15T18:00:00Z');
const seconds = start / 1_000;
const feed = 'https://api.mobilize.us/v1/organizations/4242/events';
const everything = 'https://api.mobilize.us/v1/organizations/1/events';
const ownKey = { authorization: 'Bearer lakefront-key' };

interface Answer<Data = MobilizeEvent[]> {
  readonly status: number;
  readonly headers: Headers;
  readonly data: Data;
  readonly error?: Record<string, unknown>;
  readonly count: number;
  readonly next: string | null;
  readonly previous: string | null;
  readonly results_limited_to?: number;
  readonly metadata?: Record<string, string>;
}

function server(options: MobilizeOptions = {}) {
  const mobilize = mobilizeServer({ now: () => start, rateLimit: false, ...options });
  return async <Data = MobilizeEvent[]>(url: string, init?: RequestInit): Promise<Answer<Data>> => {
    const response = await mobilize(new Request(url, init));
    const content = (await response.json()) as Answer<Data>;
    return { ...content, status: response.status, headers: response.headers };
  };
}

function copies(count: number): MobilizeEvent[] {
  const [event] = mobilizeEvents(start);
  return Array.from({ length: count }, (_, index) => ({ ...event!, id: index + 1 }));
}

const ids = ({ data }: Answer): number[] => data.map(({ id }) => id);

async function all(get: ReturnType<typeof server>, url: string, init?: RequestInit): Promise<Answer[]> {
  const pages: Answer[] = [];
  for (let next: string | null = url; next !== null; next = pages.at(-1)?.next ?? null)
    pages.push(await get(next, init));
  return pages;
}

void test('the fixtures are 60 events with ids of their own, of which the public page through', async () => {
  const events = mobilizeEvents(start);
  assert.equal(events.length, 60);
  assert.equal(new Set(events.map(({ id }) => id)).size, 60);
  const slots = events.flatMap(({ timeslots }) => timeslots.map(({ id }) => id));
  assert.equal(new Set(slots).size, slots.length);
  const pages = await all(server(), everything);
  assert.deepEqual(
    pages.map(({ data }) => data.length),
    [25, 25, 8],
  );
  assert.equal(new Set(pages.flatMap(ids)).size, 58);
});

void test('a page has its envelope, and opaque absolute links that lead there and back', async () => {
  const get = server();
  const first = await get(`${everything}?per_page=20&is_virtual=false`);
  assert.deepEqual(Object.keys(first.metadata ?? {}), ['url_name', 'build_commit', 'page_title']);
  assert.equal(first.previous, null);
  assert.equal(first.error, undefined);
  assert.equal(first.results_limited_to, undefined);
  const next = new URL(first.next ?? '');
  assert.equal(next.origin + next.pathname, everything);
  assert.equal(next.searchParams.get('is_virtual'), 'false');
  assert.doesNotMatch(next.searchParams.get('cursor') ?? '', /^\d*$/);
  const second = await get(next.href);
  assert.equal(second.data.length, 20);
  assert.equal(second.count, first.count);
  assert.deepEqual(ids(await get(second.previous ?? '')), ids(first));
});

void test('a page has 25 events, or as many as asked for up to 200', async () => {
  const events = copies(260);
  const get = server({ events });
  const length = async (query: string): Promise<number> => (await get(`${feed}?${query}`)).data.length;
  assert.equal(await length(''), 25);
  assert.equal(await length('per_page=200'), 200);
  assert.equal(await length('per_page=500'), 200);
});

void test('pages can be had by number too', async () => {
  const get = server();
  const second = await get(`${everything}?page=2&per_page=10`);
  assert.equal(new URL(second.next ?? '').searchParams.get('page'), '3');
  assert.equal(new URL(second.previous ?? '').searchParams.get('page'), '1');
  assert.equal(ids(second)[0], 700_201);
});

void test('a feed has what its organization owns and promotes, and no more', async () => {
  const get = server();
  const own = (await all(get, feed)).flatMap(({ data }) => data);
  const foreign = own.filter(({ sponsor }) => sponsor.id !== 4242).map(({ id }) => id);
  assert.deepEqual(foreign, [700_108, 700_110]);
  const owned = await all(get, `${feed}?organization_id=4242`);
  assert.ok(owned.every(({ data }) => data.every(({ sponsor }) => sponsor.id === 4242)));
  assert.equal((await get(`${feed}/700108`)).status, 200);
  assert.equal((await get(`${feed}/700109`)).status, 404);
  assert.equal((await get(everything.replace('/1/', '/77/'))).status, 404);
});

void test('a filter of time drops events and those of their timeslots that don’t fit', async () => {
  const get = server();
  const letters = async (query: string): Promise<number | undefined> =>
    (await get(`${feed}?per_page=200&${query}`)).data.find(({ id }) => id === 700_102)?.timeslots.length;
  assert.equal(await letters(''), 5);
  assert.equal(await letters('timeslot_start=gte_now'), 3);
  assert.equal(await letters('timeslot_start=lt_now'), 2);
  const inTenDays = seconds + 10 * 86_400;
  assert.equal(await letters(`timeslot_start=gte_now&timeslot_start=lt_${String(inTenDays)}`), 1);
  assert.equal(await letters(`timeslot_start=gt_${String(inTenDays)}&timeslot_end=lte_now`), undefined);
  // Alone the word is a parameter nobody knows, and what is over comes along.
  assert.equal(await letters('gte_now'), 5);
  const over = await get(`${everything}?per_page=200&timeslot_start=gte_now`);
  assert.ok(!ids(over).includes(700_109));
});

void test('gte and lte hold at the second, gt and lt don’t', async () => {
  const get = server();
  const slot = mobilizeEvents(start)[0]!.timeslots[0]!;
  const has = async (comparison: string): Promise<boolean> =>
    ids(await get(`${feed}?timeslot_start=${comparison}_${String(slot.start_date)}&per_page=200`)).includes(
      700_101,
    );
  assert.deepEqual(await Promise.all(['gte', 'lte', 'gt', 'lt'].map(has)), [true, true, false, false]);
});

void test('the other filters', async () => {
  const get = server();
  const found = async (query: string): Promise<number[]> =>
    (await all(get, `${everything}?per_page=200&${query}`)).flatMap(ids);
  assert.deepEqual(await found('is_virtual=true'), [700_103, 700_110, 700_111]);
  assert.deepEqual(await found('event_types=TRAINING&event_types=PETITION'), [700_103, 700_111]);
  assert.deepEqual(await found('high_priority_only=true'), [700_103]);
  assert.deepEqual(await found('tag_id=77&tag_id=78'), [700_101, 700_103, 700_108]);
  assert.deepEqual(await found('state=MI'), [700_112]);
  assert.equal((await found('organization_id=4343')).length, 21);
  assert.deepEqual(await found('event_campaign_id=1'), []);
  const since = mobilizeEvents(start).find(({ id }) => id === 700_201)!.modified_date;
  assert.equal((await found(`updated_since=${String(since)}`))[0], 700_201);
  // What was never a filter changes nothing.
  assert.equal((await found('city=Duluth&radius=1')).length, 58);
});

void test('what leaves out the full ones drops full timeslots, and events with no other', async () => {
  const { data } = await server()(`${feed}?exclude_full=true&per_page=200`);
  assert.ok(!data.some(({ id }) => id === 700_104));
  assert.equal(data.find(({ id }) => id === 700_102)?.timeslots.length, 4);
  assert.ok(data.every(({ timeslots }) => timeslots.every(({ is_full }) => !is_full)));
});

void test('a ZIP code sorts by distance, with virtual events unless they are left out', async () => {
  const get = server();
  const near = await get(`${everything}?zipcode=55802&max_dist=20&per_page=200`);
  assert.ok(ids(near).includes(700_103), 'a virtual one without a place');
  const inPerson = await get(`${everything}?zipcode=55802&max_dist=20&per_page=200&is_virtual=false`);
  assert.ok(inPerson.data.length > 0);
  assert.ok(inPerson.data.every(({ location }) => location?.locality === 'Duluth'));
  assert.equal(inPerson.data[0]?.location?.postal_code, '55802');
  const farther = await get(`${everything}?zipcode=55802&per_page=200&is_virtual=false`);
  const towns = farther.data.map(({ location }) => location?.locality);
  assert.ok(towns.lastIndexOf('Duluth') > towns.indexOf('Chicago'), 'events without a point come last');
  assert.ok(towns.indexOf('Chicago') > towns.indexOf('Marquette'));
  assert.equal((await get(`${everything}?zipcode=00000`)).status, 400);
});

void test('what the search backend answers ends after a thousand, whatever the count', async () => {
  const events = copies(1_100);
  const get = server({ events });
  for (const query of ['zipcode=60647', 'tag_id=78', 'exclude_full=false', 'zipcode=60647&max_dist=50']) {
    const pages = await all(get, `${feed}?per_page=200&${query}`);
    assert.deepEqual([pages[0]?.count, pages[0]?.results_limited_to, pages.length], [1_100, 1_000, 5]);
    assert.equal(new Set(pages.flatMap(ids)).size, 1_000);
  }
  assert.equal((await all(get, `${feed}?per_page=200&timeslot_start=gte_now`)).flatMap(ids).length, 1_100);
});

void test('private events are there for nobody but their owner', async () => {
  const get = server();
  assert.ok(!(await all(get, feed)).flatMap(ids).includes(700_106));
  assert.equal((await get(`${feed}/700106`)).status, 404);
  for (const query of ['visibility=PRIVATE', 'visibility=PUBLIC&visibility=PRIVATE']) {
    const refused = await get(`${feed}?${query}`);
    assert.deepEqual([refused.status, refused.data], [403, null]);
    assert.ok(refused.error);
  }
  const init = { headers: ownKey };
  assert.deepEqual(ids(await get(`${feed}?visibility=PRIVATE`, init)), [700_106]);
  assert.ok(!(await all(get, feed, init)).flatMap(ids).includes(700_106), 'only who asks sees them');
  assert.equal((await get<MobilizeEvent>(`${feed}/700106`, init)).data.visibility, 'PRIVATE');
  assert.equal((await get(`${feed.replace('4242', '4343')}?visibility=PRIVATE`, init)).status, 403);
});

void test('who promotes a private event doesn’t get it with a key of their own', async () => {
  const get = server({ promotions: { 4343: [700_106] }, keys: { 'harbor-key': 4343 } });
  const init = { headers: { authorization: 'Bearer harbor-key' } };
  const harbor = feed.replace('4242', '4343');
  assert.deepEqual(ids(await get(`${harbor}?visibility=PRIVATE`, init)), []);
  assert.equal((await get(`${harbor}/700106`, init)).status, 404);
});

void test('events that wait for approval are there for nobody but their owner', async () => {
  const get = server();
  assert.equal((await get(`${feed}/700107`)).status, 404);
  assert.equal((await get(`${feed}?approval_status=NEEDS_APPROVAL`)).status, 403);
  const own = await get(`${feed}?approval_status=NEEDS_APPROVAL`, { headers: ownKey });
  assert.deepEqual(ids(own), [700_107]);
});

void test('a key that is wrong or malformed is refused with 403, also where none is needed', async () => {
  const get = server();
  for (const authorization of ['Bearer wrong', 'lakefront-key', 'Basic bGFrZQ==', 'Bearer toString']) {
    const refused = await get(feed, { headers: { authorization } });
    assert.equal(refused.status, 403);
    assert.equal(refused.data, null);
    assert.ok(refused.error?.['detail']);
    assert.ok(!('count' in refused) && !('next' in refused));
  }
});

void test('a private address is a sentence for all but the owner, and has no point', async () => {
  const get = server();
  const { data } = await get<MobilizeEvent>(`${feed}/700101`);
  assert.equal(data.address_visibility, 'PRIVATE');
  assert.match(data.location?.venue ?? '', /address is private/);
  assert.deepEqual(data.location?.address_lines, [data.location?.venue, '']);
  assert.ok(data.location && !('location' in data.location));
  assert.equal(data.location.locality, 'Chicago');
  assert.equal(data.location.postal_code, '60647');
  assert.ok(!JSON.stringify(await all(get, everything)).includes('Apt 3'));
  const own = await get<MobilizeEvent>(`${feed}/700101`, { headers: ownKey });
  assert.deepEqual(own.data.location?.address_lines, ['2 N Lantern Row', 'Apt 3']);
  assert.equal(own.data.location?.location?.latitude, 41.9239);
});

void test('contact, instructions and campaign are null without the owner’s key', async () => {
  const get = server();
  for (const { data } of await all(get, everything)) {
    for (const { contact, instructions, event_campaign, timeslots } of data) {
      assert.deepEqual([contact, instructions, event_campaign], [null, null, null]);
      assert.ok(timeslots.every((slot) => slot.instructions === null));
    }
  }
  const { data } = await get<MobilizeEvent>(`${feed}/700101`, { headers: ownKey });
  assert.ok(data.contact && data.instructions && data.event_campaign && data.timeslots[0]?.instructions);
  const foreign = await get<MobilizeEvent>(`${feed}/700108`, { headers: ownKey });
  assert.equal(foreign.data.contact, null);
});

void test('the deleted feed tells ids and dates since a moment', async () => {
  const get = server();
  const rows = async (query: string, init?: RequestInit) =>
    (await get<{ id: number; deleted_date: number }[]>(`${feed}/deleted?${query}`, init)).data;
  assert.deepEqual(await rows(''), [
    { id: 700_001, deleted_date: seconds - 86_400 },
    { id: 700_002, deleted_date: seconds - 30 * 86_400 },
  ]);
  const since = `updated_since=${String(seconds - 7 * 86_400)}`;
  assert.deepEqual(
    (await rows(since)).map(({ id }) => id),
    [700_001],
  );
  assert.equal((await get(`${feed}/deleted?visibility=PRIVATE`)).status, 403);
  assert.deepEqual(
    (await rows('visibility=PRIVATE', { headers: ownKey })).map(({ id }) => id),
    [700_003],
  );
});

void test('organizations and enums are there for all', async () => {
  const get = server();
  const organizations = await get<{ id: number }[]>('https://api.mobilize.us/v1/organizations');
  assert.deepEqual(
    organizations.data.map(({ id }) => id),
    [4242, 4343],
  );
  const recent = await get('https://api.mobilize.us/v1/organizations?updated_since=1750004300');
  assert.equal(recent.count, 1);
  const { data } = await get<Record<string, string[]>>('https://api.mobilize.us/v1/enums');
  assert.ok(data['event_type']?.includes('HOUSE_PARTY'));
  assert.equal((await get('https://api.mobilize.us/v1')).status, 404);
});

void test('an organization without events has an empty feed', async () => {
  const empty = await server({ events: [] })(feed);
  assert.deepEqual([empty.status, empty.data, empty.count, empty.next], [200, [], 0, null]);
});

void test('a parameter that doesn’t fit is named; a value of a list by its index', async () => {
  const get = server();
  const error = async (query: string): Promise<unknown> => {
    const refused = await get(`${feed}?${query}`);
    assert.deepEqual([refused.status, refused.data], [400, null], query);
    return refused.error;
  };
  assert.deepEqual(Object.keys((await error('timeslot_start=now')) as object), ['timeslot_start']);
  assert.deepEqual(Object.keys((await error('is_virtual=perhaps')) as object), ['is_virtual']);
  assert.deepEqual(Object.keys((await error('per_page=0')) as object), ['per_page']);
  assert.deepEqual(await error('event_types=RALLY&event_types=RALLY,TRAINING'), {
    event_types: { '1': ['"RALLY,TRAINING" is not a valid choice.'] },
  });
  assert.deepEqual(await error('tag_id=x'), { tag_id: { '0': ['Not a valid integer.'] } });
  assert.equal((await get(`${feed}?cursor=made-up`)).status, 404);
});

void test('the sixteenth call of a second is refused, and the next second is open again', async () => {
  let moment = start;
  const get = server({ now: () => moment, rateLimit: true });
  for (let call = 0; call < 15; call++) assert.equal((await get(feed)).status, 200);
  moment += 500;
  const refused = await get(feed);
  assert.deepEqual([refused.status, refused.data], [429, null]);
  moment += 501;
  assert.equal((await get(feed)).status, 200);
});

void test('pages of any origin may read, but ask beforehand in vain', async () => {
  const mobilize = mobilizeServer({ rateLimit: false });
  for (const url of [feed, `${feed}?visibility=PRIVATE`, `${feed}/1`]) {
    const response = await mobilize(new Request(url, { headers: { origin: 'https://ally.example.org' } }));
    assert.equal(response.headers.get('access-control-allow-origin'), '*');
  }
  const preflight = await mobilize(new Request(feed, { method: 'OPTIONS' }));
  assert.equal(preflight.status, 405);
  assert.ok(![...preflight.headers.keys()].some((name) => name.startsWith('access-control')));
});
