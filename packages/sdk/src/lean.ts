import { listTrainings } from '@huddlekit/contract';
import type { Client } from './client.ts';
import { connect, type HubOptions } from './connection.ts';
import { readerOver } from './reader.ts';
import { sendReadily } from './ready.ts';

/**
 * The same client for pages that count each byte before their first paint: trying again, and whatever a visitor asks
 * for only later, load when they are needed. Only for bundlers that split at `import()`.
 * @example
 * const client = createClient({ hub: 'https://hub.example.org' });
 * console.log((await client.events.page({ limit: 5 })).data.length);
 * @throws TypeError when `hub` isn't an address
 */
export function createClient(options: HubOptions): Client {
  const connection = connect(options, sendReadily, (schema, value) => schema.safeParse(value).success);
  const whole = async (): Promise<Client> => (await import('./client.ts')).clientOver(connection);
  return {
    ...readerOver(connection),
    attendances: {
      create: async (...call) => (await whole()).attendances.create(...call),
      get: async (...call) => (await whole()).attendances.get(...call),
      change: async (...call) => (await whole()).attendances.change(...call),
      cancel: async (...call) => (await whole()).attendances.cancel(...call),
    },
    trainings: {
      list: (call) => connection.call(listTrainings, call),
      next: async (...call) => (await whole()).trainings.next(...call),
    },
    places: { search: async (...call) => (await whole()).places.search(...call) },
    campaign: { get: async (...call) => (await whole()).campaign.get(...call) },
    time: { get: async (...call) => (await whole()).time.get(...call) },
  };
}
