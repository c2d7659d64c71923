import { z, type Report, type ReportInput } from '@huddlekit/contract';
import { audit } from '../events/audit.ts';
import { instantOf, isPublic } from '../events/event-row.ts';
import { newId } from '../events/event-write.ts';
import type { Spend } from '../admission/proofs.ts';
import type { HubParts } from '../hub.ts';
import { ProblemError } from '../server/problem-error.ts';
import { once } from '../storage/idempotency.ts';
import type { WriteTransaction } from '../storage/storage.ts';

/** Open reports of one event that are kept. Who sends the next is thanked; a moderator is called already. */
const most = 100;

const Sealed = z.object({ words: z.string(), email: z.nullable(z.string()) });

/** Takes what somebody tells of a public event. @throws ProblemError `not_found` */
export async function takeReport(
  { storage, vault, now }: HubParts,
  eventId: string,
  { reason, words = '', email }: z.output<typeof ReportInput>,
  key: string,
  spend: Spend,
): Promise<void> {
  const store = async (transaction: WriteTransaction): Promise<null> => {
    await spend(transaction);
    const event = await transaction
      .selectFrom('events')
      .select(['approvedAt', 'status'])
      .where('id', '=', eventId)
      .executeTakeFirst();
    if (!event || !isPublic(event)) throw new ProblemError('not_found');
    const { open } = await openReports(transaction, eventId)
      .select(({ fn }) => fn.countAll<number>().as('open'))
      .executeTakeFirstOrThrow();
    if (open >= most) return null;
    const id = newId();
    const sealed = sealReport({ vault }, id, { words, email: email ?? null });
    await transaction
      .insertInto('reports')
      .values({ id, eventId, reason, sealed, createdAt: now(), closedAt: null })
      .execute();
    await audit(transaction, now(), 'visitor', 'report', eventId);
    return null;
  };
  const request = { route: `createReport:${eventId}`, key, payload: { reason, words, email } };
  await storage.write((transaction) =>
    key === '' ? store(transaction) : once(transaction, vault, request, now(), () => store(transaction)),
  );
}

/** Seals what a report tells, bound to it. */
export function sealReport(
  { vault }: Pick<HubParts, 'vault'>,
  id: string,
  told: z.input<typeof Sealed>,
): string {
  return vault.seal(told, contextOf(id));
}

/** The open reports of an event, oldest first, for a moderator, who is written down. */
export async function readReports(
  { storage, vault, now }: HubParts,
  eventId: string,
  actor: string,
): Promise<Report[]> {
  const rows = await openReports(storage.read, eventId).selectAll().orderBy('createdAt').execute();
  if (rows.length === 0) return [];
  await storage.write((transaction) => audit(transaction, now(), actor, 'read-reports', eventId));
  return rows.map(({ id, reason, sealed, createdAt }) => ({
    id,
    reason,
    ...Sealed.parse(vault.open(sealed, contextOf(id))),
    createdAt: instantOf(createdAt),
  }));
}

/** Closes reports of an event that need nothing more. */
export async function closeReports(
  { storage, now }: HubParts,
  eventId: string,
  ids: readonly string[],
  actor: string,
): Promise<void> {
  await storage.write(async (transaction) => {
    const { numUpdatedRows } = await transaction
      .updateTable('reports')
      .set({ closedAt: now() })
      .where('eventId', '=', eventId)
      .where('id', 'in', ids)
      .where('closedAt', 'is', null)
      .executeTakeFirstOrThrow();
    if (numUpdatedRows > 0n) await audit(transaction, now(), actor, 'close-reports', eventId);
  });
}

function openReports(from: Pick<WriteTransaction, 'selectFrom'>, eventId: string) {
  return from.selectFrom('reports').where('eventId', '=', eventId).where('closedAt', 'is', null);
}

function contextOf(id: string): string {
  return `report:${id}`;
}
