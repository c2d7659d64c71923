import { EventInput } from '@huddlekit/contract';
import { mostTileZoom } from '@huddlekit/contract/pins';
import type { HubOptions } from '../../hub.ts';
import { registerPages } from '../../pages/pages.ts';
import type { Point } from '../../privacy/home-cells.ts';
import { newKey, startTestHub, type TestHub } from '../../server/test-hub.test-helper.ts';
import { sentMails, signUp } from '../people.ts';
import { formAt, type Pair } from './homes.ts';
import { maskOf, type Mask } from './mask.ts';
import { squareAround } from './squares.ts';

const now = Date.UTC(2027, 2, 10, 15);
const sideBySide = 8;
/** Of so many events one has guests. */
const guestsAt = 25;

export interface Comparison {
  readonly pairs: number;
  readonly answers: number;
  readonly mails: number;
  readonly logLines: number;
  /** Public places where the two homes of a pair can be told apart, each named once. */
  readonly differences: readonly string[];
}

/**
 * Two hubs that got the same events from the same hosts at the same time, but for the true point within a cell of
 * the grid. Compares all that anybody can read of them, byte by byte.
 */
export async function compareTwins(
  pairs: readonly Pair[],
  guard: Pick<HubOptions, 'homePoint'> = {},
): Promise<Comparison> {
  await using one = await openTwin(guard);
  await using other = await openTwin(guard);
  const differences = new Set<string>();
  let answers = 0;
  await Promise.all([
    one.host(
      pairs.map((pair) => pair.one),
      pairs,
    ),
    other.host(
      pairs.map((pair) => pair.other),
      pairs,
    ),
  ]);
  const twins = other.paths(pairs);
  const paths = one.paths(pairs).map((surface, index) => ({ surface, twin: twins[index] }));
  for (let index = 0; index < paths.length; index += sideBySide) {
    const compared = paths.slice(index, index + sideBySide).map(async ({ surface, twin }) => {
      const [mine, theirs] = await Promise.all([one.read(surface.path), other.read(twin?.path ?? '')]);
      answers += 2;
      if (mine !== theirs) differences.add(surface.name);
    });
    await Promise.all(compared);
  }
  const [mails, otherMails] = await Promise.all([one.mails(), other.mails()]);
  mails.forEach(({ kind, content }, index) => {
    if (content !== otherMails[index]?.content) differences.add(`mail ${kind}`);
  });
  const [log, otherLog] = [one.log(), other.log()];
  if (log.join('') !== otherLog.join('')) differences.add('log');
  const counts = { pairs: pairs.length, answers, mails: 2 * mails.length, logLines: 2 * log.length };
  return { ...counts, differences: [...differences].sort() };
}

interface Surface {
  readonly name: string;
  readonly path: string;
}

interface Twin extends AsyncDisposable {
  host(points: readonly Point[], pairs: readonly Pair[]): Promise<void>;
  paths(pairs: readonly Pair[]): Surface[];
  read(path: string): Promise<string>;
  mails(): Promise<{ kind: string; content: string }[]>;
  log(): string[];
}

