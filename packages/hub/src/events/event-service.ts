import type { Event, EventFilters, EventPage, EventQuery, ManagedEvent } from '@huddlekit/contract';
import type { PinFeed } from '@huddlekit/contract/pins';
import type { ImportedEvent } from '@huddlekit/connectors';
import { partySize } from '../attendances/seats.ts';
import type { HubParts } from '../hub.ts';
import { pinFeed } from '../pins/pins.ts';
import { readAddress } from '../privacy/addresses.ts';
import type { EventRow } from '../storage/schema.ts';
import { importEvents, type ImportCounts, type ImportOptions } from './event-import.ts';
import { listEvents, withTimeslots, type ListContext } from './event-list.ts';
import { instantOf } from './event-row.ts';
import {
  approveEvent,
  audit,
  hostOf,
  rejectEvent,
  reviewQueue,
  verifyHost,
  type Decision,
  type HostPerson,
  type ReviewItem,
} from './review.ts';
import { submitEvent, type Submission } from './submission.ts';

/** Events: what the public reads, what hosts send and moderators decide, what comes from other systems. */
export interface EventService {
  list(query: EventQuery): Promise<EventPage>;
  /** A public event, also a cancelled one; undefined for what isn't public. */
  get(id: string): Promise<Event | undefined>;
  /** The public view of any event, for its host and for mails about it. */
  find(id: string): Promise<Event | undefined>;
  pins(filters: EventFilters): Promise<PinFeed>;
  /** @throws ProblemError that names the field. */
  submit(input: Submission, key: string): Promise<{ id: string }>;
  verify(id: string): Promise<boolean>;
  reviewQueue(): Promise<ReviewItem[]>;
  approve(id: string, actor: string): Promise<Decision>;
  reject(id: string, actor: string, message: string): Promise<Decision>;
  host(id: string): Promise<(HostPerson & { language: string }) | undefined>;
  /** As its host sees it, with the true address; the read is audited. */
  managed(id: string, actor: string): Promise<ManagedEvent | undefined>;
  /** Cancels and tells everybody who is coming. Answers false when there is no such event. */
  cancel(id: string, actor: string): Promise<boolean>;
  /** Adds or updates events of other systems; a second run changes nothing. */
  importEvents(events: readonly ImportedEvent[], options?: ImportOptions): Promise<ImportCounts>;
}

export function createEventService(parts: HubParts): EventService {
  const { storage, vault, now, settings } = parts;
  const context = (): ListContext => ({
    read: storage.read,
    now: now(),
    distanceFunction: storage.distanceFunction,
    baseUrl: settings.baseUrl,
  });

  async function rowOf(id: string): Promise<EventRow | undefined> {
    return storage.read.selectFrom('events').selectAll().where('id', '=', id).executeTakeFirst();
  }

  async function viewOf(row: EventRow | undefined): Promise<Event | undefined> {
    return row && (await withTimeslots(storage.read, [row], settings.baseUrl))[0];
  }

  return {
    list: (query) => listEvents(query, context()),
    pins: (filters) => pinFeed(filters, context()),
    submit: (input, key) => submitEvent(parts, input, key),
    verify: (id) => verifyHost(parts, id),
    reviewQueue: () => reviewQueue(parts),
    approve: (id, actor) => approveEvent(parts, id, actor),
    reject: (id, actor, message) => rejectEvent(parts, id, actor, message),
    host: (id) => hostOf(parts, id),
    importEvents: (events, options) => importEvents(parts, events, options),
    find: async (id) => viewOf(await rowOf(id)),

    async get(id) {
      const row = await rowOf(id);
      return row && ['confirmed', 'cancelled'].includes(row.status) ? viewOf(row) : undefined;
    },

    async managed(id, actor) {
      const row = await rowOf(id);
      const event = await viewOf(row);
      if (!row || !event) return undefined;
      const address = await readAddress(storage, vault, id, { actor, at: now() });
      const host = await hostOf(parts, id);
      const attendances = await storage.read
        .selectFrom('attendances')
        .select(['status', 'guests'])
        .where('eventId', '=', id)
        .where('status', '<>', 'cancelled')
        .execute();
      const confirmed = attendances.filter(({ status }) => status === 'confirmed');
      return {
        ...event,
        location: event.location && { ...event.location, ...address },
        addressRelease: row.addressRelease,
        coHosts: (host?.coHosts ?? []).map(({ name }) => ({ name })),
        verifiedAt: row.verifiedAt === null ? null : instantOf(row.verifiedAt),
        attendanceCounts: {
          confirmed: confirmed.length,
          waitlisted: attendances.filter(({ status }) => status === 'waitlisted').length,
          guests: confirmed.reduce((sum, { guests }) => sum + partySize({ guests }) - 1, 0),
        },
      };
    },

    cancel: (id, actor) => cancelEvent(parts, id, actor),
  };
}

async function cancelEvent(
  { storage, vault, outbox, now }: HubParts,
  id: string,
  actor: string,
): Promise<boolean> {
  return storage.write(async (transaction) => {
    const event = await transaction
      .selectFrom('events')
      .select('status')
      .where('id', '=', id)
      .executeTakeFirst();
    if (!event) return false;
    if (event.status === 'cancelled') return true;
    await transaction
      .updateTable('events')
      .set({ status: 'cancelled', updatedAt: now() })
      .where('id', '=', id)
      .execute();
    await audit(transaction, now(), actor, 'cancel-event', id);
    const attendances = await transaction
      .selectFrom('attendances')
      .selectAll()
      .where('eventId', '=', id)
      .where('status', 'in', ['confirmed', 'waitlisted'])
      .execute();
    // One mail a person, however many timeslots.
    for (const [, rows] of Map.groupBy(attendances, ({ emailHash }) => emailHash)) {
      const [first] = rows;
      if (!first) continue;
      const { email, givenName } = vault.open(first.sealed, `attendance:${first.id}`) as {
        email: string;
        givenName: string;
      };
      await outbox.enqueue(transaction, {
        kind: 'event-cancelled',
        to: email,
        name: givenName,
        language: first.language,
        eventId: id,
        attendanceIds: rows.map((row) => row.id),
      });
    }
    return true;
  });
}
