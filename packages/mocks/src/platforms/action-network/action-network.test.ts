import assert from 'node:assert/strict';
import { test } from 'node:test';
import { actionNetworkServer, type ActionNetworkOptions } from './action-network.ts';
import type { ActionNetworkAttendance, ActionNetworkEvent, ActionNetworkEventCampaign } from './event.ts';
import { actionNetworkEvents } from './events.ts';

const start = Date.parse('2027-01-15T18:00:00Z');
const api = 'https://actionnetwork.org/api/v2';
const headers = { 'osdi-api-token': 'harbor-key' };

type Linked<Item> = Item & { readonly _links: Record<string, { readonly href: string }> };

interface Page<Item> {
  readonly total_pages: number;
  readonly total_records: number;
  readonly per_page: number;
  readonly page: number;
  readonly _links: { readonly self: { readonly href: string }; readonly next?: { readonly href: string } };
  readonly _embedded: Record<string, Linked<Item>[]>;
}

function server(options: ActionNetworkOptions = {}) {
  const platform = actionNetworkServer({ now: () => start, rateLimit: false, ...options });
  const get = async (url: string): Promise<Response> => platform(new Request(url, { headers }));
  const page = async <Item = ActionNetworkEvent>(url: string): Promise<Page<Item>> => {
    const response = await get(url);
    assert.equal(response.status, 200, url);
    assert.equal(response.headers.get('content-type'), 'application/hal+json');
    return (await response.json()) as Page<Item>;
  };
  const events = async (query = ''): Promise<Linked<ActionNetworkEvent>[]> => {
    const found: Linked<ActionNetworkEvent>[] = [];
    let next: string | undefined = `${api}/events${query}`;
    while (next !== undefined) {
      const current: Page<ActionNetworkEvent> = await page(next);
      found.push(...(current._embedded['osdi:events'] ?? []));
      next = current._links.next?.href;
    }
    return found;
  };
  const post = async (url: string, body: unknown, more: Record<string, string> = {}): Promise<Response> =>
    platform(
      new Request(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...more },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    );
  return { platform, get, page, events, post };
}

const person = (address: string) => ({ person: { given_name: 'Ana', email_addresses: [{ address }] } });

void test('the entry point answers 200 to any key, and to none', async () => {
  const { platform } = server();
  for (const token of ['harbor-key', 'wrong', undefined]) {
    const response = await platform(
      new Request(api, { headers: token === undefined ? {} : { 'osdi-api-token': token } }),
    );
    assert.equal(response.status, 200);
    const { _links } = (await response.json()) as Linked<object>;
    assert.equal(_links['osdi:events']?.href, `${api}/events`);
  }
});

void test('everything else is refused without a key, and the refusal repeats a wrong one', async () => {
  const { platform } = server();
  for (const path of ['events', 'event_campaigns', 'events/20000000-0000-4000-8000-000000000101']) {
    for (const token of [undefined, 'wrong-key']) {
      const init = token === undefined ? {} : { headers: { 'osdi-api-token': token } };
      const refused = await platform(new Request(`${api}/${path}`, init));
      assert.equal(refused.status, 403);
      const { error } = (await refused.json()) as { error: string };
      assert.ok(token === undefined || error.includes(token));
    }
  }
});

void test('a page has 25 items at most, and the last link leads to an empty page', async () => {
  const { page } = server();
  const sizes: number[] = [];
  let next: string | undefined = `${api}/events?per_page=100`;
  while (next !== undefined) {
    const current: Page<ActionNetworkEvent> = await page(next);
    sizes.push(current._embedded['osdi:events']?.length ?? -1);
    assert.deepEqual([current.total_pages, current.total_records, current.per_page], [3, 60, 25]);
    assert.equal(current.page, sizes.length);
    assert.equal(current._links.self.href, next);
    next = current._links.next?.href;
  }
  assert.deepEqual(sizes, [25, 25, 10, 0]);
  const small = await page(`${api}/events?per_page=7&page=2`);
  assert.deepEqual([small._embedded['osdi:events']?.length, small.total_pages], [7, 9]);
});

