import { writeTable } from '@huddlekit/connectors';
import { Referrer } from '@huddlekit/contract';
import { asksOf, consentOf } from '../attendances/consent.ts';
import { openPerson } from '../attendances/person.ts';
import { audit } from '../events/audit.ts';
import { instantOf } from '../events/event-row.ts';
import type { HubParts } from '../hub.ts';
import type { AttendanceRow } from '../storage/schema.ts';

type TableParts = Pick<HubParts, 'storage' | 'vault' | 'now' | 'campaign'>;

/** Which attendances; everything left out means all. */
export interface AttendanceChoice {
  readonly eventId?: string | undefined;
  /** Those that came through an ally's site. */
  readonly partner?: string | undefined;
}

const coming = ['confirmed', 'attended', 'waitlisted', 'unconfirmed'];

/**
 * An ally's own numbers, as a table: a row for each day, event, partner and link on which people signed up. Nothing
 * in it is about one person.
 */
export async function creditTable(parts: TableParts, choice: AttendanceChoice): Promise<string> {
  const rows = await chosen(parts, choice);
  const groups = Map.groupBy(rows, (row) => {
    const { partner, utmSource, utmMedium, utmCampaign } = referrerOf(row);
    const day = instantOf(row.createdAt).slice(0, 10);
    return JSON.stringify([day, row.eventId, partner, utmSource, utmMedium, utmCampaign]);
  });
  const cells = [...groups].map(([key, group]) => {
    const [day, eventId, partner, source, medium, campaign] = JSON.parse(key) as (string | null)[];
    return {
      day,
      event_id: eventId,
      partner,
      utm_source: source,
      utm_medium: medium,
      utm_campaign: campaign,
      sign_ups: group.length,
      people: group.reduce((sum, { guests }) => sum + 1 + guests, 0),
      invited: group.filter((row) => referrerOf(row).invitedBy !== undefined).length,
      attended: group.filter(({ attendedAt }) => attendedAt !== null).length,
    };
  });
  return writeTable(creditColumns, cells);
}

const creditColumns = [
  ...['day', 'event_id', 'partner', 'utm_source', 'utm_medium', 'utm_campaign'],
  ...['sign_ups', 'people', 'invited', 'attended'],
] as const;

/**
 * Everybody who signed up, with name and mailbox, as a table for moderators. With `organization` only people who
 * allowed that one to write, with no more than it asked them for. Audited, with how many were written out.
 */
export async function peopleTable(
  parts: TableParts,
  choice: AttendanceChoice & { readonly organization?: string | undefined },
  actor: string,
): Promise<string> {
  const { storage, vault, now, campaign } = parts;
  const { organization } = choice;
  const asks = organization === undefined ? undefined : asksOf(organization, campaign());
  const rows = (await chosen(parts, choice)).filter(
    (row) => organization === undefined || consentOf(row).organizations.includes(organization),
  );
  await storage.write((transaction) =>
    audit(
      transaction,
      now(),
      actor,
      'export-attendances',
      `${choice.eventId ?? 'all'}:${String(rows.length)}`,
    ),
  );
  const cells = rows.map((row) => {
    const person = openPerson(vault, row);
    const { partner, utmSource, utmMedium, utmCampaign, invitedBy } = referrerOf(row);
    const consent = consentOf(row);
    const tells = (how: 'email' | 'sms'): boolean => !asks || (consent[how] && asks.includes(how));
    return {
      id: row.id,
      event_id: row.eventId,
      timeslot_id: row.timeslotId,
      status: row.attendedAt === null ? row.status : 'attended',
      given_name: person.givenName,
      family_name: person.familyName,
      email: tells('email') ? person.email : undefined,
      phone: tells('sms') ? person.phone : undefined,
      postal_code: asks ? undefined : person.postalCode,
      access_needs: asks ? undefined : person.accessNeeds,
      guests: row.guests,
      language: row.language,
      consent: consent.organizations.filter((id) => !organization || id === organization).join(';'),
      partner,
      utm_source: utmSource,
      utm_medium: utmMedium,
      utm_campaign: utmCampaign,
      invited_by: invitedBy,
      created_at: instantOf(row.createdAt),
    };
  });
  return writeTable(peopleColumns, cells);
}

const peopleColumns = [
  ...[
    'id',
    'event_id',
    'timeslot_id',
    'status',
    'given_name',
    'family_name',
    'email',
    'phone',
    'postal_code',
  ],
  ...['access_needs', 'guests', 'language', 'consent'],
  ...['partner', 'utm_source', 'utm_medium', 'utm_campaign', 'invited_by', 'created_at'],
] as const;

async function chosen(
  { storage }: TableParts,
  { eventId, partner }: AttendanceChoice,
): Promise<AttendanceRow[]> {
  const rows = await storage.read
    .selectFrom('attendances')
    .selectAll()
    .where('status', 'in', coming)
    .$if(eventId !== undefined, (query) => query.where('eventId', '=', eventId ?? ''))
    .orderBy('position')
    .execute();
  return partner === undefined ? rows : rows.filter((row) => referrerOf(row).partner === partner);
}

function referrerOf({ referrerJson }: AttendanceRow): Referrer {
  return Referrer.parse(JSON.parse(referrerJson));
}
