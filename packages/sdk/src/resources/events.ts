import {
  getEvent,
  getEventCalendar,
  listEvents,
  pathOf,
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
  pages(): AsyncIterable<SourcePage>;
}

export interface Events {
  /**
   * Every event that fits a query, fetched as you go.
   * @example
   * for await (const event of client.events.list({ near: '41.88,-87.63', within: 80_000 })) show(event);
   */
  list(query?: EventQuery, options?: CallOptions): EventSequence;
  /** One page; hand its `next` back as `cursor` for the one after. */
  page(query?: EventQuery, options?: CallOptions): Promise<SourcePage>;
  /** @throws NotFoundError */
  get(id: string, options?: CallOptions): Promise<Event>;
  /** Address of an event's calendar file. */
  calendarUrl(id: string): string;
}

export function createEvents(connection: Connection): Events {
  const page = (query: EventQuery = {}, options: CallOptions = {}): Promise<EventPage> =>
    connection.call(listEvents, { ...options, query });

  return {
    page,
    list: (query = {}, options = {}) => sequenceOf(page, query, options),
    get: (id, options = {}) => connection.call(getEvent, { ...options, parameters: { id } }),
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
