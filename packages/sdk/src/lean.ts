import { clientOver, type Client } from './client.ts';
import { connect, type HubOptions } from './connection.ts';
import { sendReadily } from './ready.ts';

/**
 * The same client for pages that count each byte before their first paint: trying again and writing load when they
 * are needed. Only for bundlers that split at `import()`.
 * @throws TypeError when `hub` isn't an address
 * @example
 * const client = createClient({ hub: 'https://hub.example.org' });
 * console.log((await client.campaign.get()).title);
 */
export function createClient(options: HubOptions): Client {
  return clientOver(connect(options, sendReadily));
}
