import {
  getCampaign,
  getPins,
  listPlaces,
  type Campaign,
  type EventFilters,
  type Place,
} from '@huddlekit/contract';
import type { PinFeed } from '@huddlekit/contract/pins';
import type { CallOptions, Connection } from './connection.ts';
import { createAttendanceResource, type Attendances } from './resources/attendances.ts';
import { createEvents, type Events } from './resources/events.ts';
import { createTrainings, type Trainings } from './resources/trainings.ts';

/** What a visitor may ask of a hub. */
export interface Client {
  /** Base URL of the hub, without a trailing slash. */
  readonly hub: string;
  readonly events: Events;
  readonly attendances: Attendances;
  readonly pins: {
    /** The compact feed for maps; `decodePins` of `@huddlekit/contract/pins` reads it. */
    get(filters?: EventFilters, options?: CallOptions): Promise<PinFeed>;
  };
  readonly trainings: Trainings;
  readonly campaign: { get(options?: CallOptions): Promise<Campaign> };
  readonly places: {
    /** The best matches for a ZIP or the beginning of a place's name. */
    search(words: string, options?: CallOptions & { readonly limit?: number }): Promise<Place[]>;
  };
}

/** A client over a connection. */
export function clientOver(connection: Connection): Client {
  return {
    hub: connection.hub,
    events: createEvents(connection),
    attendances: createAttendanceResource(connection),
    pins: { get: (query = {}, call = {}) => connection.call(getPins, { ...call, query }) },
    trainings: createTrainings(connection),
    campaign: { get: (call) => connection.call(getCampaign, call) },
    places: {
      async search(q, { limit, ...call } = {}) {
        const { data } = await connection.call(listPlaces, { ...call, query: { q, limit } });
        return data;
      },
    },
  };
}
