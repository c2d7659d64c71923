import { clientOver, type Client } from './client.ts';
import { connect, type HubOptions } from './connection.ts';
import { sendReadily } from './ready.ts';

/**
 * The same client for pages that count each byte before their first paint: trying again and writing load when they
 * are needed. Only for bundlers that split at `import()`.
 * @throws TypeError when `hub` isn't an address
 */
export function createClient(options: HubOptions): Client {
  return clientOver(connect(options, sendReadily));
}
