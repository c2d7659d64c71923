import { openPerson } from '../attendances/person.ts';
import type { HubParts } from '../hub.ts';
import type { MailJob } from '../mail/outbox.ts';
import type { AttendanceRow } from '../storage/schema.ts';
import type { WriteTransaction } from '../storage/storage.ts';

/** Puts mails on their way to everybody who comes or waits, one a person, however many timeslots. */
export async function tellComing(
  { vault, outbox }: Pick<HubParts, 'vault' | 'outbox'>,
  transaction: WriteTransaction,
  kind: MailJob['kind'],
  eventId: string,
  concerns: (attendance: AttendanceRow) => boolean = () => true,
): Promise<void> {
  const attendances = await transaction
    .selectFrom('attendances')
    .selectAll()
    .where('eventId', '=', eventId)
    .where('status', 'in', ['confirmed', 'waitlisted'])
    .execute();
  for (const [, rows] of Map.groupBy(attendances.filter(concerns), ({ emailHash }) => emailHash)) {
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
    });
  }
}
