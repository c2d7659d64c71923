import type { Event, EventQuery, Place } from '@huddlekit/contract';
import { countEvents, matchingEvents, metresBetween } from '@huddlekit/contract/event-list';
import { encodePins, pinPrecisions, type Pin } from '@huddlekit/contract/pins';
import { createClient, type Client } from '@huddlekit/sdk';

const chicago: Place = {
  label: 'Chicago, IL',
  locality: 'Chicago',
  region: 'IL',
  postalCode: null,
  country: 'US',
  latitude: 41.8781,
  longitude: -87.6298,
  timezone: 'America/Chicago',
  population: 2_700_000,
};

export const places: readonly Place[] = [
  chicago,
  { ...chicago, label: '60647 Chicago, IL', postalCode: '60647' },
  { ...chicago, label: 'Springfield, IL', locality: 'Springfield', latitude: 39.78, longitude: -89.65 },
  { ...chicago, label: 'Springfield, MA', locality: 'Springfield', latitude: 42.1, longitude: -72.59 },
];

/** Answers in the browser as a hub would, from events of the test's own. */
export interface TestHub {
  readonly client: Client;
  events: Event[];
  /** Path and query of every request, in order. */
  readonly requests: string[];
  /** Every request waits for this. */
  gate: Promise<void>;
  /** Status of every answer. */
  status: number;
  /** Paths that answer 400. */
  readonly broken: Set<string>;
  /** No request gets through. */
  isOffline: boolean;
}

export function testHub(events: Event[] = []): TestHub {
  const hub: TestHub = {
    events,
    requests: [],
    gate: Promise.resolve(),
    status: 200,
    broken: new Set(),
    isOffline: false,
    client: createClient({
      hub: 'https://hub.example.org',
      fetch: async (input, init) => {
        const request = new Request(input, init);
        const url = new URL(request.url);
        hub.requests.push(url.pathname + url.search);
        await Promise.race([hub.gate, aborted(request.signal)]);
        request.signal.throwIfAborted();
        if (hub.isOffline) throw new TypeError('Failed to fetch');
        if (hub.broken.has(url.pathname)) return problem(400);
        if (hub.status !== 200) return problem(hub.status);
        return Response.json(answer(hub.events, url));
      },
    }),
  };
  return hub;
}

function answer(events: readonly Event[], { pathname, searchParams }: URL): object {
  switch (pathname) {
    case '/v1/events':
      return page(events, searchParams);
    case '/v1/counts':
      return countEvents(events, Object.fromEntries(searchParams), Date.now());
    case '/v1/pins':
      return encodePins(events.flatMap(pinOf), '2096-11-25');
    case '/v1/places': {
      const words = (searchParams.get('q') ?? '').toLowerCase();
      return { data: places.filter(({ label }) => label.toLowerCase().startsWith(words)), next: null };
    }
    default:
      throw new Error(`The test's hub has no ${pathname}`);
  }
}

function page(events: readonly Event[], query: URLSearchParams): object {
  const virtual = query.get('virtual');
  const [latitude, longitude] = query.get('near')?.split(',').map(Number) ?? [];
  const within = Number(query.get('within') ?? Infinity);
  const names = query.get('pins')?.split(',').map(Number);
  const kinds = query.get('kind')?.split(',');
  const { fromDate, toDate, language, accessible, sponsor, hasRoom } = Object.fromEntries(
    query,
  ) as EventQuery;
  const filters = { fromDate, toDate, language, accessible, sponsor, hasRoom };
  const fitting = new Set(matchingEvents(events, filters, Date.now()).map(({ event }) => event));
  const found = events
    .filter((event) => fitting.has(event))
    .filter((event) => !names || names.includes(event.pin))
    .filter((event) => !kinds || kinds.includes(event.kind))
    .filter((event) => virtual === null || String(event.isVirtual) === virtual)
    .map((event) => {
      const point = event.location;
      if (latitude === undefined || longitude === undefined) return event;
      if (point?.latitude == null || point.longitude == null) return null;
      const distance = metresBetween(latitude, longitude, point.latitude, point.longitude);
      return { ...event, distance };
    })
    .filter((event) => event !== null && (event.distance ?? 0) <= within);
  const start = Number(query.get('cursor') ?? 0);
  const end = start + Number(query.get('limit') ?? 20);
  return { data: found.slice(start, end), next: end < found.length ? String(end) : null };
}

function pinOf({ pin, kind, location, timeslots }: Event): Pin[] {
  const { latitude, longitude } = location ?? {};
  if (latitude == null || longitude == null) return [];
  const precision = pinPrecisions.find((name) => name === location?.precision) ?? 'locality';
  const start = Date.parse(timeslots[0]?.startDate ?? '');
  return [{ pin, kind, latitude, longitude, precision, start, days: [6] }];
}

function problem(status: number): Response {
  const body = { type: 'about:blank', title: 'No', status, code: 'internal', requestId: '01JD-7Q4K' };
  return Response.json(body, { status, headers: { 'content-type': 'application/problem+json' } });
}

async function aborted(signal: AbortSignal): Promise<void> {
  await new Promise((resolve) => signal.addEventListener('abort', resolve));
}
