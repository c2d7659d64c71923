import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { serve } from '@huddlekit/mocks/node';
import {
  actionNetworkServer,
  deletedMobilizeEvents,
  mobilizeEvents,
  mobilizeServer,
  type MobilizeEvent,
} from '@huddlekit/mocks/platforms';
import { huddlekit, jsonLines } from './command-line.test-helper.ts';

const folder = mkdtempSync(join(tmpdir(), 'huddlekit-platforms-'));
after(() => {
  rmSync(folder, { recursive: true });
});

interface Report {
  readonly events: number;
  readonly created: number;
  readonly unchanged: number;
  readonly withdrawn: number;
  readonly problems: Readonly<Record<string, number>>;
}

async function load(data: string, ...args: string[]): Promise<Report> {
  const { code, stdout, stderr } = await huddlekit(join(folder, data), 'import', ...args, '--json');
  assert.deepEqual([code, stderr], [0, '']);
  return JSON.parse(stdout) as Report;
}

void test('an organization on Mobilize: all pages, twice the same, and what was deleted there', async () => {
  const mobilize = await serve(mobilizeServer({ rateLimit: false }));
  const address = `${mobilize.url}/v1/organizations/4242/events?timeslot_start=gte_now&per_page=10`;
  const first = await load('mobilize', address);
  assert.ok(first.events > 10);
  assert.deepEqual([first.created, first.withdrawn], [first.events, 0]);
  const again = await load('mobilize', address);
  assert.deepEqual([again.created, again.unchanged], [0, first.events]);
  await mobilize.close();

  const [gone, deletion] = [mobilizeEvents().find(isUpcoming), deletedMobilizeEvents()[0]];
  assert.ok(gone && deletion);
  const without = mobilizeServer({
    rateLimit: false,
    events: mobilizeEvents().filter(({ id }) => id !== gone.id),
    deleted: [{ ...deletion, id: gone.id }],
  });
  await withServed(without, async (url) => {
    const feed = `${url}/v1/organizations/4242/events?timeslot_start=gte_now`;
    assert.equal((await load('mobilize', feed)).withdrawn, 1);
    assert.equal((await load('mobilize', feed)).withdrawn, 0);
  });
});

function isUpcoming({ sponsor, visibility, approval_status: approval, timeslots }: MobilizeEvent): boolean {
  return (
    sponsor.id === 4242 &&
    visibility === 'PUBLIC' &&
    approval === 'APPROVED' &&
    timeslots.every(({ start_date: start }) => start * 1_000 > Date.now() + 86_400_000)
  );
}

void test('Action Network: pages past the end, the zone of the place, and a key that isn’t printed', async () => {
  process.env['OSDI_API_TOKEN'] = 'harbor-key';
  try {
    await withServed(actionNetworkServer({ rateLimit: false }), async (url) => {
      const { code, stdout, stderr } = await huddlekit(folder, 'convert', `${url}/api/v2/events`);
      assert.equal(code, 0, stderr);
      const events = jsonLines(stdout);
      assert.ok(events.length > 25);
      assert.ok(new Set(events.map(({ timezone }) => timezone)).size > 1);
      assert.doesNotMatch(stdout + stderr, /harbor-key/);
      process.env['OSDI_API_TOKEN'] = 'wrong-key';
      const refused = await huddlekit(folder, 'convert', `${url}/api/v2/events`);
      assert.equal(refused.code, 2);
      assert.match(refused.stderr, /answered with status 403\. Set OSDI_API_TOKEN/);
      assert.doesNotMatch(refused.stderr, /wrong-key/);
    });
  } finally {
    delete process.env['OSDI_API_TOKEN'];
  }
});

void test('a feed of any format, told by its content', async () => {
  const start = '2099-12-01T19:00:00';
  const contents = [
    `BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Soup\r\nDTSTART:20991201T190000\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`,
    JSON.stringify({ '@context': 'https://schema.org', '@type': 'Event', name: 'Soup', startDate: start }),
    `title,start_date\nSoup,${start}\n`,
  ];
  for (const content of contents) {
    const { code, stdout } = await withServed(
      () => Promise.resolve(new Response(content)),
      (url) => huddlekit(folder, 'convert', `${url}/events`, '--timezone', 'America/Chicago'),
    );
    assert.equal(code, 0);
    const [event] = jsonLines(stdout) as { timeslots: { startDate: string }[] }[];
    assert.equal(event?.timeslots[0]?.startDate, '2099-12-02T01:00:00Z');
  }
});

void test('what can’t be read is one line that says what to check', async () => {
  const cases: [() => Response, RegExp][] = [
    [() => new Response('no', { status: 404 }), /status 404\. Check the address/],
    [
      () => new Response('{"data":[{"timeslots":[]}],"next":"/v1/x"', {}),
      /isn’t JSON|can’t be read|none of the formats/,
    ],
  ];
  for (const [answer, words] of cases) {
    const { code, stderr } = await withServed(
      () => Promise.resolve(answer()),
      (url) => huddlekit(folder, 'convert', `${url}/v1/events`),
    );
    assert.notEqual(code, 0);
    assert.match(stderr, words);
  }
  const gone = await huddlekit(folder, 'convert', 'http://127.0.0.1:9/calendar.ics');
  assert.match(gone.stderr, /can’t be reached/);
});

void test('a file made to stop the hub is answered in a moment', async () => {
  const list = (last: number): string => Array.from({ length: last + 1 }, (_, index) => index).join();
  const rule = `FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30;BYMINUTE=${list(59)};BYSECOND=${list(59)}`;
  const text = `BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nSUMMARY:x\nDTSTART:19000101T000000Z\nRRULE:${rule}\nEND:VEVENT\nEND:VCALENDAR\n`;
  const { code, stderr } = await withServed(
    () => Promise.resolve(new Response(text)),
    (url) => huddlekit(folder, 'convert', `${url}/a.ics`),
  );
  assert.equal(code, 0);
  assert.deepEqual(
    jsonLines(stderr).map(({ code: problem }) => problem),
    ['outside_window'],
  );
});

async function withServed<Value>(
  platform: (request: Request) => Promise<Response>,
  work: (url: string) => Promise<Value>,
): Promise<Value> {
  const { url, close } = await serve(platform);
  try {
    return await work(url);
  } finally {
    await close();
  }
}
