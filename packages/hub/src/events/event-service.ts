import type { Event, EventPage, EventQuery, ManagedEvent, ReviewItem } from '@huddlekit/contract';
import { partySize } from '../attendances/seats.ts';
import { readAddress } from '../privacy/addresses.ts';
import type { Token } from '../privacy/tokens.ts';
import type { ChangeParts } from '../storage/change-row.ts';
import type { EventRow, TimeslotRow } from '../storage/schema.ts';
import {
  importEvents,
  withdrawEvents,
  type ImportCounts,
  type ImportOptions,
  type IncomingEvent,
} from './event-import.ts';
import { listEvents, withTimeslots, type ListContext } from './event-list.ts';
import { instantOf, isPublic } from './event-row.ts';
import { audit } from './audit.ts';
import { cancelEvent } from './cancel-event.ts';
import {
  changeEvent,
  waitsForReview,
  withdrawChange,
  type ChangeOfEvent,
  type EventChangeTerms,
} from './event-change.ts';
import { coHostsOf } from './co-hosts.ts';
import { pendingChangeOf, pendingChangeView } from './pending-change.ts';
import type { ReviewParts } from '../review/standing.ts';
import { reviewQueue } from './review-queue.ts';
import { approveEvent, rejectEvent, verifyHost, type Decision } from './review.ts';
import { noProof, type Spend } from '../admission/proofs.ts';
import { submitEvent, type Submission } from './submission.ts';
import type { ListOptions } from './upcoming.ts';
import { renewVerification, verificationOf, type Verification } from './verification.ts';

/** Events: what the public reads, what hosts send and moderators decide, what comes from other systems. */
export interface EventService {
  list(query: EventQuery, options?: ListOptions): Promise<EventPage>;
  /** A public event, also a cancelled one; undefined for what isn't public. */
  get(id: string): Promise<Event | undefined>;
  /** The public view of any event, for its host and for mails about it. */
  find(id: string): Promise<Event | undefined>;
  /** Events that a source system lists and that take place. */
  ofSource(system: string): Promise<Event[]>;
  /** A number that is another one after each change of an event, by whatever process. RSVPs don't count. */
  revision(): Promise<number>;
  /** @throws ProblemError that names the field. */
  submit(input: Submission, key: string, spend?: Spend): Promise<{ id: string }>;
  verify(id: string): Promise<boolean>;
  /** What a mailed link to confirm an event can still do; undefined where there is no such event. */
  verification(token: Token): Promise<Verification | undefined>;
  /** Mails a new link to confirm an event, to its host's mailbox alone; `wait` where one was sent just now. */
  renewVerification(id: string): Promise<'sent' | 'wait'>;
  reviewQueue(): Promise<ReviewItem[]>;
  approve(id: string, actor: string, version?: number, trustHost?: boolean): Promise<Decision>;
  reject(id: string, actor: string, message: string, version?: number): Promise<Decision>;
  /** As its host sees it, with the true address; the read is audited. */
  managed(id: string, actor: string): Promise<ManagedEvent | undefined>;
  /** @throws ProblemError that says what stands against it; nothing is changed then. */
  change(id: string, change: ChangeOfEvent, terms: EventChangeTerms): Promise<void>;
  /**
   * Cancels and tells everybody who is coming, with the host's note. Answers false when there is no such event.
   * @throws ProblemError `version_mismatch` where `ifMatch` names another version
   */
  cancel(id: string, actor: string, ifMatch?: string, note?: string): Promise<boolean>;
  /** Its times that aren't over, soonest first, with the seats and the line of each. */
  upcomingTimes(id: string): Promise<TimeslotRow[]>;
  /** Whether a change of text, place or time waits for a moderator before others see it. */
  reviewsChanges(id: string): Promise<boolean>;
  /** Takes back what waits for a moderator; answers false where nothing did. */
  withdrawChange(id: string, actor: string): Promise<boolean>;
  /** Adds or updates events of other systems; a second run changes nothing. */
  importEvents(events: readonly IncomingEvent[], options?: ImportOptions): Promise<ImportCounts>;
  /** Cancels events that their system has deleted; answers how many took place until now. */
  withdraw(system: string, ids: readonly string[]): Promise<number>;
}

