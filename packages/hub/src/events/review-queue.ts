import { Sponsor, type ReviewItem } from '@huddlekit/contract';
import { flagsOf } from '../review/flags.ts';
import { standingOf } from '../review/standing.ts';
import type { HubParts } from '../hub.ts';
import type { EventRow, TimeslotRow } from '../storage/schema.ts';
import { addressLinesOf, instantOf, isPublic } from './event-row.ts';
import { plannedTimeslots } from './event-timeslots.ts';
import { pendingChangeOf, type ReviewedChange } from './pending-change.ts';

type FieldChange = ReviewItem['changes'][number];

/** What a blocked person sends waits for nobody. */
function waitingEvents({ storage }: HubParts) {
  return storage.read
    .selectFrom('events')
    .leftJoin('pendingChanges', 'pendingChanges.eventId', 'events.id')
    .leftJoin('hosts', 'hosts.eventId', 'events.id')
    .leftJoin('hostStandings', 'hostStandings.emailHash', 'hosts.emailHash')
    .where((where) => {
      const isNew = where.and([
        where('events.status', '=', 'pending'),
        where('events.verifiedAt', 'is not', null),
      ]);
      const isReported = where.exists(
        where
          .selectFrom('reports')
          .select('reports.id')
          .whereRef('reports.eventId', '=', 'events.id')
          .where('reports.closedAt', 'is', null),
      );
      return where.or([
        where.and([
          where.or([isNew, where('pendingChanges.eventId', 'is not', null)]),
          where('hostStandings.standing', 'is distinct from', 'blocked'),
        ]),
        where.and([where('events.approvedAt', 'is not', null), isReported]),
      ]);
    });
}

/** Verified events, changes and reported events that wait for a moderator, those that wait longest first. */
export async function reviewQueue(parts: HubParts, limit = Infinity): Promise<ReviewItem[]> {
  const rows = await waitingEvents(parts)
    .selectAll('events')
    .orderBy(({ fn }) => fn.coalesce('pendingChanges.createdAt', 'events.verifiedAt'))
    .orderBy('events.pin')
    .$if(Number.isFinite(limit), (select) => select.limit(limit))
    .execute();
  const items = [];
  for (const row of rows) items.push(await itemOf(parts, row));
  return items;
}

/** How many wait. */
export async function waitingCount(parts: HubParts): Promise<number> {
  const { waiting } = await waitingEvents(parts)
    .select(({ fn }) => fn.countAll<number>().as('waiting'))
    .executeTakeFirstOrThrow();
  return waiting;
}

/** One event that waits or is public, as a moderator sees it. */
export async function reviewItem(parts: HubParts, id: string): Promise<ReviewItem | undefined> {
  const row = await parts.storage.read
    .selectFrom('events')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) return undefined;
  const isWaiting = await waitingEvents(parts)
    .select('events.id')
    .where('events.id', '=', id)
    .executeTakeFirst();
  return isWaiting || isPublic(row) ? itemOf(parts, row) : undefined;
}

async function itemOf(parts: HubParts, row: EventRow): Promise<ReviewItem> {
  const { storage, vault } = parts;
  const { id } = row;
  const timeslots = await storage.read
    .selectFrom('timeslots')
    .selectAll()
    .where('eventId', '=', id)
    .orderBy('startAt')
    .execute();
  const standing = await standingOf(storage.read, id);
  const pending = standing === 'blocked' ? undefined : await pendingChangeOf(storage.read, vault, id);
  const change = pending?.change ?? {};
  const { openReports } = await storage.read
    .selectFrom('reports')
    .select(({ fn }) => fn.countAll<number>().as('openReports'))
    .where('eventId', '=', id)
    .where('closedAt', 'is', null)
    .executeTakeFirstOrThrow();
  const [first] = timeslots;
  return {
    id,
    version: row.version,
    status: row.status,
    title: row.title,
    kind: row.kind,
    summary: row.summary,
    description: row.description,
    place: presentPlace(row),
    timezone: row.timezone,
    startDate: first ? instantOf(first.startAt) : null,
    hostName: row.hostName,
    sponsor: row.sponsorJson === null ? null : Sponsor.parse(JSON.parse(row.sponsorJson)),
    browserUrl: row.browserUrl,
    isTrustedHost: standing === 'trusted',
    verifiedAt: row.verifiedAt === null ? null : instantOf(row.verifiedAt),
    createdAt: instantOf(row.createdAt),
    changes: changesOf(row, timeslots, change),
    flags: await flagsOf(parts, row, change, openReports),
    openReports,
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
    changes.push({ field: 'place', from: presentPlace(event), to: placeInWords(location.kind, location) });
  }
  if (timeslots) {
    const from = timesInWords(plannedTimeslots(undefined, present));
    changes.push({ field: 'times', from, to: timesInWords(timeslots) });
  }
  return changes;
}

function presentPlace(event: EventRow): string {
  return placeInWords(event.locationKind, { ...event, addressLines: addressLinesOf(event) });
}

interface PlaceParts {
  readonly venue?: string | null | undefined;
  readonly addressLines: readonly string[];
  readonly locality?: string | null | undefined;
  readonly region?: string | null | undefined;
  readonly postalCode?: string | null | undefined;
}

/** A home by its town alone, in a terminal too. */
function placeInWords(
  kind: string | null,
  { venue, addressLines, locality, region, postalCode }: PlaceParts,
): string {
  const town = [locality, [region, postalCode].filter(Boolean).join(' ')];
  const where = kind === 'home' || kind === 'online' ? [kind] : [venue, ...addressLines];
  return [...where, ...town].filter(Boolean).join(', ');
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
