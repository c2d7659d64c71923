import type { Client } from '@huddlekit/sdk';

/** Sends an RSVP that a visitor had this device keep: on whatever page of the site they come back. */
export async function sendKept(client: Client): Promise<void> {
  if (!keepsRsvp()) return;
  try {
    const { outboxOf } = await import('./outbox.ts');
    outboxOf(client);
  } catch (error) {
    // It stays where it is kept, and the next page tries again.
    console.warn('Huddlekit could not look for an RSVP that waits to be sent.', error);
  }
}

function keepsRsvp(): boolean {
  try {
    return Object.keys(localStorage).some((key) => key.startsWith('huddlekit-outbox:'));
  } catch {
    return false;
  }
}
