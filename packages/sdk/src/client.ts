import {
  getCampaign,
  getPins,
  listPlaces,
  listTrainings,
  type Campaign,
  type EventFilters,
  type Place,
} from '@huddlekit/contract';
import type { PinFeed } from '@huddlekit/contract/pins';
import type { CallOptions, Connection } from './connection.ts';
import { createAttendanceResource, type Attendances } from './resources/attendances.ts';
import { createEvents, type Events } from './resources/events.ts';
import { createTrainings, type Trainings } from './resources/trainings.ts';

/** What a source can do beside listing events. How an event takes RSVPs is told by its own `rsvp`. */
export interface Capabilities {
  /** Whether people can host events of their own, through `@huddlekit/sdk/host`. */
  readonly host: boolean;
  readonly trainings: boolean;
  readonly places: boolean;
}

/** What a visitor may ask of a source. What the source can't do rejects with an `UnsupportedError`. */
export interface Client {
  /** Base URL of the hub, without a trailing slash; undefined where there is none behind the source. */
  readonly hub: string | undefined;
  readonly capabilities: Capabilities;
  readonly events: Events;
  readonly attendances: Attendances;
  readonly pins: {
    /** The compact feed for maps; `decodePins` of `@huddlekit/contract/pins` reads it. */
    get(filters?: EventFilters, options?: CallOptions): Promise<PinFeed>;
  };
  readonly trainings: Trainings;
  readonly campaign: { get(options?: CallOptions): Promise<Campaign> };
  readonly time: {
    /** The hub's clock, for a countdown that is right on a device whose own clock isn't. */
    get(options?: CallOptions): Promise<ServerTime>;
  };
  readonly places: {
    /** The best matches for a ZIP or the beginning of a place's name. */
    search(words: string, options?: CallOptions & { readonly limit?: number }): Promise<Place[]>;
  };
}

/** What a hub's clock showed. */
export interface ServerTime {
  /** Milliseconds since 1970, as of the moment the call resolves. */
  readonly now: number;
  /** Milliseconds by which `now` may be off either way: the hub tells whole seconds, and the way takes its time. */
  readonly uncertainty: number;
}

/** A client over a connection. */
export function clientOver(connection: Connection): Client {
  return {
    hub: connection.hub,
    capabilities: { host: true, trainings: true, places: true },
    events: createEvents(connection),
    attendances: createAttendanceResource(connection),
    pins: { get: (query = {}, call = {}) => connection.call(getPins, { ...call, query }) },
    trainings: createTrainings(connection),
    campaign: { get: (call) => connection.call(getCampaign, call) },
    time: {
      async get(call) {
        const sent = performance.now();
        const { now } = await connection.call(listTrainings, call);
        const way = (performance.now() - sent) / 2;
        return { now: Date.parse(now) + way, uncertainty: way + 1_000 };
      },
    },
    places: {
      async search(q, { limit, ...call } = {}) {
        const { data } = await connection.call(listPlaces, { ...call, query: { q, limit } });
        return data;
      },
    },
  };
}
