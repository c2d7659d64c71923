import { Accessibility, type EventChange, type z } from '@huddlekit/contract';
import type { HubParts } from '../hub.ts';
import { storeAddress } from '../privacy/addresses.ts';
import { ProblemError } from '../server/problem-error.ts';
import { changeRow, type ChangeParts, type ChangeTerms } from '../storage/change-row.ts';
import type { EventRow, TimeslotRow } from '../storage/schema.ts';
import type { WriteTransaction } from '../storage/storage.ts';
import { audit } from './audit.ts';
import { isPublic } from './event-row.ts';
import {
  applyTimeslots,
  changesTimes,
  checkTimeslots,
  plannedTimeslots,
  withPresentTimes,
  type PlannedTimeslot,
} from './event-timeslots.ts';
import { needsReview, type ReviewParts } from '../review/standing.ts';
import { setCoHosts } from './co-hosts.ts';
import { hostIn, type HostPerson } from './host.ts';
import {
  dropPendingChange,
  keepPendingChange,
  pendingChangeOf,
  type ReviewedChange,
} from './pending-change.ts';
import { publicPlaceOf, type PublicPlace } from './public-place.ts';
import { checkLocation, publicHostName, truePlace } from './submission.ts';
import { tellComing } from './tell-coming.ts';
import { folded } from './words.ts';

export type ChangeOfEvent = z.output<typeof EventChange>;

export interface EventChangeTerms extends ChangeTerms {
  /** As the audit names them; the host where left out. */
  readonly actor?: string;
}

const texts = ['kind', 'title', 'summary', 'description', 'timezone', 'browserUrl'] as const;

/**
 * Changes a host's event, whole or not at all. Of a public one text, place and time wait for a moderator, and the
 * rest holds at once, unless the campaign wants no review of this host; one that was turned down waits for its review again.
 * @throws ProblemError that names the field or says what stands against it
 */
export async function changeEvent(
  parts: ChangeParts & ReviewParts,
  id: string,
  change: ChangeOfEvent,
  { actor = 'host', ...terms }: EventChangeTerms,
): Promise<void> {
  const request = { ...terms, route: `changeEvent:${id}`, payload: change };
  const read = (from: Pick<WriteTransaction, 'selectFrom'>): Promise<EventRow | undefined> =>
    from.selectFrom('events').selectAll().where('id', '=', id).executeTakeFirst();
  await changeRow(parts, request, read, async (transaction, event) => {
    const at = parts.now();
    const plan = await planOf(parts, transaction, event, change);
    if (await waitsForReview(parts, transaction, event)) {
      const waiting = await pendingChangeOf(transaction, parts.vault, id);
      const { reviewed, direct } = parted(change);
      const later = pendingAfter(event, plan, { ...waiting?.change, ...reviewed }, change, at);
      await keepPendingChange(transaction, parts.vault, id, later, at);
      const now = { ...plan, timeslots: withPresentTimes(plan.timeslots, plan.present) };
      await applyPlan(parts, transaction, event, direct, now);
    } else {
      await applyPlan(parts, transaction, event, change, plan);
      const again = { status: 'pending', reviewMessage: null };
      await transaction
        .updateTable('events')
        .set(again)
        .where('id', '=', id)
        .where('status', '=', 'rejected')
        .execute();
    }
    await audit(transaction, at, actor, 'change-event', id);
  });
}

/**
 * Whether text, place and time of an event wait for a moderator: those of a public one do unless its host's new events
 * need no review either, and what waits already isn't overtaken.
 */
export async function waitsForReview(
  parts: ReviewParts,
  from: Pick<WriteTransaction, 'selectFrom'>,
  event: Pick<EventRow, 'id' | 'approvedAt' | 'status'>,
): Promise<boolean> {
  if (!isPublic(event)) return false;
  if (await needsReview(parts, from, event.id)) return true;
  return (await pendingChangeOf(from, parts.vault, event.id)) !== undefined;
}

/** Makes what a moderator has approved true. @throws ProblemError where it can't be any more */
export async function applyPendingChange(
  parts: HubParts,
  transaction: WriteTransaction,
  event: EventRow,
  change: ReviewedChange,
): Promise<void> {
  await applyPlan(parts, transaction, event, change, await planOf(parts, transaction, event, change));
}

/** Takes back what waits for a moderator; answers false where nothing did. */
export async function withdrawChange(
  { now }: Pick<HubParts, 'now'>,
  transaction: WriteTransaction,
  id: string,
  actor: string,
): Promise<boolean> {
  if (!(await dropPendingChange(transaction, id))) return false;
  await transaction
    .updateTable('events')
    .set(({ eb }) => ({ version: eb('version', '+', 1), updatedAt: now() }))
    .where('id', '=', id)
    .execute();
  await audit(transaction, now(), actor, 'withdraw-change', id);
  return true;
}

/** A change with what it meets. */
interface Plan {
  readonly host: HostPerson;
  readonly present: readonly TimeslotRow[];
  readonly timeslots: readonly PlannedTimeslot[];
}

