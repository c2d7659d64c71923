import { hostConsent } from '@huddlekit/contract';
import type { HubParts } from '../hub.ts';
import type { AttendanceRow } from '../storage/schema.ts';
import { consentOf } from './consent.ts';
import { openPerson, type Person } from './person.ts';

/** One party as the host of its event may know it. */
export interface GuestEntry {
  readonly id: string;
  readonly timeslotId: string;
  /** First name and initial; the whole name only where the person allowed the host more. */
  readonly name: string;
  readonly guests: number;
  readonly status: string;
  /** Place in the waiting line, from 1; null unless waitlisted. */
  readonly waitlistPlace: number | null;
  readonly accessNeeds: string | undefined;
  /** Only where the person allowed the host to write. */
  readonly email: string | undefined;
  /** Whether the host gave this guest the address. */
  readonly isApproved: boolean;
  readonly hasCome: boolean;
}

/** Everybody who comes or waits, in the order of their coming. */
export async function guestList(
  { storage, vault }: Pick<HubParts, 'storage' | 'vault'>,
  eventId: string,
): Promise<GuestEntry[]> {
  const rows = await storage.read
    .selectFrom('attendances')
    .selectAll()
    .where('eventId', '=', eventId)
    .where('status', 'in', ['confirmed', 'waitlisted'])
    .orderBy('position')
    .execute();
  const lines = new Map<string, number>();
  return rows.map((row) => {
    const person = openPerson(vault, row);
    if (row.status !== 'waitlisted') return entryOf(row, person, null);
    const place = (lines.get(row.timeslotId) ?? 0) + 1;
    lines.set(row.timeslotId, place);
    return entryOf(row, person, place);
  });
}

function entryOf(row: AttendanceRow, person: Person, waitlistPlace: number | null): GuestEntry {
  const { email, organizations } = consentOf(row);
  const namesHost = organizations.includes(hostConsent);
  return {
    id: row.id,
    timeslotId: row.timeslotId,
    name: namesHost ? [person.givenName, person.familyName].filter(Boolean).join(' ') : shortName(person),
    guests: row.guests,
    status: row.status,
    waitlistPlace,
    accessNeeds: person.accessNeeds,
    email: namesHost && email ? person.email : undefined,
    isApproved: row.approvedAt !== null,
    hasCome: row.attendedAt !== null,
  };
}

/** `Maribel O.` */
function shortName({ givenName, familyName }: Person): string {
  const [initial] = new Intl.Segmenter().segment(familyName?.trim() ?? '');
  return initial ? `${givenName} ${initial.segment.toUpperCase()}.` : givenName;
}
