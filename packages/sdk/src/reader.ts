import type { Client } from './client.ts';
import type { Connection } from './connection.ts';
import { createEvents } from './resources/events.ts';
import { createPins } from './resources/pins.ts';

/** The part of a client that pages ask before a visitor does anything. */
export function readerOver(connection: Connection): Pick<Client, 'hub' | 'capabilities' | 'events' | 'pins'> {
  return {
    hub: connection.hub,
    capabilities: { host: true, trainings: true, places: true },
    events: createEvents(connection),
    pins: createPins(connection),
  };
}
