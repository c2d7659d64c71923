import { Counts, EventInput, EventPage } from '@huddlekit/contract';
import { decodePins, mostTileZoom, PinFeed } from '@huddlekit/contract/pins';
import { homeCellOf } from '@huddlekit/contract/home-cell';
import type { HubOptions } from '../../hub.ts';
import { type Point } from '../../privacy/home-cells.ts';
import type { Random } from '../../sample/seeded-random.ts';
import { newKey, startTestHub, type TestHub } from '../../server/test-hub.test-helper.ts';
import { formAt, movedPoint, sameCell } from './homes.ts';
import { squareAround } from './squares.ts';

const middle = homeCellOf({ latitude: 41.9213, longitude: -87.7012 });
/** Candidates on a side of the cell, from edge to edge. */
const side = 7;

/** What a patient asker knows of one home after all questions. */
export interface Knowledge {
  readonly queries: number;
  /** Candidates in the cell and around it. */
  readonly inCell: number;
  readonly around: number;
  /** Of the homes in the cell, the fewest and the most candidates that gave every answer the same. */
  readonly fewest: number;
  readonly most: number;
  /** Whether any of these lies outside the cell, so that more could have been learned. */
  readonly reachesOutside: boolean;
}

/**
 * Puts a home at each candidate point and asks a real hub for all of them at once: who is near what, in what box and
 * order, on what square, in what counts. Two homes that gave the same answers to everything can't be told apart by
 * anybody, so the set of them around the true one is the best that any reckoning can reach.
 */
export async function trilaterate(
  queries: number,
  random: Random,
  guard: Pick<HubOptions, 'homePoint'> = {},
): Promise<Knowledge> {
  let clock = Date.UTC(2027, 2, 10, 15);
  await using server = await startTestHub({ ...guard, now: () => clock });
  const candidates = candidatePoints();
  for (const [index, point] of candidates.entries()) await putUp(server, point, index);
  clock += 10_000;
  const heard = candidates.map((): string[] => []);
  const asked = [askNear, askBox, askSquare, askOrder];
  for (let query = 0; query < queries; query++) {
    const ask = query % 5 === 4 ? askCounts : asked[query % 5];
    const answers = await ask?.(server.url, random, candidates.length);
    for (const [index, hear] of heard.entries()) hear.push(answers?.get(index + 1) ?? '');
  }
  const transcripts = heard.map((answers) => answers.join('|'));
  const inCell = candidates.map((point) => sameCell(point, middle));
  const alike = candidates.flatMap((_, index) =>
    inCell[index] ? [transcripts.flatMap((text, other) => (text === transcripts[index] ? [other] : []))] : [],
  );
  const sizes = alike.map((others) => others.filter((other) => inCell[other]).length);
  return {
    queries,
    inCell: sizes.length,
    around: candidates.length - sizes.length,
    fewest: Math.min(...sizes),
    most: Math.max(...sizes),
    reachesOutside: alike.some((others) => others.some((other) => !inCell[other])),
  };
}

/** Points over the whole cell, right up to its edges, and in the cells around it. */
function candidatePoints(): Point[] {
  const steps = Array.from({ length: side }, (_, index) => -495 + (990 * index) / (side - 1));
  const grid = steps.flatMap((north) => steps.map((east) => offset(north, east)));
  const further = [-1000, -700, 0, 700, 1000];
  const ring = further.flatMap((north) => further.map((east) => offset(north, east)));
  return [...grid, ...ring.filter((point) => !sameCell(point, middle))];
}

function offset(north: number, east: number): Point {
  return movedPoint(movedPoint(middle, north, 0), east, Math.PI / 2);
}

/** Each home is another host's at another address, so that none lends its cell to another; its pin is its number. */
async function putUp(server: TestHub, point: Point, index: number): Promise<void> {
  const { events } = server.hub;
  const form = formAt(
    server,
    point,
    { addressLines: [`${String(index)} Quillfeather Avenue`] },
    {
      host: { givenName: 'Rosa', email: `rosa${String(index)}@example.org` },
    },
  );
  const { id } = await events.submit(EventInput.parse(form), newKey());
  await events.verify(id);
  await events.approve(id, 'moderator');
}

/** What one question tells of each home, by its pin. */
type Answers = Map<number, string>;

const list = async (url: string, query: string): Promise<EventPage['data']> =>
  EventPage.parse(await (await fetch(`${url}/v1/events?limit=100&${query}`)).json()).data;

const degrees = ({ latitude, longitude }: Point): string => `${latitude.toFixed(6)},${longitude.toFixed(6)}`;

/** Mostly close by, where answers differ the most. */
function somewhere(random: Random): Point {
  return movedPoint(middle, random.next() ** 2 * 3000, random.next() * 2 * Math.PI);
}

function box(random: Random): string {
  const [one, other] = [somewhere(random), somewhere(random)];
  const [west, east] = [one.longitude, other.longitude].sort((a, b) => a - b);
  const [south, north] = [one.latitude, other.latitude].sort((a, b) => a - b);
  return `bbox=${[west, south, east, north].map((value) => (value ?? 0).toFixed(6)).join(',')}`;
}

async function askNear(url: string, random: Random): Promise<Answers> {
  const within = 1 + random.whole(0, 2500);
  const events = await list(url, `near=${degrees(somewhere(random))}&within=${String(within)}`);
  return new Map(events.map(({ pin, distance, location }) => [pin, JSON.stringify([distance, location])]));
}

async function askBox(url: string, random: Random): Promise<Answers> {
  return new Map((await list(url, box(random))).map(({ pin }) => [pin, 'in']));
}

/** The place in the order, counted in different points; among events of one point only the pin may decide. */
async function askOrder(url: string, random: Random): Promise<Answers> {
  const events = await list(url, `near=${degrees(somewhere(random))}&order=distance`);
  const latest = new Map<string, number>();
  return new Map(
    events.map(({ pin, distance, location }) => {
      const point = JSON.stringify([location?.latitude, location?.longitude]);
      const before = latest.get(point) ?? 0;
      latest.set(point, pin);
      const place = [...latest.keys()].indexOf(point);
      return [pin, `${String(place)} ${String(distance)}${pin > before ? '' : ` after ${String(before)}`}`];
    }),
  );
}

async function askSquare(url: string, random: Random): Promise<Answers> {
  const { zoom, column, row } = squareAround(somewhere(random), random.whole(8, mostTileZoom));
  const tile = [zoom, column, row].join('/');
  const feed = PinFeed.parse(await (await fetch(`${url}/v1/pins?tile=${tile}`)).json());
  return new Map(
    decodePins(feed).map(({ pin, latitude, longitude }) => [pin, degrees({ latitude, longitude })]),
  );
}

/** Counts of a box with one home named, as a stranger would ask about somebody; the others heard nothing. */
async function askCounts(url: string, random: Random, homes: number): Promise<Answers> {
  const query = box(random);
  const totals = await Promise.all(
    Array.from({ length: homes }, async (_, index) => {
      const answer = await fetch(
        `${url}/v1/counts?${query}&pins=${String(index + 1)}&ranges=2027-03-01..2027-04-01`,
      );
      const { total, ranges } = Counts.parse(await answer.json());
      return [index + 1, JSON.stringify([total, ranges])] as const;
    }),
  );
  return new Map(totals);
}
