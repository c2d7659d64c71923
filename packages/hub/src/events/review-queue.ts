import type { HubParts } from '../hub.ts';
import type { EventRow, TimeslotRow } from '../storage/schema.ts';
import { instantOf } from './event-row.ts';
import { plannedTimeslots } from './event-timeslots.ts';
import { pendingChangeOf, type ReviewedChange } from './pending-change.ts';

/** One field of a change, before and after, in words for a moderator. */
export interface FieldChange {
  readonly field: string;
  readonly from: string;
  readonly to: string;
}

/** What waits for a moderator: a new event, or a public one with changes. Never a home's address. */
export interface ReviewItem {
  readonly id: string;
  /** Rises when its host changes it, so that nobody approves what they haven't read. */
  readonly version: number;
  readonly title: string;
  readonly kind: string;
  readonly summary: string;
  readonly description: string;
  readonly place: string;
  readonly startDate: string | null;
  readonly hostName: string | null;
  readonly verifiedAt: string | null;
  readonly createdAt: string;
  /** What is to change of an event that is public; empty for a new one. */
  readonly changes: readonly FieldChange[];
}

/** Verified events and changes that wait for a review, those that wait longest first. */
export async function reviewQueue({ storage, vault }: HubParts): Promise<ReviewItem[]> {
  const rows = await storage.read
    .selectFrom('events')
    .leftJoin('pendingChanges', 'pendingChanges.eventId', 'events.id')
    .selectAll('events')
    .where((where) =>
      where.or([
        where.and([where('events.status', '=', 'pending'), where('events.verifiedAt', 'is not', null)]),
        where('pendingChanges.eventId', 'is not', null),
      ]),
    )
    .orderBy(({ fn }) => fn.coalesce('pendingChanges.createdAt', 'events.verifiedAt'))
    .execute();
  return Promise.all(
    rows.map(async (row) => {
      const timeslots = await storage.read
        .selectFrom('timeslots')
        .selectAll()
        .where('eventId', '=', row.id)
        .orderBy('startAt')
        .execute();
      const pending = await pendingChangeOf(storage.read, vault, row.id);
      return itemOf(row, timeslots, pending?.change ?? {});
    }),
  );
}

function itemOf(row: EventRow, timeslots: readonly TimeslotRow[], change: ReviewedChange): ReviewItem {
  const [first] = timeslots;
  return {
    id: row.id,
    version: row.version,
    title: row.title,
    kind: row.kind,
    summary: row.summary,
    description: row.description,
    place: placeInWords(row.locationKind, row),
    startDate: first ? instantOf(first.startAt) : null,
    hostName: row.hostName,
    verifiedAt: row.verifiedAt === null ? null : instantOf(row.verifiedAt),
    createdAt: instantOf(row.createdAt),
    changes: changesOf(row, timeslots, change),
  };
}

function changesOf(
  event: EventRow,
  present: readonly TimeslotRow[],
  { location, timeslots, ...texts }: ReviewedChange,
): FieldChange[] {
  const changes = Object.entries(texts).map(([field, to]) => ({
    field,
    from: event[field as keyof typeof texts] ?? '',
    to: to ?? '',
  }));
  if (location) {
    const from = placeInWords(event.locationKind, event);
    changes.push({ field: 'place', from, to: placeInWords(location.kind, location) });
  }
  if (timeslots) {
    const from = timesInWords(plannedTimeslots(undefined, present));
    changes.push({ field: 'times', from, to: timesInWords(timeslots) });
  }
  return changes;
}

interface PlaceParts {
  readonly venue?: string | null | undefined;
  readonly locality?: string | null | undefined;
  readonly region?: string | null | undefined;
  readonly postalCode?: string | null | undefined;
}

/** A home by its town alone, in a terminal too. */
function placeInWords(kind: string | null, { venue, locality, region, postalCode }: PlaceParts): string {
  const town = [locality, region, postalCode];
  return (kind === 'home' ? [kind, ...town] : [kind === 'online' ? kind : venue, ...town])
    .filter(Boolean)
    .join(', ');
}

interface Times {
  readonly startDate?: string | undefined;
  readonly endDate?: string | null | undefined;
  readonly allDay?: boolean | undefined;
}

function timesInWords(timeslots: readonly Times[]): string {
  return timeslots
    .map(({ startDate, endDate, allDay }) =>
      [startDate, endDate && `to ${endDate}`, allDay && '(all day)'].filter(Boolean).join(' '),
    )
    .join('; ');
}
