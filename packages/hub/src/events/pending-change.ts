import { eventKinds, locationKinds, z, type PendingChange } from '@huddlekit/contract';
import type { Vault } from '../privacy/vault.ts';
import type { WriteTransaction } from '../storage/storage.ts';
import { instantOf } from './event-row.ts';
import { truePlace } from './submission.ts';

const text = z.optional(z.string());

/**
 * Text, place and time as a host wants them. The place is the true one, so it is stored sealed and never public. What
 * was taken once stays readable, however the rules for what is sent may grow.
 */
const ReviewedChange = z.object({
  kind: z.optional(z.enum(eventKinds)),
  title: text,
  summary: text,
  description: text,
  timezone: text,
  timeslots: z.optional(
    z.array(
      z.object({
        id: text,
        startDate: text,
        endDate: z.optional(z.nullable(z.string())),
        allDay: z.optional(z.boolean()),
        capacity: z.optional(z.nullable(z.int())),
      }),
    ),
  ),
  location: z.optional(
    z.object({
      kind: z.enum(locationKinds),
      venue: text,
      addressLines: z.array(z.string()),
      locality: text,
      region: text,
      postalCode: text,
      country: z.string(),
      latitude: z.optional(z.number()),
      longitude: z.optional(z.number()),
    }),
  ),
  browserUrl: z.optional(z.nullable(z.string())),
});
export type ReviewedChange = z.infer<typeof ReviewedChange>;

export interface StoredChange {
  readonly change: ReviewedChange;
  readonly changedAt: number;
}

/** What waits for a moderator, or undefined. */
export async function pendingChangeOf(
  from: Pick<WriteTransaction, 'selectFrom'>,
  vault: Vault,
  eventId: string,
): Promise<StoredChange | undefined> {
  const row = await from
    .selectFrom('pendingChanges')
    .selectAll()
    .where('eventId', '=', eventId)
    .executeTakeFirst();
  if (!row) return undefined;
  return {
    change: ReviewedChange.parse(vault.open(row.sealed, `pending-change:${eventId}`)),
    changedAt: row.createdAt,
  };
}

/** Keeps a change until a moderator decides, in place of what waited before; nothing to change takes that out. */
export async function keepPendingChange(
  transaction: WriteTransaction,
  vault: Vault,
  eventId: string,
  change: ReviewedChange,
  at: number,
): Promise<void> {
  await dropPendingChange(transaction, eventId);
  if (Object.values(change).every((value) => value === undefined)) return;
  const sealed = vault.seal(change, `pending-change:${eventId}`);
  await transaction.insertInto('pendingChanges').values({ eventId, sealed, createdAt: at }).execute();
}

/** Answers whether anything waited. */
export async function dropPendingChange(transaction: WriteTransaction, eventId: string): Promise<boolean> {
  const { numDeletedRows } = await transaction
    .deleteFrom('pendingChanges')
    .where('eventId', '=', eventId)
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}

/** What waits, as its host sees it. */
export function pendingChangeView({
  change: { timeslots, location, ...texts },
  changedAt,
}: StoredChange): PendingChange {
  return {
    ...texts,
    changedAt: instantOf(changedAt),
    ...(timeslots && {
      timeslots: timeslots.map(({ id = null, startDate = '', endDate = null, allDay = false, capacity }) => ({
        id,
        startDate,
        endDate,
        allDay,
        ...(capacity !== undefined && { capacity }),
      })),
    }),
    ...(location && { location: { ...truePlace(location), addressLines: location.addressLines } }),
  };
}
