import type { HubParts } from '../hub.ts';
import type { mailKinds } from '../mail/outbox.ts';
import type { AttendanceRow } from '../storage/schema.ts';
import type { WriteTransaction } from '../storage/storage.ts';
import { openPerson } from './person.ts';
import { promote } from './seats.ts';

type TellParts = Pick<HubParts, 'vault' | 'outbox' | 'now'>;

/** Puts a mail to the person of an attendance on its way. */
export async function tell(
  { vault, outbox }: Pick<TellParts, 'vault' | 'outbox'>,
  transaction: WriteTransaction,
  kind: (typeof mailKinds)[number],
  row: AttendanceRow,
  { leftTimeslotId = '' }: { readonly leftTimeslotId?: string } = {},
): Promise<void> {
  const { email: to, givenName: name } = openPerson(vault, row);
  const { id, language, eventId } = row;
  await outbox.enqueue(transaction, {
    kind,
    to,
    name,
    language,
    eventId,
    attendanceIds: [id],
    leftTimeslotId,
  });
}

/** Gives free seats to the waiting line and tells those who came in. */
export async function moveLineUp(
  parts: TellParts,
  transaction: WriteTransaction,
  timeslotId: string,
): Promise<void> {
  for (const row of await promote(transaction, timeslotId, parts.now())) {
    await tell(parts, transaction, 'attendance-promoted', row);
  }
}
