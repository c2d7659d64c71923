import type { Event, EventFilters, EventQuery } from '@huddlekit/contract';
import { countEvents, pageOfEvents, pinsOfEvents } from '@huddlekit/contract/event-list';
import type { Capabilities, Client } from '../client.ts';
import type { CallOptions } from '../connection.ts';
import { NotFoundError } from '../errors/not-found-error.ts';
import { UnsupportedError } from '../errors/unsupported-error.ts';
import { sequenceOf, type SourcePage } from '../resources/events.ts';
import type { Listing, ReadListing } from './listing.ts';

/** What a source without a hub can do. */
export const listOnly: Capabilities = { host: false, trainings: false, places: false };

/** A client that answers from a listing held whole, with the filters and pages of a hub. */
export function listedClient(read: ReadListing): Client {
  const listingFor = (filters: EventFilters, options: CallOptions): Promise<Listing> =>
    read(filters.from === undefined ? Date.now() : Date.parse(filters.from), options);

  async function page(query: EventQuery = {}, options: CallOptions = {}): Promise<SourcePage> {
    const { events, failures } = await listingFor(query, options);
    const answer = pageOfEvents(events, query, Date.now());
    return failures.length > 0 ? { ...answer, failures } : answer;
  }

  async function find(id: string, options: CallOptions): Promise<Event> {
    const { events } = await read(Date.now(), options);
    const found = events.find((event) => event.id === id);
    if (found) return found;
    throw new NotFoundError('The source lists no event with this id (any more).', { code: 'not_found' });
  }

  return {
    hub: undefined,
    capabilities: listOnly,
    events: {
      page,
      list: (query = {}, options = {}) => sequenceOf(page, query, options),
      get: (id, options = {}) => find(id, options),
      async count(query = {}, options = {}) {
        const { events } = await listingFor(query, options);
        return countEvents(events, query, Date.now());
      },
      pageUrl: ({ browserUrl }) => browserUrl ?? undefined,
      calendarUrl: () => {
        throw unsupported('calendar files', 'Link to the event’s browserUrl.');
      },
    },
    pins: {
      async get({ tile, ...filters } = {}, options = {}) {
        if (tile !== undefined)
          return refuse('tiles of pins', 'Ask for the pins without `tile`: they are whole.');
        const { events } = await listingFor(filters, options);
        return pinsOfEvents(events, filters, Date.now());
      },
    },
    attendances: {
      create: () => refuse('RSVPs', 'Link to the event’s browserUrl, where its own platform takes them.'),
      get: () => refuse('RSVPs', 'People manage them where they made them.'),
      change: () => refuse('RSVPs', 'People manage them where they made them.'),
      cancel: () => refuse('RSVPs', 'People manage them where they made them.'),
    },
    trainings: {
      list: () => refuse('a training series', 'Merge in a hub that has one.'),
      next: () => refuse('a training series', 'Merge in a hub that has one.'),
    },
    campaign: { get: () => refuse('a campaign', 'Merge in a hub that has one.') },
    time: { get: () => refuse('a clock', 'Use the device’s, or merge in a hub.') },
    places: { search: () => refuse('place names', 'Merge in a hub, or search by `q`.') },
  };
}

function unsupported(what: string, repair: string): UnsupportedError {
  return new UnsupportedError(`This source has no ${what}. ${repair}`, { code: 'unsupported' });
}

/** Rejects in place of throwing, as every other failure of a call does. */
function refuse(what: string, repair: string): Promise<never> {
  return Promise.reject(unsupported(what, repair));
}