void test('the fixtures are 60 events with ids of their own, and each answers at its own link', async () => {
  const { events, get } = server();
  const list = await events();
  assert.equal(list.length, 60);
  assert.equal(new Set(list.map(({ identifiers }) => identifiers[0])).size, 60);
  const [first] = list;
  const again = (await (await get(first?._links['self']?.href ?? '')).json()) as unknown;
  assert.deepEqual(again, first);
});

void test('dates are those of local clocks with a Z', () => {
  const byTitle = (title: string): ActionNetworkEvent | undefined =>
    actionNetworkEvents(start).find((event) => event.title === title);
  const kitchen = byTitle('Huddle at a kitchen counter');
  assert.deepEqual(
    [kitchen?.start_date, kitchen?.end_date],
    ['2027-01-20T18:30:00Z', '2027-01-20T20:00:00Z'],
  );
  const detroit = byTitle('Supper across the border of the time zone');
  assert.equal(detroit?.start_date, '2027-01-27T18:00:00Z');
  const open = byTitle('Walk along the shore, open end');
  assert.ok(open && 'start_date' in open && !('end_date' in open));
  const someday = byTitle('A date to be found');
  assert.ok(someday && !('start_date' in someday));
});

void test('the list doesn’t keep back what is hidden, private, cancelled or full', async () => {
  const list = await server().events();
  const number = (has: (event: ActionNetworkEvent) => boolean): number => list.filter(has).length;
  assert.equal(
    number((event) => event['action_network:hidden']),
    1,
  );
  assert.equal(
    number(({ visibility }) => visibility === 'private'),
    1,
  );
  assert.equal(
    number(({ status }) => status === 'cancelled'),
    1,
  );
  assert.equal(
    number(({ capacity, total_accepted }) => capacity === total_accepted),
    1,
  );
  assert.equal(
    number(({ location }) => location === null),
    1,
  );
  assert.equal(
    number(({ location }) => location?.location?.latitude === null),
    1,
  );
});

void test('a filter compares one field', async () => {
  const { events, get } = server();
  const all = await events();
  const middle = all[29];
  const titles = async (filter: string): Promise<string[]> =>
    (await events(`?filter=${encodeURIComponent(filter)}`)).map(({ title }) => title);
  assert.equal((await titles(`modified_date gt '${middle?.modified_date ?? ''}'`)).length, 30);
  assert.equal((await titles(`modified_date lt '${middle?.modified_date ?? ''}'`)).length, 29);
  assert.deepEqual(await titles(`modified_date eq '${middle?.modified_date ?? ''}'`), [middle?.title]);
  assert.deepEqual(await titles(`identifier eq '${middle?.identifiers[0] ?? ''}'`), [middle?.title]);
  assert.deepEqual(await titles(`title eq 'A date to be found'`), ['A date to be found']);
  assert.deepEqual(await titles(`start_date lt '2027-01-10'`), ['March that is over']);
  for (const wrong of ['modified_date', `modified_date >= '2027-01-01'`, `capacity gt '1'`, `title 'x'`]) {
    const refused = await get(`${api}/events?filter=${encodeURIComponent(wrong)}`);
    assert.equal(refused.status, 400);
    assert.ok(((await refused.json()) as { error: string }).error);
  }
  assert.equal((await get(`${api}/events?filter=modified_date gt 'yesterday'`)).status, 400);
});

void test('a filter stays on through the pages', async () => {
  const { page } = server();
  const first = await page(`${api}/events?per_page=5&filter=origin_system eq 'Action Network'`);
  const second = await page(first._links.next?.href ?? '');
  assert.equal(second.page, 2);
  assert.equal(
    new URL(second._links.self.href).searchParams.get('filter'),
    `origin_system eq 'Action Network'`,
  );
});

void test('event campaigns list their events', async () => {
  const { page, get } = server();
  const campaigns = await page<ActionNetworkEventCampaign>(`${api}/event_campaigns`);
  const [campaign] = campaigns._embedded['action_network:event_campaigns'] ?? [];
  assert.ok(campaign?.host_url);
  assert.equal((await get(campaign._links['self']?.href ?? '')).status, 200);
  const its = await page(campaign._links['osdi:events']?.href ?? '');
  assert.equal(its.total_records, 2);
});

