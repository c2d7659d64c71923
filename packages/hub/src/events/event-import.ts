import { createHash } from 'node:crypto';
import type { ImportedEvent, ImportedTimeslot } from '@huddlekit/connectors';
import { moveLineUp } from '../attendances/tell.ts';
import type { HubParts } from '../hub.ts';
import { storeAddress } from '../privacy/addresses.ts';
import type { WriteTransaction } from '../storage/storage.ts';
import { cancelEvent, cancelledBy } from './cancel-event.ts';
import { insertTimeslots, newId, timeslotColumns } from './event-write.ts';
import { publicPlaceOf } from './public-place.ts';
import { campaignCommitments, campaignLinks } from './submission.ts';
import { folded } from './words.ts';

export interface ImportCounts {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
}

export interface ImportOptions {
  /** Take RSVPs here instead of linking to the event's own page. */
  readonly rsvp?: 'native' | undefined;
  /** Events that were cancelled here take place again when the source lists them. */
  readonly reopen?: boolean | undefined;
}

/** What an event may leave out, since most of the hub's own have nothing to say of it. */
type Sparing = 'status' | 'imageUrl' | 'createdAt' | 'updatedAt';

/** An event of another system. `reserved` are seats of a timeslot that were given away there. */
export type IncomingEvent = Omit<ImportedEvent, Sparing | 'timeslots'> &
  Partial<Pick<ImportedEvent, Sparing>> & {
    readonly timeslots: readonly (Omit<ImportedTimeslot, 'spotsLeft'> &
      Partial<Pick<ImportedTimeslot, 'spotsLeft'>> & { readonly reserved?: number })[];
  };

/** Rows a transaction holds, so that visitors' writes get their turn between two of them. */
const batchSize = 500;

/** Adds or updates events of other systems, found again by source system and id. They count as approved. */
export async function importEvents(
  parts: HubParts,
  events: readonly IncomingEvent[],
  options: ImportOptions = {},
): Promise<ImportCounts> {
  const counts = { created: 0, updated: 0, unchanged: 0 };
  for (let index = 0; index < events.length; index += batchSize) {
    await parts.storage.write(async (transaction) => {
      for (const event of events.slice(index, index + batchSize)) {
        counts[await importEvent(parts, transaction, event, options)]++;
      }
    });
  }
  return counts;
}

async function importEvent(
  parts: HubParts,
  transaction: WriteTransaction,
  event: IncomingEvent,
  options: ImportOptions,
): Promise<keyof ImportCounts> {
  // When the source wrote it down says nothing: some feeds tell a new time with each reading.
  const { createdAt: _created, updatedAt: _updated, ...content } = event;
  const sourceHash = createHash('sha256')
    .update(JSON.stringify([content, options]))
    .digest('base64url');
  const known = await transaction
    .selectFrom('events')
    .select(['id', 'sourceHash', 'status'])
    .where('sourceSystem', '=', event.source.system)
    .where('sourceId', '=', event.source.id)
    .executeTakeFirst();
  const actor = `source:${event.source.system}`;
  const isCancelled = event.status === 'cancelled';
  const reopened =
    !isCancelled && known?.status === 'cancelled' && (await mayReopen(transaction, known.id, actor, options));
  if (known?.sourceHash === sourceHash && !reopened) return 'unchanged';
  const id = known?.id ?? newId();
  const { columns, homeAddress } = await columnsOf(parts, transaction, event, options);
  const updatedAt = parts.now();
  if (known) {
    await transaction
      .updateTable('events')
      .set({
        ...columns,
        ...(reopened && { status: 'confirmed', approvedAt: updatedAt }),
        sourceHash,
        updatedAt,
      })
      .where('id', '=', id)
      .execute();
    await replaceTimeslots(parts, transaction, id, event);
    await transaction.deleteFrom('addresses').where('eventId', '=', id).execute();
  } else {
    await transaction
      .insertInto('events')
      .values({
        id,
        ...columns,
        status: isCancelled ? 'cancelled' : 'confirmed',
        verifiedAt: null,
        approvedAt: updatedAt,
        reviewMessage: null,
        sourceHash,
        tokenVersion: 1,
        createdAt: updatedAt,
        updatedAt,
      })
      .execute();
    await insertTimeslots(transaction, id, event.timeslots, event);
  }
  if (homeAddress) await storeAddress(transaction, parts.vault, id, homeAddress);
  if (known && isCancelled) await cancelEvent(parts, transaction, id, { actor });
  return known ? 'updated' : 'created';
}

