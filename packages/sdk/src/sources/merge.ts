import type { Joined } from '@huddlekit/connectors';
import type { Event } from '@huddlekit/contract';
import type { Client } from '../client.ts';
import type { CallOptions, ConnectionOptions } from '../connection.ts';
import { HuddleError } from '../errors/huddle-error.ts';
import { OfflineError } from '../errors/offline-error.ts';
import { freePin } from './events-of.ts';
import { listedClient } from './listed-client.ts';
import { shelved, type Listing, type SourceFailure } from './listing.ts';
import type { Source } from './source.ts';

/** Events of one source that are merged; a hub with more takes the other sources in by import. */
const most = 5_000;

/** Milliseconds for which merged sources wait for each other. */
const patience = 8_000;

interface Opened {
  readonly source: Source;
  readonly client: Client;
}

/**
 * Several sources as one: every event once, with all its `sources`, the first source's copy standing for the others.
 * A source that can't be read leaves the others, and is named in a page's `failures`. What only one kind of source can
 * do, like trainings, is done by the first that can; RSVPs go to the hub the event comes from.
 * @example
 * const client = createClient({
 *   source: merge([hub('https://hub.example.org'), feed('https://chapter.example.org/calendar.ics')]),
 * });
 * for await (const { title, sources } of client.events.list()) console.log(title, sources?.length ?? 1);
 */
export function merge(sources: readonly Source[]): Source {
  const can = (name: keyof Source['capabilities']): boolean =>
    sources.some(({ capabilities }) => capabilities[name]);
  return {
    name: sources.map(({ name }) => name).join(' '),
    capabilities: { host: can('host'), trainings: can('trainings'), places: can('places') },
    open: (options) => mergedClient(sources, options),
  };
}

function mergedClient(sources: readonly Source[], options: ConnectionOptions): Client {
  const opened = sources.map((source): Opened => ({ source, client: source.open(options) }));
  /** Which client lists an event, since RSVPs and calendar files are its own matter. */
  const owners = new Map<string, Client>();
  const listed = listedClient(shelved((from, call) => readAll(opened, owners, from, call)));
  const hub = opened.find(({ client }) => client.hub !== undefined)?.client;
  const able = (name: keyof Source['capabilities']): Client =>
    opened.find(({ client }) => client.capabilities[name])?.client ?? listed;
  const ownerOf = (id: string): Client => owners.get(id) ?? hub ?? listed;
  return {
    hub: hub?.hub,
    capabilities: {
      host: able('host') !== listed,
      trainings: able('trainings') !== listed,
      places: able('places') !== listed,
    },
    events: {
      ...listed.events,
      pageUrl: (event) => ownerOf(event.id).events.pageUrl(event),
      calendarUrl: (id) => ownerOf(id).events.calendarUrl(id),
    },
    pins: listed.pins,
    attendances: {
      create: (eventId, input, call) => ownerOf(eventId).attendances.create(eventId, input, call),
      get: (id, token, call) => (hub ?? listed).attendances.get(id, token, call),
      change: (id, token, changes, call) => (hub ?? listed).attendances.change(id, token, changes, call),
      cancel: (id, token, call) => (hub ?? listed).attendances.cancel(id, token, call),
    },
    trainings: able('trainings').trainings,
    campaign: (hub ?? listed).campaign,
    time: (hub ?? listed).time,
    places: able('places').places,
  };
}

async function readAll(
  opened: readonly Opened[],
  owners: Map<string, Client>,
  from: number,
  call: CallOptions,
): Promise<Listing> {
  const [{ joinCopies }, readings] = await Promise.all([
    import('@huddlekit/connectors/browser'),
    Promise.allSettled(opened.map(({ client }) => withinPatience(readOne(client, from, call)))),
  ]);
  call.signal?.throwIfAborted();
  const failures: SourceFailure[] = [];
  const all: Event[] = [];
  readings.forEach((reading, index) => {
    const { source, client } = opened[index] ?? {};
    if (!source || !client) return;
    if (reading.status === 'rejected') {
      failures.push({ source: source.name, error: reading.reason });
      return;
    }
    failures.push(...reading.value.failures);
    for (const event of reading.value.events) {
      if (!owners.has(event.id)) owners.set(event.id, client);
      all.push(event);
    }
  });
  if (readings.every(({ status }) => status === 'rejected')) throw failures[0]?.error;
  return { events: withoutCopies(joinCopies(all).joined), failures };
}

/** A reading, or a timeout: one slow source must not hold up the others. It goes on and is there for the next asking. */
async function withinPatience(reading: Promise<Listing>): Promise<Listing> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    late.reject(
      new OfflineError('The source takes too long, so the others are shown without it. Try again.', {
        code: 'timeout',
        retryable: true,
      }),
    );
  }, patience);
  try {
    return await Promise.race([reading, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}

async function readOne(client: Client, from: number, call: CallOptions): Promise<Listing> {
  const events: Event[] = [];
  let failures: readonly SourceFailure[] = [];
  // A minute's leave makes one reading do for all who ask for what is upcoming.
  const query = from < Date.now() - 60_000 ? { from: new Date(from).toISOString() } : {};
  for await (const page of client.events.list({ ...query, limit: 100 }, call).pages()) {
    events.push(...page.data);
    failures = page.failures ?? [];
    if (events.length > most)
      throw new HuddleError(
        `A source lists more than ${String(most)} events, too many to merge in a page. Import the others into its hub.`,
        { code: 'too_many_events' },
      );
  }
  return { events, failures };
}

/** Each event once, with its sources where they are several, and with a pin of its own. */
function withoutCopies(joined: readonly Joined<Event>[]): Event[] {
  const taken = new Set<number>();
  return joined.map(({ event, sources }) => {
    const isFree = !taken.has(event.pin);
    if (isFree) taken.add(event.pin);
    return {
      ...event,
      ...(sources.length > 1 && { sources: [...sources] }),
      pin: isFree ? event.pin : freePin(event.id, taken),
    };
  });
}