void test('what isn’t there answers 404', async () => {
  const { get, post } = server();
  for (const path of [
    'people',
    'events/none',
    'events/none/attendances',
    'event_campaigns/none',
    'events/a/b/c',
  ])
    assert.equal((await get(`${api}/${path}`)).status, 404, path);
  assert.equal((await post(`${api}/events`, {})).status, 404);
});

void test('an RSVP without a key answers 200 and {} whether it counts or not', async () => {
  const { events, page, post } = server();
  const [event] = await events();
  const helper = event?._links['osdi:record_attendance_helper']?.href ?? '';
  assert.equal(event?._links['record_attendance_helper']?.href, helper);
  const answers = [
    await post(helper, person('ana@example.org')),
    await post(helper, { person: { given_name: 'Nobody' } }),
    await post(helper, person('not-an-address')),
    await post(helper, 'not JSON'),
    await post(helper, person('text@example.org'), { 'content-type': 'text/plain' }),
    await post(`${api}/events/none/attendances`, person('ana@example.org')),
  ];
  for (const answer of answers) {
    assert.equal(answer.status, 200);
    assert.deepEqual(await answer.json(), {});
  }
  const { total_records } = await page<ActionNetworkAttendance>(helper);
  assert.equal(total_records, 1, 'only the first one counts');
});

void test('a person comes once to an event, known by e-mail or phone', async () => {
  const { events, page, post } = server();
  const [event] = await events();
  const helper = event?._links['osdi:attendances']?.href ?? '';
  await post(helper, person('ana@example.org'));
  await post(helper, {
    ...person(' ANA@example.org'),
    'action_network:referrer_data': { source: 'ally' },
  });
  await post(helper, { person: { phone_numbers: [{ number: '(312) 555-0142' }] } });
  await post(helper, { person: { phone_numbers: [{ number: '312 555 0142' }] } });
  const list = (await page<ActionNetworkAttendance>(helper))._embedded['osdi:attendances'] ?? [];
  assert.equal(list.length, 2);
  assert.deepEqual(list[0]?.['action_network:referrer_data'], { source: 'ally' });
  const [counted] = await events();
  assert.equal(counted?.total_accepted, (event?.total_accepted ?? 0) + 2);
});

void test('with a key the RSVP is answered, and an empty answer means it didn’t count', async () => {
  const { events, post } = server();
  const [event] = await events();
  const helper = event?._links['osdi:attendances']?.href ?? '';
  const made = (await (
    await post(helper, person('ana@example.org'), headers)
  ).json()) as ActionNetworkAttendance;
  assert.equal(made.status, 'accepted');
  assert.equal(event?.identifiers[0], `action_network:${made['action_network:event_id']}`);
  const refused = await post(helper, { person: {} }, headers);
  assert.deepEqual([refused.status, await refused.json()], [200, {}]);
  const wrong = await post(helper, person('ana@example.org'), { 'osdi-api-token': 'wrong' });
  assert.equal(wrong.status, 403);
});

void test('the fifth call of a second is refused, and the next second is open again', async () => {
  let moment = start;
  const { get } = server({ now: () => moment, rateLimit: true });
  for (let call = 0; call < 4; call++) assert.equal((await get(`${api}/events`)).status, 200);
  moment += 999;
  const refused = await get(api);
  assert.equal(refused.status, 429);
  assert.ok(((await refused.json()) as { error: string }).error);
  moment += 1;
  assert.equal((await get(`${api}/events`)).status, 200);
});

void test('pages of other origins may send an RSVP and read nothing', async () => {
  const { events, get, platform, post } = server();
  const [event] = await events();
  const helper = event?._links['osdi:record_attendance_helper']?.href ?? '';
  const allowed = (response: Response): string | null => response.headers.get('access-control-allow-origin');
  for (const url of [api, `${api}/events`, helper, `${api}/none`])
    assert.equal(allowed(await get(url)), null);
  const asked = await platform(new Request(helper, { method: 'OPTIONS' }));
  assert.deepEqual([asked.ok, allowed(asked)], [true, '*']);
  assert.equal(asked.headers.get('access-control-allow-headers'), 'content-type');
  assert.equal(allowed(await post(helper, person('ana@example.org'))), '*');
  const refused = await platform(new Request(`${api}/events`, { method: 'OPTIONS' }));
  assert.deepEqual([refused.ok, allowed(refused)], [false, null]);
});