/** What a source cancelled it may list again; what was cancelled here stays so. */
async function mayReopen(
  transaction: WriteTransaction,
  id: string,
  actor: string,
  { reopen }: ImportOptions,
): Promise<boolean> {
  return reopen === true || (await cancelledBy(transaction, id)) === actor;
}

/** Cancels events that their system has deleted; answers how many took place until now. */
export async function withdrawEvents(
  parts: HubParts,
  system: string,
  ids: readonly string[],
): Promise<number> {
  let withdrawn = 0;
  for (let index = 0; index < ids.length; index += batchSize) {
    await parts.storage.write(async (transaction) => {
      const known = await transaction
        .selectFrom('events')
        .select('id')
        .where('sourceSystem', '=', system)
        .where('sourceId', 'in', ids.slice(index, index + batchSize))
        .where('status', '<>', 'cancelled')
        .execute();
      for (const { id } of known) {
        await cancelEvent(parts, transaction, id, { actor: `source:${system}` });
        withdrawn++;
      }
    });
  }
  return withdrawn;
}

async function columnsOf(
  parts: HubParts,
  transaction: WriteTransaction,
  event: IncomingEvent,
  { rsvp }: ImportOptions,
) {
  const { location, source, sponsor } = event;
  const hostIdentity = `${source.system}:${event.hostName ?? source.id}`;
  const place = location ? await publicPlaceOf(transaction, parts, location, hostIdentity) : undefined;
  const words = [event.title, place?.columns.venue, location?.locality, location?.region, sponsor?.name];
  return {
    homeAddress: place?.homeAddress,
    columns: {
      kind: event.kind,
      title: event.title,
      summary: event.summary,
      description: event.description,
      sponsorJson: sponsor ? JSON.stringify(sponsor) : null,
      sponsorId: sponsor?.id ?? null,
      hostName: event.hostName,
      timezone: event.timezone,
      ...(place?.columns ?? nowhere),
      isVirtual: Number(event.isVirtual),
      languagesJson: JSON.stringify(event.languages),
      accessibilityJson: JSON.stringify(event.accessibility),
      wheelchair: Number(event.accessibility.wheelchair ?? false),
      capacity: event.capacity,
      guestsPerRsvp: event.guestsPerRsvp,
      commitmentsJson: JSON.stringify(rsvp === 'native' ? campaignCommitments(parts) : []),
      linksJson: JSON.stringify(rsvp === 'native' ? campaignLinks(parts) : event.links),
      tagsJson: JSON.stringify(event.tags),
      imageUrl: null,
      browserUrl: event.browserUrl,
      rsvp: rsvp ?? (event.browserUrl === null ? 'none' : 'link'),
      sourceSystem: source.system,
      sourceId: source.id,
      sourceOrganization: source.organization,
      sourceUrl: source.url,
      seriesJson: event.series ? JSON.stringify(event.series) : null,
      addressRelease: '24h',
      words: folded(words.filter(Boolean).join(' ')),
    },
  };
}

const nowhere = {
  locationKind: null,
  venue: null,
  addressLinesJson: '[]',
  locality: null,
  region: null,
  postalCode: null,
  country: null,
  latitude: null,
  longitude: null,
  precision: 'hidden',
} as const;

/** Keeps timeslots with the same start, so that people stay signed up; takes away the others that nobody is in. */
async function replaceTimeslots(
  parts: HubParts,
  transaction: WriteTransaction,
  eventId: string,
  event: IncomingEvent,
): Promise<void> {
  const old = await transaction.selectFrom('timeslots').selectAll().where('eventId', '=', eventId).execute();
  const starts = Map.groupBy(old, ({ startAt }) => startAt);
  const added = [];
  for (const input of event.timeslots) {
    const columns = timeslotColumns(eventId, input, event);
    const same = starts.get(columns.startAt)?.shift();
    if (same) {
      await transaction.updateTable('timeslots').set(columns).where('id', '=', same.id).execute();
      // The source may have found more chairs.
      if (same.waiting > 0) await moveLineUp(parts, transaction, same.id);
    } else {
      added.push(input);
    }
  }
  await insertTimeslots(transaction, eventId, added, event);
  for (const { id } of [...starts.values()].flat()) {
    await transaction
      .deleteFrom('timeslots')
      .where('id', '=', id)
      .where((where) =>
        where.not(where.exists(where.selectFrom('attendances').select('id').where('timeslotId', '=', id))),
      )
      .execute();
  }
}
