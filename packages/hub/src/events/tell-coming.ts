import { isMailboxKnown } from '../attendances/known-mailbox.ts';
import { openPerson } from '../attendances/person.ts';
import type { HubParts } from '../hub.ts';
import type { MailJob } from '../mail/outbox.ts';
import type { AttendanceRow } from '../storage/schema.ts';
import type { WriteTransaction } from '../storage/storage.ts';

export interface TellOptions {
  /** Which of them; everybody where left out. */
  readonly concerns?: (attendance: AttendanceRow) => boolean;
  /** The host's own words. */
  readonly message?: string;
}

/** What also concerns who was offered a place and hasn't said yes yet. */
const toOffered: readonly MailJob['kind'][] = ['event-cancelled', 'event-changed'];

/**
 * Puts mails on their way to everybody who comes or waits, one a person, however many timeslots. Answers how many
 * people are told.
 */
export async function tellComing(
  { vault, outbox, campaign }: Pick<HubParts, 'vault' | 'outbox' | 'campaign'>,
  transaction: WriteTransaction,
  kind: MailJob['kind'],
  eventId: string,
  { concerns = () => true, message = '' }: TellOptions = {},
): Promise<number> {
  const attendances = await transaction
    .selectFrom('attendances')
    .selectAll()
    .where('eventId', '=', eventId)
    .where('status', 'in', ['confirmed', 'waitlisted', 'unconfirmed'])
    .execute();
  const isTold = (row: AttendanceRow): boolean =>
    row.status !== 'unconfirmed' ||
    (toOffered.includes(kind) && row.holdsSeats === 1 && isMailboxKnown(row, campaign()));
  const told = attendances.filter((row) => isTold(row) && concerns(row));
  const people = Map.groupBy(told, ({ emailHash }) => emailHash);
  for (const rows of people.values()) {
    const [first] = rows;
    if (!first) continue;
    const { email, givenName } = openPerson(vault, first);
    await outbox.enqueue(transaction, {
      kind,
      to: email,
      name: givenName,
      language: first.language,
      eventId,
      attendanceIds: rows.map((row) => row.id),
      message,
    });
  }
  return people.size;
}