/** @throws ProblemError where the event isn't to be changed or a field can't be so */
async function planOf(
  parts: HubParts,
  transaction: WriteTransaction,
  event: EventRow,
  change: ChangeOfEvent,
): Promise<Plan> {
  const at = parts.now();
  const host = await hostIn(transaction, parts.vault, event.id);
  const present = await transaction
    .selectFrom('timeslots')
    .selectAll()
    .where('eventId', '=', event.id)
    .orderBy('startAt')
    .execute();
  if (!host) throw new ProblemError('event_imported');
  if (event.status === 'cancelled') throw new ProblemError('event_cancelled');
  if (present.every(({ overAt }) => overAt <= at)) throw new ProblemError('event_over');
  const timeslots = plannedTimeslots(change.timeslots, present);
  if (change.timeslots) checkTimeslots(timeslots, present, at);
  if (change.location && change.location.kind !== 'online') checkLocation(parts, change.location);
  return { host: host.person, present, timeslots };
}

/** What a moderator looks at, and the rest. */
function parted(change: ChangeOfEvent): { reviewed: ReviewedChange; direct: ChangeOfEvent } {
  const { capacity, guestsPerRsvp, languages, accessibility, addressRelease, coHosts, ...reviewed } = change;
  const direct = { capacity, guestsPerRsvp, languages, accessibility, addressRelease, coHosts };
  return { reviewed, direct };
}

/** What waits for a moderator after a change. What has come back to what is public doesn't. */
function pendingAfter(
  event: EventRow,
  { timeslots, present }: Plan,
  wanted: ReviewedChange,
  { timeslots: named }: ChangeOfEvent,
  now: number,
): ReviewedChange {
  const pending = { ...wanted };
  for (const field of texts) if (pending[field] === event[field]) delete pending[field];
  if (!named) return pending;
  if (!changesTimes(timeslots, present, now)) delete pending.timeslots;
  else {
    pending.timeslots = timeslots.map(({ slot, startDate, endDate, allDay, capacity }) => ({
      startDate,
      endDate,
      allDay,
      // The capacity of a time that is there holds at once, and may be changed again before the review.
      ...(slot ? { id: slot.id } : { capacity }),
    }));
  }
  return pending;
}

async function applyPlan(
  parts: HubParts,
  transaction: WriteTransaction,
  event: EventRow,
  change: ChangeOfEvent,
  { host, present, timeslots }: Plan,
): Promise<void> {
  const { location } = change;
  const place = location && (await publicPlaceOf(transaction, parts, truePlace(location), host.email));
  const columns = columnsAfter(event, change, place, host);
  await transaction
    .updateTable('events')
    .set({ ...columns, version: event.version + 1, updatedAt: parts.now() })
    .where('id', '=', event.id)
    .execute();
  if (place) {
    await transaction.deleteFrom('addresses').where('eventId', '=', event.id).execute();
    if (place.homeAddress) await storeAddress(transaction, parts.vault, event.id, place.homeAddress);
  }
  if (change.coHosts) await setCoHosts(parts, transaction, event.id, change.coHosts, 'host');
  const { timezone, capacity } = columns;
  const defaults = { timezone, capacity, formerCapacity: event.capacity };
  const moved = await applyTimeslots(parts, transaction, event.id, timeslots, present, defaults);
  const upcoming = present.filter(({ overAt }) => overAt > parts.now()).map(({ id }) => id);
  const concerned = place ? upcoming : moved;
  await tellComing(parts, transaction, 'event-changed', event.id, {
    concerns: ({ timeslotId }) => concerned.includes(timeslotId),
  });
}

function columnsAfter(
  event: EventRow,
  change: ChangeOfEvent,
  place: PublicPlace | undefined,
  host: HostPerson,
) {
  const title = change.title ?? event.title;
  const { locality, region } = place?.columns ?? event;
  const accessibility = {
    ...Accessibility.parse(JSON.parse(event.accessibilityJson)),
    ...change.accessibility,
  };
  return {
    kind: change.kind ?? event.kind,
    title,
    summary: change.summary ?? event.summary,
    description: change.description ?? event.description,
    timezone: change.timezone ?? event.timezone,
    browserUrl: change.browserUrl === undefined ? event.browserUrl : change.browserUrl,
    ...place?.columns,
    ...(place && {
      isVirtual: Number(place.columns.locationKind === 'online'),
      // Towards a home the full name goes; it doesn't come back, as it would tell whose home it was.
      hostName: place.homeAddress ? publicHostName(host, 'home') : event.hostName,
    }),
    languagesJson: change.languages ? JSON.stringify(change.languages) : event.languagesJson,
    accessibilityJson: JSON.stringify(accessibility),
    wheelchair: Number(accessibility.wheelchair ?? false),
    capacity: change.capacity === undefined ? event.capacity : change.capacity,
    guestsPerRsvp: change.guestsPerRsvp ?? event.guestsPerRsvp,
    addressRelease: change.addressRelease ?? event.addressRelease,
    words: folded([title, locality, region].filter(Boolean).join(' ')),
  };
}
