import type { Client } from './client.ts';
import type { ConnectionOptions, HubOptions } from './connection.ts';
import { hub } from './sources/hub.ts';
import type { Source } from './sources/source.ts';

/** Options of a client: its hub, or another source of events. */
export type ClientOptions = HubOptions | (ConnectionOptions & { readonly source: Source });

/**
 * Makes a client of a hub, or of another source. Nothing is sent until a method is called.
 * @example
 * const client = createClient({ hub: 'https://hub.example.org' });
 * for await (const event of client.events.list({ limit: 5 })) console.log(event.title);
 * @throws TypeError when `hub` isn't an address
 */
export function createClient(options: ClientOptions): Client {
  return ('source' in options ? options.source : hub(options.hub)).open(options);
}
