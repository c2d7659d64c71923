import type { Client } from '@huddlekit/sdk';
import { createOutbox, type Outbox } from '@huddlekit/sdk/outbox';

const outboxes = new WeakMap<Client, Outbox>();

/** The page's one outbox of a client, there as long as the page. */
export function outboxOf(client: Client): Outbox {
  let outbox = outboxes.get(client);
  if (!outbox) outboxes.set(client, (outbox = createOutbox({ client })));
  return outbox;
}
