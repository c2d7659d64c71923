import type { Client } from '@huddlekit/sdk';
import { createClient } from '@huddlekit/sdk/lean';
import { fetchOnceAsked } from './early-answers.ts';

const clients = new Map<string, Client>();

/** The page's one client of a hub, so that elements share connections and caches. */
export function clientOf(hub: string): Client {
  let client = clients.get(hub);
  if (!client) clients.set(hub, (client = createClient({ hub, fetch: fetchOnceAsked })));
  return client;
}