export function createEventService(parts: ChangeParts & ReviewParts): EventService {
  const { storage, vault, now, settings } = parts;
  const context = (): ListContext => ({
    read: storage.publicRead,
    now: now(),
    functions: storage.functions,
    baseUrl: settings.baseUrl,
  });

  async function rowOf(id: string): Promise<EventRow | undefined> {
    return storage.publicRead.selectFrom('events').selectAll().where('id', '=', id).executeTakeFirst();
  }

  async function viewOf(row: EventRow | undefined): Promise<Event | undefined> {
    return row && (await withTimeslots(storage.publicRead, [row], settings.baseUrl))[0];
  }

  return {
    list: (query, options) => listEvents(query, context(), options),
    submit: (input, key, spend = noProof) => submitEvent(parts, input, key, spend),
    verify: (id) => verifyHost(parts, id),
    verification: (token) => verificationOf(parts, token),
    renewVerification: (id) => renewVerification(parts, id),
    reviewQueue: () => reviewQueue(parts),
    approve: (id, actor, version, trustHost) => approveEvent(parts, id, actor, version, trustHost),
    reject: (id, actor, message, version) => rejectEvent(parts, id, actor, message, version),
    change: (id, change, terms) => changeEvent(parts, id, change, terms),
    importEvents: (events, options) => importEvents(parts, events, options),
    find: async (id) => viewOf(await rowOf(id)),

    async ofSource(system) {
      const rows = await storage.publicRead
        .selectFrom('events')
        .selectAll()
        .where('sourceSystem', '=', system)
        .where('status', '=', 'confirmed')
        .orderBy('pin')
        .execute();
      return withTimeslots(storage.publicRead, rows, settings.baseUrl);
    },

    async revision() {
      const { latest } = await storage.publicRead
        .selectFrom('events')
        .select((select) => select.fn.max('updatedAt').as('latest'))
        .executeTakeFirstOrThrow();
      return latest ?? 0;
    },

    async get(id) {
      const row = await rowOf(id);
      return row && isPublic(row) ? viewOf(row) : undefined;
    },

    async managed(id, actor) {
      const row = await rowOf(id);
      const event = await viewOf(row);
      if (!row || !event) return undefined;
      const address = await readAddress(storage, vault, id, { actor, at: now() });
      const pending = await pendingChangeOf(storage.read, vault, id);
      if (pending?.change.location?.kind === 'home') {
        await storage.write((transaction) => audit(transaction, now(), actor, 'read-address', id));
      }
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
        version: row.version,
        pendingChange: pending ? pendingChangeView(pending) : null,
        addressRelease: row.addressRelease,
        coHosts: (await coHostsOf(storage.read, vault, id)).map(({ name }) => ({ name })),
        verifiedAt: row.verifiedAt === null ? null : instantOf(row.verifiedAt),
        attendanceCounts: {
          confirmed: confirmed.length,
          waitlisted: attendances.filter(({ status }) => status === 'waitlisted').length,
          guests: confirmed.reduce((sum, { guests }) => sum + partySize({ guests }) - 1, 0),
        },
      };
    },

    cancel: (id, actor, ifMatch, note) =>
      storage.write((transaction) => cancelEvent(parts, transaction, id, { actor, ifMatch, note })),
    upcomingTimes: (id) =>
      storage.publicRead
        .selectFrom('timeslots')
        .selectAll()
        .where('eventId', '=', id)
        .where('overAt', '>', now())
        .orderBy('startAt')
        .execute(),
    async reviewsChanges(id) {
      const row = await rowOf(id);
      return row !== undefined && waitsForReview(parts, storage.read, row);
    },
    withdrawChange: (id, actor) =>
      storage.write((transaction) => withdrawChange(parts, transaction, id, actor)),
    withdraw: (system, ids) => withdrawEvents(parts, system, ids),
  };
}
