import { createHash } from 'node:crypto';
import type { ImportedEvent, ImportedTimeslot } from '@huddlekit/connectors';
import type { HubParts } from '../hub.ts';
import { isSameAddress, storeAddress } from '../privacy/addresses.ts';
import type { EventRow } from '../storage/schema.ts';
import type { WriteTransaction } from '../storage/storage.ts';
import { cancelEvent, cancelledBy } from './cancel-event.ts';
import { insertTimeslots, newId } from './event-write.ts';
import { replaceTimeslots } from './import-timeslots.ts';
import { publicPlaceOf } from './public-place.ts';
import { campaignCommitments, campaignLinks } from './submission.ts';
import { tellComing } from './tell-coming.ts';
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
    .selectAll()
    .where('sourceSystem', '=', event.source.system)
    .where('sourceId', '=', event.source.id)
    .executeTakeFirst();
  const actor = `source:${event.source.system}`;
  const isCancelled = event.status === 'cancelled';
  const reopened =
    !isCancelled && known?.status === 'cancelled' && (await mayReopen(transaction, known.id, actor, options));
  if (known?.sourceHash === sourceHash && !reopened) return 'unchanged';
  const id = known?.id ?? newId();
  const incoming = await columnsOf(parts, transaction, event, options);
  const { columns, homeAddress } = incoming;
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
    const moved = await replaceTimeslots(parts, transaction, id, event);
    const isPlaceChanged = await isElsewhere(parts, transaction, known, incoming);
    if (!isCancelled && (reopened || known.status === 'confirmed'))
      await tellMoved(parts, transaction, id, moved, isPlaceChanged);
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

/** Whether people must go elsewhere. Another point of the same address is a better map, not another place. */
async function isElsewhere(
  { vault }: Pick<HubParts, 'vault'>,
  transaction: WriteTransaction,
  event: EventRow,
  { columns, homeAddress }: Awaited<ReturnType<typeof columnsOf>>,
): Promise<boolean> {
  if (placeFields.some((field) => event[field] !== columns[field])) return true;
  return !(await isSameAddress(transaction, vault, event.id, homeAddress));
}

const placeFields = [
  'isVirtual',
  'locationKind',
  'venue',
  'addressLinesJson',
  'locality',
  'region',
  'postalCode',
  'country',
] as const;

/** Tells those who come what they must know of a change, as a host's own change does. */
async function tellMoved(
  parts: HubParts,
  transaction: WriteTransaction,
  eventId: string,
  moved: readonly string[],
  isPlaceChanged: boolean,
): Promise<void> {
  if (moved.length === 0 && !isPlaceChanged) return;
  const upcoming = await transaction
    .selectFrom('timeslots')
    .select('id')
    .where('eventId', '=', eventId)
    .where('overAt', '>', parts.now())
    .execute();
  const ids = upcoming.map(({ id }) => id).filter((id) => isPlaceChanged || moved.includes(id));
  await tellComing(parts, transaction, 'event-changed', eventId, {
    concerns: ({ timeslotId }) => ids.includes(timeslotId),
  });
}
