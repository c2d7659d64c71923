import { isLinkReplaced } from '../../attendances/known-mailbox.ts';
import type { Person } from '../../attendances/person.ts';
import type { Token } from '../../privacy/tokens.ts';
import type { AttendanceRow } from '../../storage/schema.ts';
import type { Visit } from '../page.ts';

/** A visit by the link of somebody who comes. */
export interface GuestVisit extends Visit {
  readonly row: AttendanceRow;
  readonly person: Person;
  /** Whether the link was mailed, and so proves the mailbox; the one in the answer to an RSVP proves nothing. */
  readonly isByMail: boolean;
  /** Whether the link has given way to the mailed one, and opens nothing more. */
  readonly isReplaced: boolean;
  /** Path of a page behind the same link; the main one where none is named. */
  path(page?: string, values?: Readonly<Record<string, string>>): string;
}

const purposes: readonly Token['purpose'][] = ['attendance', 'attendance-mail'];

/** Undefined where the link isn't a guest's, or there is no such attendance. */
export async function guestVisit(visit: Visit, { id, purpose }: Token): Promise<GuestVisit | undefined> {
  if (!purposes.includes(purpose)) return undefined;
  const { hub, request, language } = visit;
  const { token = '' } = request.params as { token?: string };
  const found = await hub.attendances.find(id);
  return (
    found && {
      ...visit,
      ...found,
      isByMail: purpose === 'attendance-mail',
      isReplaced: isLinkReplaced(found.row, { purpose }, hub.campaign()),
      path: (page = '', values = {}) =>
        `/manage/${[token, page].filter(Boolean).join('/')}?${new URLSearchParams({ ...values, lang: language }).toString()}`,
    }
  );
}
