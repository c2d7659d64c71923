import { getCampaign, type Campaign } from '@huddlekit/contract';
import type { CallOptions, Connection } from './connection.ts';
import { createAttendanceResource, type Attendances } from './resources/attendances.ts';
import type { Events } from './resources/events.ts';
import type { Pins } from './resources/pins.ts';
import { createPlaces, type Places } from './resources/places.ts';
import { createTime, type Time } from './resources/time.ts';
import { createTrainings, type Trainings } from './resources/trainings.ts';
import { readerOver } from './reader.ts';

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
  readonly pins: Pins;
  readonly trainings: Trainings;
  readonly campaign: {
    /**
     * The campaign with its actions, goal and commitments.
     * @example
     * const { title, goal, progress } = await client.campaign.get();
     * console.log(title, progress.count, goal?.target ?? 'no goal');
     */
    get(options?: CallOptions): Promise<Campaign>;
  };
  readonly time: Time;
  readonly places: Places;
}

/** A client over a connection to a hub. */
export function clientOver(connection: Connection): Client {
  const trainings = createTrainings(connection);
  return {
    ...readerOver(connection),
    trainings,
    places: createPlaces(connection),
    attendances: createAttendanceResource(connection),
    campaign: { get: (call) => connection.call(getCampaign, call) },
    time: createTime(trainings),
  };
}
