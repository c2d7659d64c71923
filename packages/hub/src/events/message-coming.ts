import type { HubParts } from '../hub.ts';
import { isBlocked } from '../review/standing.ts';
import { once } from '../storage/idempotency.ts';
import type { WriteTransaction } from '../storage/storage.ts';
import { audit, recentActs } from './audit.ts';
import { isPublic } from './event-row.ts';
import { tellComing } from './tell-coming.ts';

/** How often an event may write to everybody who comes, in any 24 hours. */
export const messagesPerDay = 2;
const day = 86_400_000;
const act = 'message-coming';

/** A host's words to everybody who comes or waits. */
export interface HostMessage {
  readonly eventId: string;
  readonly actor: string;
  readonly text: string;
  /** Of one press of the button: what is sent twice by accident goes out once. */
  readonly key: string;
}

/** Messages that may still be sent now. */
export async function messagesLeft(
  from: Pick<WriteTransaction, 'selectFrom'>,
  eventId: string,
  now: number,
): Promise<number> {
  return Math.max(0, messagesPerDay - (await recentActs(from, eventId, act, now - day)));
}

/** Mails a host's words to everybody who comes or waits, all or none. A blocked person's reach nobody. */
export async function messageComing(
  parts: Pick<HubParts, 'storage' | 'vault' | 'outbox' | 'now' | 'campaign'>,
  { eventId, actor, text, key }: HostMessage,
): Promise<'done' | 'not_public' | 'nobody' | 'too_often'> {
  const { storage, vault, now } = parts;
  const request = { route: `message:${eventId}`, key, payload: text };
  return storage.write(async (transaction) => {
    const event = await transaction
      .selectFrom('events')
      .select(['status', 'approvedAt'])
      .where('id', '=', eventId)
      .executeTakeFirst();
    if (!event || !isPublic(event) || event.status !== 'confirmed') return 'not_public';
    return once(transaction, vault, request, now(), async () => {
      if ((await messagesLeft(transaction, eventId, now())) === 0) return 'too_often';
      if (!(await isBlocked(transaction, eventId))) {
        const told = await tellComing(parts, transaction, 'host-message', eventId, { message: text });
        if (told === 0) return 'nobody';
      }
      await audit(transaction, now(), actor, act, eventId);
      return 'done';
    });
  });
}
