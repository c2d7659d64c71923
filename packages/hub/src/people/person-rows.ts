import { z } from '@huddlekit/contract';
import { openPerson } from '../attendances/person.ts';
import { audit } from '../events/audit.ts';
import { instantOf } from '../events/event-row.ts';
import { hostIn } from '../events/host.ts';
import type { HubParts } from '../hub.ts';
import { normalEmail } from '../privacy/vault.ts';
import type { ReadConnection } from '../storage/storage.ts';

/** Everything a hub keeps of one person, as they may have it; instants are RFC 3339. */
export interface PersonCopy {
  readonly email: string;
  readonly attendances: readonly unknown[];
  readonly hosting: readonly unknown[];
  readonly coHosting: readonly unknown[];
  readonly reports: readonly unknown[];
  readonly isUnsubscribed: boolean;
  readonly isModerator: boolean;
  /** Mails to them that wait or went out: kind and time. */
  readonly mails: readonly unknown[];
}

type PersonParts = Pick<HubParts, 'storage' | 'vault' | 'now'>;

const Report = z.object({ words: z.string(), email: z.nullable(z.string()) });
const CoHost = z.looseObject({ name: z.optional(z.string()), email: z.optional(z.nullable(z.string())) });

/** Opens all that is kept of the owner of a mailbox. That it was opened is audited, without the e-mail. */
export async function copyPerson(parts: PersonParts, address: string): Promise<PersonCopy> {
  const { storage, vault, now } = parts;
  const { read } = storage;
  const email = normalEmail(address);
  const emailHash = vault.hash('email', email);
  const attendances = await read
    .selectFrom('attendances')
    .selectAll()
    .where('emailHash', '=', emailHash)
    .execute();
  const hosting = await read
    .selectFrom('hosts')
    .select('eventId')
    .where('emailHash', '=', emailHash)
    .execute();
  const coHosting = await read.selectFrom('coHosts').selectAll().where('emailHash', '=', emailHash).execute();
  const mails = await read
    .selectFrom('outbox')
    .select(['kind', 'createdAt', 'sentAt'])
    .where('recipientHash', '=', emailHash)
    .execute();
  const copy: PersonCopy = {
    email,
    attendances: attendances.map((row) => ({
      id: row.id,
      eventId: row.eventId,
      timeslotId: row.timeslotId,
      person: openPerson(vault, row),
      guests: row.guests,
      status: row.status,
      language: row.language,
      timezone: row.timezone,
      referrer: parsed(row.referrerJson),
      consent: parsed(row.consentJson),
      commitments: parsed(row.commitmentsJson),
      createdAt: instantOf(row.createdAt),
      updatedAt: instantOf(row.updatedAt),
    })),
    hosting: await Promise.all(
      hosting.map(async ({ eventId }) => ({ eventId, host: (await hostIn(read, vault, eventId))?.person })),
    ),
    coHosting: coHosting.map(({ id, eventId, sealed, status }) => ({
      eventId,
      status,
      ...CoHost.parse(vault.open(sealed, `co-host:${id}`)),
    })),
    reports: (await reportsOf(read, vault, email)).map(({ eventId, reason, words, createdAt }) => ({
      eventId,
      reason,
      words,
      createdAt: instantOf(createdAt),
    })),
    isUnsubscribed: await isThere(read, 'unsubscribes', emailHash),
    isModerator: await isThere(read, 'moderators', emailHash),
    mails: mails.map(({ kind, createdAt, sentAt }) => ({
      kind,
      createdAt: instantOf(createdAt),
      sentAt: sentAt === null ? null : instantOf(sentAt),
    })),
  };
  await storage.write((transaction) =>
    audit(transaction, now(), 'operator', 'copy-person', attendances[0]?.id ?? 'nobody'),
  );
  return copy;
}

/** Reports that came with an e-mail; who sent them is only in what is sealed. */
export async function reportsOf(
  from: Pick<ReadConnection, 'selectFrom'>,
  vault: HubParts['vault'],
  email: string,
): Promise<{ id: string; eventId: string; reason: string; words: string; createdAt: number }[]> {
  const rows = await from.selectFrom('reports').selectAll().execute();
  return rows.flatMap(({ id, eventId, reason, sealed, createdAt }) => {
    const report = Report.parse(vault.open(sealed, `report:${id}`));
    const isTheirs = report.email !== null && normalEmail(report.email) === email;
    return isTheirs ? [{ id, eventId, reason, words: report.words, createdAt }] : [];
  });
}

async function isThere(
  read: ReadConnection,
  table: 'unsubscribes' | 'moderators',
  emailHash: string,
): Promise<boolean> {
  const row = await read
    .selectFrom(table)
    .select('emailHash')
    .where('emailHash', '=', emailHash)
    .executeTakeFirst();
  return row !== undefined;
}

function parsed(text: string): unknown {
  const value: unknown = JSON.parse(text);
  return value;
}
