import { randomBytes } from 'node:crypto';
import { z } from '@huddlekit/contract';
import { insertRow } from '../storage/insert-row.ts';
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
  'attendance-reminder',
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
  /** The time a person left for that of the attendance. */
  leftTimeslotId: z._default(z.string(), ''),
  /** The co-host whose link the mail holds, else it is the host's. */
  coHostId: z._default(z.string(), ''),
  /** A moderator's words to the host, a host's to who comes, or the token of the link that the mail brings. */
  message: z._default(z.string(), ''),
});
export type MailJob = z.infer<typeof MailJob>;

export interface LeasedMail {
  readonly id: string;
  readonly attempts: number;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly job: MailJob;
}

/** When a mail is tried next that was given up. */
const never = Number.MAX_SAFE_INTEGER;

/** Mails by where they stand. */
export interface OutboxState {
  readonly waiting: number;
  /** Given up, and kept for the operator to look into. */
  readonly failed: number;
}

/** Mails on their way, stored in the transaction of what they tell. */
export interface Outbox {
  enqueue(transaction: WriteTransaction, job: z.input<typeof MailJob>): Promise<void>;
  /** Takes up to `limit` mails that are due; each comes back by itself after `lease` milliseconds unless renewed. */
  lease(limit: number, lease: number): Promise<LeasedMail[]>;
  /** Keeps mails that are still on their way for another `lease` milliseconds. */
  renew(ids: readonly string[], lease: number): Promise<void>;
  /** The mails were handed over; their content is erased. */
  complete(ids: readonly string[]): Promise<void>;
  /** The mail was not handed over; tried again after `delay` milliseconds. */
  retry(mail: LeasedMail, delay: number): Promise<void>;
  /** The mail was not handed over and won't be; it's kept as failed. */
  giveUp(mail: LeasedMail): Promise<void>;
  state(): Promise<OutboxState>;
}

/** Where a mail is stored. After its effect is what a test uses to see that a crash between them loses it. */
export type OutboxWrite = 'with-effect' | 'after-effect';

/** Milliseconds between an effect and its mail where they are stored apart: time enough for a crash. */
const delayAfterEffect = 100;

export function createOutbox(
  storage: Storage,
  vault: Vault,
  now: () => number,
  outboxWrite: OutboxWrite = 'with-effect',
): Outbox {
  const context = (id: string): string => `outbox:${id}`;
  /** Says when a leased mail is due again, unless another process took it in the meantime. */
  const setDue = async ({ id, attempts }: LeasedMail, dueAt: number): Promise<void> => {
    await storage.write((transaction) =>
      transaction
        .updateTable('outbox')
        .set({ dueAt })
        .where('id', '=', id)
        .where('attempts', '=', attempts)
        .execute(),
    );
  };
  return {
    async enqueue(transaction, job) {
      const id = randomBytes(16).toString('base64url');
      const at = now();
      const row = {
        id,
        kind: job.kind,
        sealed: vault.seal(MailJob.parse(job), context(id)),
        createdAt: at,
        dueAt: at,
        attempts: 0,
        sentAt: null,
        recipientHash: vault.hash('email', normalEmail(job.to)),
      };
      const store = (into: WriteTransaction) => insertRow(into, 'outbox', row);
      if (outboxWrite === 'with-effect') await store(transaction);
      else setTimeout(() => void storage.write(store), delayAfterEffect);
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
        return rows.map(({ id, attempts, createdAt, sealed }) => ({
          id,
          attempts: attempts + 1,
          createdAt,
          job: MailJob.parse(vault.open(sealed, context(id))),
        }));
      });
    },
    async renew(ids, lease) {
      await storage.write((transaction) =>
        transaction
          .updateTable('outbox')
          .set({ dueAt: now() + lease })
          .where('id', 'in', ids)
          .where('sentAt', 'is', null)
          .execute(),
      );
    },
    async complete(ids) {
      await storage.write((transaction) =>
        transaction.updateTable('outbox').set({ sentAt: now(), sealed: '' }).where('id', 'in', ids).execute(),
      );
    },
    retry: (mail, delay) => setDue(mail, now() + delay),
    giveUp: (mail) => setDue(mail, never),
    async state() {
      const { waiting, failed } = await storage.read
        .selectFrom('outbox')
        .select((select) => [
          select.fn.countAll<number>().filterWhere('dueAt', '<', never).as('waiting'),
          select.fn.countAll<number>().filterWhere('dueAt', '=', never).as('failed'),
        ])
        .where('sentAt', 'is', null)
        .executeTakeFirstOrThrow();
      return { waiting, failed };
    },
  };
}
