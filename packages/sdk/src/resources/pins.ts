import { getPins, type PinsQuery } from '@huddlekit/contract';
import type { PinFeed } from '@huddlekit/contract/pins';
import type { CallOptions, Connection } from '../connection.ts';

/** Reads where events are, in few bytes. */
export interface Pins {
  /**
   * The compact feed for maps, whole or of one `tile`. Of up to 20,000 events it tells each, which `decodePins` of
   * `@huddlekit/contract/pins` reads; of more it tells how many there are in which square, and tiles tell the rest.
   * @example
   * import { decodeCells, decodePins } from '@huddlekit/contract/pins';
   *
   * const feed = await client.pins.get({ kind: 'huddle' });
   * if (feed.type === 'rows') console.log(decodePins(feed).length, 'events');
   * else console.log(feed.total, 'events in', decodeCells(feed).length, 'squares');
   */
  get(query?: PinsQuery, options?: CallOptions): Promise<PinFeed>;
}

export function createPins(connection: Connection): Pins {
  return { get: (query = {}, call = {}) => connection.call(getPins, { ...call, query }) };
}
