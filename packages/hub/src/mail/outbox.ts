import { randomBytes } from 'node:crypto';
import { z } from '@huddlekit/contract';
import type { Storage, WriteTransaction } from '../storage/storage.ts';
import { normalEmail, type Vault } from '../privacy/vault.ts';

export const mailKinds = [
  'host-verification',
  'event-approved',
  'event-rejected',
  'event-cancelled',
  'event-changed',
  'event-taken-down',
  'change-approved',
  'change-rejected',
  'attendance-confirm',
  'attendance-confirmed',
  'attendance-waitlisted',
  'attendance-promoted',
  'attendance-known',
  'attendance-cancelled',
  'attendance-approved',
  'attendance-expired',
  'host-message',
  'host-link',
  'co-host-invitation',
  'co-host-link',
  'review-sign-in',
] as const;

/** A mail to be written; its words are made when it is sent, from what is true then. */
export const MailJob = z.object({
  kind: z.enum(mailKinds),
  to: z.string(),
  name: z.string(),
  language: z.string(),
  /** Empty for a mail that is about none. */
  eventId: z.string(),
  /** Ids of the person's attendances, for mails about seats. */
  attendanceIds: z._default(z.array(z.string()), []),
  /** The co-host whose link the mail holds, else it is the host's. */
  coHostId: z._default(z.string(), ''),
  /** A moderator's words to the host, a host's to who comes, or the token of the link that the mail brings. */
  message: z._default(z.string(), ''),
});
export type MailJob = z.infer<typeof MailJob>;

export interface LeasedMail {
  readonly id: string;
  readonly attempts: number;
  readonly job: MailJob;
}

/** Mails on their way, stored in the transaction of what they tell. */
export interface Outbox {
  enqueue(transaction: WriteTransaction, job: z.input<typeof MailJob>): Promise<void>;
  /** Takes up to `limit` mails that are due; each comes back by itself after `lease` milliseconds unless completed. */
  lease(limit: number, lease: number): Promise<LeasedMail[]>;
  /** The mail was handed over; its content is erased. */
  complete(id: string): Promise<void>;
  /** The mail was not handed over; tried again after `delay` milliseconds. */
  retry(id: string, delay: number): Promise<void>;
}

export function createOutbox(storage: Storage, vault: Vault, now: () => number): Outbox {
  const context = (id: string): string => `outbox:${id}`;
  return {
    async enqueue(transaction, job) {
      const id = randomBytes(16).toString('base64url');
      const at = now();
      const sealed = vault.seal(MailJob.parse(job), context(id));
      const recipientHash = vault.hash('email', normalEmail(job.to));
      await transaction
        .insertInto('outbox')
        .values({
          id,
          kind: job.kind,
          sealed,
          createdAt: at,
          dueAt: at,
          attempts: 0,
          sentAt: null,
          recipientHash,
        })
        .execute();
    },
    lease: async (limit, lease) => {
      const at = now();
      const due = storage.read
        .selectFrom('outbox')
        .select('id')
        .where('sentAt', 'is', null)
        .where('dueAt', '<=', at)
        .limit(1);
      if (!(await due.executeTakeFirst())) return [];
      return storage.write(async (transaction) => {
        const rows = await transaction
          .selectFrom('outbox')
          .selectAll()
          .where('sentAt', 'is', null)
          .where('dueAt', '<=', at)
          .orderBy('dueAt')
          .limit(limit)
          .execute();
        const ids = rows.map(({ id }) => id);
        if (ids.length > 0) {
          await transaction
            .updateTable('outbox')
            .set((set) => ({ dueAt: at + lease, attempts: set('attempts', '+', 1) }))
            .where('id', 'in', ids)
            .execute();
        }
        return rows.map(({ id, attempts, sealed }) => ({
          id,
          attempts: attempts + 1,
          job: MailJob.parse(vault.open(sealed, context(id))),
        }));
      });
    },
    async complete(id) {
      await storage.write((transaction) =>
        transaction.updateTable('outbox').set({ sentAt: now(), sealed: '' }).where('id', '=', id).execute(),
      );
    },
    async retry(id, delay) {
      await storage.write((transaction) =>
        transaction
          .updateTable('outbox')
          .set({ dueAt: now() + delay })
          .where('id', '=', id)
          .execute(),
      );
    },
  };
}
