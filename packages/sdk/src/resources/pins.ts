import { getPins, type EventFilters } from '@huddlekit/contract';
import type { PinFeed } from '@huddlekit/contract/pins';
import type { CallOptions, Connection } from '../connection.ts';

/** Reads where events are, in few bytes. */
export interface Pins {
  /**
   * The compact feed for maps; `decodePins` of `@huddlekit/contract/pins` reads it.
   * @example
   * import { decodePins } from '@huddlekit/contract/pins';
   *
   * const pins = decodePins(await client.pins.get({ kind: 'huddle' }));
   * console.log(pins.length);
   */
  get(filters?: EventFilters, options?: CallOptions): Promise<PinFeed>;
}

export function createPins(connection: Connection): Pins {
  return { get: (query = {}, call = {}) => connection.call(getPins, { ...call, query }) };
}
