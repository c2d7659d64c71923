import type { WriteTransaction } from '../storage/storage.ts';

/** Writes down who did what to which object; no personal data. */
export async function audit(
  transaction: WriteTransaction,
  at: number,
  actor: string,
  act: string,
  subject: string,
): Promise<void> {
  await transaction.insertInto('audit').values({ at, actor, act, subject }).execute();
}

/** How often something was done to an object since an instant. */
export async function recentActs(
  from: Pick<WriteTransaction, 'selectFrom'>,
  subject: string,
  act: string,
  since: number,
): Promise<number> {
  const { times } = await from
    .selectFrom('audit')
    .select(({ fn }) => fn.countAll<number>().as('times'))
    .where('subject', '=', subject)
    .where('act', '=', act)
    .where('at', '>', since)
    .executeTakeFirstOrThrow();
  return times;
}
