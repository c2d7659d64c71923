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
