import { fits } from '@huddlekit/contract';
import { clientOver } from '../client.ts';
import { connect } from '../connection.ts';
import { sendPatiently } from '../patient.ts';
import type { Source } from './source.ts';

/**
 * A Huddlekit hub as a source, to merge with others. `createClient({ hub })` is enough for one alone.
 * @example
 * const client = createClient({ source: hub('https://hub.example.org') });
 * console.log((await client.campaign.get()).title);
 */
export function hub(url: string): Source {
  return {
    name: `hub:${url}`,
    capabilities: { host: true, trainings: true, places: true },
    open: (options) =>
      clientOver(connect({ ...options, hub: url }, (sending) => sendPatiently(sending), fits)),
  };
}
