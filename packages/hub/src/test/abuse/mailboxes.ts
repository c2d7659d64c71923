import { addEvent, post, rsvpTo, startTestHub } from '../../server/test-hub.test-helper.ts';

/** How many mails one address gets by so many tries, spread over twenty events. */
export async function mailsToOne(tries: number): Promise<number> {
  await using server = await startTestHub();
  const events = [];
  for (let index = 0; index < 20; index++) events.push(await addEvent(server.hub, `event-${String(index)}`));
  for (let index = 0; index < tries; index++) {
    const event = events[index % events.length];
    if (event)
      await post(`${server.url}/v1/events/${event.id}/attendances`, rsvpTo(event, 'victim@example.org'));
  }
  const rows = await server.hub.storage.read.selectFrom('outbox').select('id').execute();
  return rows.length;
}

/** What somebody sees who types mailboxes that are signed up, and others, in turns. */
export interface Comparison {
  /** Different answers, with what is random or a time in them left out. */
  readonly shapes: ReadonlySet<string>;
  /** Milliseconds. */
  readonly medianKnown: number;
  readonly medianUnknown: number;
}

export async function compareMailboxes(pairs: number): Promise<Comparison> {
  await using server = await startTestHub();
  const event = await addEvent(server.hub, 'one');
  const url = `${server.url}/v1/events/${event.id}/attendances`;
  const people = 100;
  for (let index = 0; index < people; index++)
    await post(url, rsvpTo(event, `known-${String(index)}@example.org`));
  const shapes = new Set<string>();
  const times: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] };
  for (let index = 0; index < pairs; index++) {
    // Who is first in a pair changes, as the second finds the machine warm.
    const turns = index % 2 === 0 ? (['known', 'unknown'] as const) : (['unknown', 'known'] as const);
    for (const kind of turns) {
      const number = kind === 'known' ? index % people : index + people;
      const start = performance.now();
      const answer = await post(url, rsvpTo(event, `${kind}-${String(number)}@example.org`));
      times[kind].push(performance.now() - start);
      const headers = [...answer.headers.keys()].sort();
      shapes.add(`${String(answer.status)} ${headers.join()} ${shapeOf(answer.body)}`);
    }
  }
  return { shapes, medianKnown: median(times.known), medianUnknown: median(times.unknown) };
}

function shapeOf(body: unknown): string {
  return JSON.stringify(body)
    .replaceAll(/[\w-]{22,}/g, 'id')
    .replaceAll(/\d{4}-[\d:T.-]+Z/g, 'time');
}

function median(values: number[]): number {
  return values.sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}