async function openTwin(guard: Pick<HubOptions, 'homePoint'>): Promise<Twin> {
  let clock = now;
  const server = await startTestHub({
    ...guard,
    now: () => clock,
    pages: registerPages,
    environment: { HUDDLEKIT_BASE_URL: 'https://hub.example.org' },
  });
  const { hub } = server;
  const ids: string[] = [];
  const links: string[] = [];
  // So that mails have an order.
  const tick = (): number => clock++;
  let mask: Mask = (text) => text;

  return {
    async host(points, pairs) {
      for (const [index, point] of points.entries()) {
        const id = await hostAt(server, index, point, pairs[index], tick);
        ids.push(id);
        if (index % guestsAt > 0) continue;
        const guest = await signUp(server, id, `ada${String(index)}`);
        tick();
        links.push(`/manage/${hub.tokens.sign('attendance-mail', guest.id, 1)}`);
      }
      // The feed of pins looks for changes once in a while.
      clock += 10_000;
      mask = await maskOf(hub);
    },
    paths: (pairs) => [
      ...shared,
      ...pairs.flatMap((pair, index) => pathsOf(pair, ids[index] ?? '', index)),
      ...links.map((path) => ({ name: 'guest’s page before the release', path })),
    ],
    read: (path) => readMasked(server, path, mask),
    async mails() {
      return (await sentMails(server)).map(({ kind, message }) => ({
        kind,
        content: mask(JSON.stringify(message).replaceAll('\\r\\n ', '')),
      }));
    },
    log: () =>
      // Requests end in any order; how long one took and its random id say nothing of a place.
      server.log
        .map((line) => line.replace(/"requestId":"[\w-]+"/, '').replace(/"milliseconds":[\d.]+/, ''))
        .sort(),
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

async function hostAt(
  { hub }: TestHub,
  index: number,
  point: Point,
  pair: Pair | undefined,
  tick: () => void,
): Promise<string> {
  const { locality = '', region = '' } = pair ?? {};
  const address = { addressLines: [`${String(index)} Quillfeather Avenue`], locality, region };
  const form = formAt(
    { hub },
    point,
    { ...address, postalCode: undefined },
    {
      title: `Huddle ${String(index)}`,
      host: { givenName: 'Rosa', familyName: 'Zimmerquist', email: `rosa${String(index)}@example.org` },
    },
  );
  const { id } = await hub.events.submit(EventInput.parse(form), newKey());
  await hub.events.verify(id);
  tick();
  await hub.events.approve(id, 'moderator');
  tick();
  return id;
}

const shared: readonly Surface[] = [
  { name: 'home page', path: '/' },
  { name: 'home page', path: '/?q=Chicago&lang=es' },
  { name: 'pins', path: '/v1/pins' },
  { name: 'counts', path: '/v1/counts?ranges=2027-03-01..2027-04-01' },
  { name: 'list', path: '/v1/events?limit=100' },
  { name: 'calendar feed', path: '/feeds/events.ics' },
  { name: 'GeoJSON feed', path: '/feeds/events.geojson' },
  { name: 'JSON-LD feed', path: '/feeds/events.json' },
  { name: 'campaign', path: '/v1/campaign' },
  { name: 'trainings', path: '/v1/trainings' },
];

/** What anybody can ask about one event, also with the very points of the two homes. */
function pathsOf({ one, other }: Pair, id: string, index: number): Surface[] {
  const near = (point: Point): string => `near=${point.latitude.toFixed(6)},${point.longitude.toFixed(6)}`;
  const [west, east] = [one.longitude, other.longitude].sort((a, b) => a - b);
  const [south, north] = [one.latitude, other.latitude].sort((a, b) => a - b);
  const bbox = [west, south, east, north].map((degrees) => (degrees ?? 0).toFixed(6)).join(',');
  const { zoom, column, row } = squareAround(one, mostTileZoom);
  return [
    { name: 'event', path: `/v1/events/${id}` },
    { name: 'calendar', path: `/v1/events/${id}/calendar.ics` },
    { name: 'event page with JSON-LD', path: `/e/${id}${index % 2 ? '' : '?lang=es'}` },
    {
      name: 'list by distance',
      path: `/v1/events?${near(one)}&within=${String(1 + (index % 1500))}&order=distance`,
    },
    { name: 'list in a box', path: `/v1/events?bbox=${bbox}` },
    { name: 'counts in a box', path: `/v1/counts?bbox=${bbox}` },
    { name: 'calendar feed in a box', path: `/feeds/events.ics?bbox=${bbox}` },
    { name: 'GeoJSON feed around a point', path: `/feeds/events.geojson?${near(other)}&within=700` },
    { name: 'JSON-LD feed in a box', path: `/feeds/events.json?bbox=${bbox}` },
    { name: 'tile of pins', path: `/v1/pins?tile=${String(zoom)}/${String(column)}/${String(row)}` },
  ];
}

const ownToEachAnswer = ['date', 'etag', 'content-length', 'x-request-id'];

async function readMasked({ url }: TestHub, path: string, mask: Mask): Promise<string> {
  const response = await patiently(() => fetch(url + path, { headers: { 'accept-encoding': 'identity' } }));
  if (!response.ok) throw new Error(`${path} answered ${String(response.status)}`);
  const headers = [...response.headers].filter(([name]) => !ownToEachAnswer.includes(name));
  const text = await response.text();
  const unfolded = path.includes('.ics') ? text.replaceAll('\r\n ', '') : text;
  return [String(response.status), JSON.stringify(headers), mask(unfolded)].join('\n');
}

/** Asks again where an idle connection was closed just as it was taken up again; of those there are a few. */
async function patiently(ask: () => Promise<Response>, tries: number = 2 * sideBySide): Promise<Response> {
  try {
    return await ask();
  } catch (error) {
    if (tries === 1) throw error;
    return patiently(ask, tries - 1);
  }
}
