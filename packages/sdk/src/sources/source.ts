import type { Capabilities, Client } from '../client.ts';
import type { ConnectionOptions } from '../connection.ts';

/** Where events come from: a hub, a platform, a feed, or several of them. */
export interface Source {
  /** What it is, in words for a notice, like `mobilize:1234`. */
  readonly name: string;
  readonly capabilities: Capabilities;
  /**
   * Makes a client of it, as `createClient({ source })` does.
   * @example
   * const client = hub('https://hub.example.org').open({ timeout: 5_000 });
   * console.log(client.capabilities.trainings);
   */
  open(options: ConnectionOptions): Client;
}
