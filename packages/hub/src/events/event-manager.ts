import type { HubParts } from '../hub.ts';
import type { Token } from '../privacy/tokens.ts';

/** Who manages an event by a link: its host, or somebody who accepted to host along. */
export interface EventManager {
  readonly eventId: string;
  /** As the audit names them. */
  readonly actor: string;
  /** Only the host cancels, renews links and names co-hosts. */
  readonly isHost: boolean;
}

/** Whose link a genuine token is; undefined where it opens no event. */
export async function managerOf(
  { storage }: Pick<HubParts, 'storage'>,
  { purpose, id }: Token,
): Promise<EventManager | undefined> {
  if (purpose === 'event') return { eventId: id, actor: 'host', isHost: true };
  if (purpose !== 'co-host') return undefined;
  const row = await storage.read
    .selectFrom('coHosts')
    .select('eventId')
    .where('id', '=', id)
    .where('status', '=', 'accepted')
    .executeTakeFirst();
  return row && { eventId: row.eventId, actor: `co-host:${id}`, isHost: false };
}
