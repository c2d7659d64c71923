import {
  getCounts,
  getEvent,
  getEventCalendar,
  listEvents,
  pathOf,
  type Counts,
  type CountsQuery,
  type Event,
  type EventPage,
  type EventQuery,
} from '@huddlekit/contract';
import type { CallOptions, Connection } from '../connection.ts';
import type { SourceFailure } from '../sources/listing.ts';

/** A page of a source's events. */
export type SourcePage = EventPage & {
  /** Of merged sources, those whose events are missing here because they couldn't be read. */
  readonly failures?: readonly SourceFailure[];
};

/** Events by `for await`, or page by page. */
export interface EventSequence extends AsyncIterable<Event> {
  /**
   * The same events page by page, each as it came.
   * @example
   * for await (const { data } of client.events.list({ limit: 100 }).pages()) {
   *   console.log(data.length);
   *   break; // nothing more is fetched
   * }
   */
  pages(): AsyncIterable<SourcePage>;
}

/** Reads the public events. */
export interface Events {
  /**
   * Every event that fits a query, fetched as you go.
   * @example
   * for await (const event of client.events.list({ near: '41.88,-87.63', within: 80_000 })) {
   *   console.log(event.title, event.timeslots[0]?.startDate ?? '');
   * }
   */
  list(query?: EventQuery, options?: CallOptions): EventSequence;
  /**
   * One page; hand its `next` back as `cursor` for the one after.
   * @example
   * const first = await client.events.page({ kind: 'huddle', limit: 10 });
   * if (first.next !== null) {
   *   const second = await client.events.page({ kind: 'huddle', limit: 10, cursor: first.next });
   *   console.log(second.data.length);
   * }
   */
  page(query?: EventQuery, options?: CallOptions): Promise<SourcePage>;
  /**
   * One event.
   * @throws NotFoundError
   * @example
   * const { title, location } = await client.events.get(event.id);
   * console.log(title, location?.locality ?? 'online');
   */
  get(id: string, options?: CallOptions): Promise<Event>;
  /**
   * How many events fit some filters, by kind and in ranges of dates, without reading them.
   * @example
   * const { total, kinds, ranges } = await client.events.count({ ranges: '2027-01-01..2027-01-31' });
   * console.log(total, kinds['huddle'] ?? 0, ranges[0]);
   */
  count(query?: CountsQuery, options?: CallOptions): Promise<Counts>;
  /**
   * Address of the page where people read about an event, or undefined where it has none.
   * @example
   * const { data } = await client.events.page({ limit: 1 });
   * for (const event of data) console.log(client.events.pageUrl(event));
   */
  pageUrl(event: Pick<Event, 'id' | 'browserUrl'>): string | undefined;
  /**
   * Address of an event's calendar file, for a link.
   * @example
   * const link = client.events.calendarUrl(event.id);
   * console.log(link);
   */
  calendarUrl(id: string): string;
}

export function createEvents(connection: Connection): Events {
  const page = (query: EventQuery = {}, options: CallOptions = {}): Promise<EventPage> =>
    connection.call(listEvents, { ...options, query });

  return {
    page,
    list: (query = {}, options = {}) => sequenceOf(page, query, options),
    get: (id, options = {}) => connection.call(getEvent, { ...options, parameters: { id } }),
    count: (query = {}, options = {}) => connection.call(getCounts, { ...options, query }),
    pageUrl: ({ id }) => `${connection.hub}/e/${id}`,
    calendarUrl: (id) => `${connection.hub}${pathOf(getEventCalendar, { id })}`,
  };
}

/** Every event of a query by way of its pages. */
export function sequenceOf(page: Events['page'], query: EventQuery, options: CallOptions): EventSequence {
  async function* pages(): AsyncGenerator<SourcePage> {
    let current = await page(query, options);
    yield current;
    while (current.next !== null) {
      current = await page({ ...query, cursor: current.next }, options);
      yield current;
    }
  }

  return {
    pages,
    async *[Symbol.asyncIterator]() {
      for await (const { data } of pages()) yield* data;
    },
  };
}
