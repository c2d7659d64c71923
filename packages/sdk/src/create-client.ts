import { clientOver, type Client } from './client.ts';
import { connect, type ClientOptions } from './connection.ts';
import { sendPatiently } from './patient.ts';

/**
 * Makes a client of a hub. Nothing is sent until a method is called.
 * @example
 * const client = createClient({ hub: 'https://hub.example.org' });
 * @throws TypeError when `hub` isn't an address
 */
export function createClient(options: ClientOptions): Client {
  return clientOver(connect(options, (sending) => sendPatiently(sending)));
}
