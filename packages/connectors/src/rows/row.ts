import type { ConvertContext } from '../conversion.ts';
import { instantText } from '../instant.ts';
import type { ImportedEvent } from '../imported-event.ts';
import { unsaid } from '../unsaid.ts';
import type { Report } from '../problem.ts';
import { linkOf } from '../text/link.ts';
import { titleOf } from '../text/title.ts';
import { readDate, type DateOrder } from './dates.ts';
import { capacityOf } from './numbers.ts';
import { locationOf, placeOf, pointOf, zoneOf } from './place.ts';
import { isListed, statusOf } from './status.ts';
import type { Column } from './spellings.ts';
import { timeslotOf } from './timeslot.ts';
import { sourceOf } from './source.ts';
import { accessibilityOf, descriptionOf, guestsOf, kindOfRow, languagesOf, nameOf, tagsOf } from './texts.ts';
import { datesOf } from './when.ts';
import { isWallClock, zoneNamed, zoneWritten } from './zone.ts';

/** What a source says of an event, each thing as the text that was written; what it doesn't say is left out or empty. */
export type Row = { readonly [Name in Column]?: string };

/** What a source says of one date of an event. */
export type RowSlot = Pick<
  Row,
  'start' | 'startTime' | 'end' | 'endTime' | 'duration' | 'allDay' | 'capacity' | 'spotsLeft'
>;

/** How the rows of one source are read. */
export interface RowReading {
  readonly context: ConvertContext;
  /** The name of the source where neither it nor the context has one. */
  readonly format: string;
  /** The order of dates where the source tells it. */
  readonly order: DateOrder | undefined;
  /** The present, milliseconds since 1970. */
  readonly now: number;
}

/** The event of a row, or undefined where it gives none; then one fatal problem was reported. */
export function eventOfRow(
  row: Row,
  reading: RowReading,
  report: Report,
  ownSlots?: readonly RowSlot[],
): ImportedEvent | undefined {
  if (!isListed(row, report)) return undefined;
  const title = titleOf(row.title ?? '', report);
  if (!title) report('missing_title');
  // The seats of a row without slots of its own are the event's.
  const slots = ownSlots ?? [{ ...row, capacity: '' }];
  const dates = title ? datesOf(slots, { now: reading.now, order: reading.order }, report) : [];
  const [first] = dates;
  if (!first) return undefined;
  const tags = tagsOf(row);
  const place = placeOf(row, tags);
  const point = pointOf(row, place, report);
  const timezone =
    zoneNamed(row.timezone ?? '', report) ??
    reading.context.timezone ??
    zoneOf(place, point, reading.context.timezoneAt) ??
    zoneWritten(first.when);
  if (timezone === undefined) {
    const isLocal = dates.some(({ when }) => isWallClock(when));
    report(isLocal ? 'missing_timezone' : 'unknown_timezone');
    if (isLocal) return undefined;
  }
  const organization = nameOf(row.organization);
  const capacity = capacityOf(row.capacity ?? '', report);
  return {
    ...unsaid,
    kind: kindOfRow(row, title),
    title,
    summary: row.summary ?? '',
    description: descriptionOf(row, report),
    status: statusOf(row, report),
    sponsor: organization === null ? null : { id: null, name: organization, url: null },
    hostName: nameOf(row.hostName),
    timezone: timezone ?? 'UTC',
    timeslots: dates
      .map(({ when, slot }) => timeslotOf(when, slot, timezone ?? 'UTC', report))
      .map((timeslot) => ({ ...timeslot, capacity: timeslot.capacity ?? capacity }))
      .sort((one, other) => Date.parse(one.startDate) - Date.parse(other.startDate)),
    location: locationOf(row, place, point),
    isVirtual: place.isVirtual,
    languages: languagesOf(row),
    accessibility: accessibilityOf(row),
    capacity,
    guestsPerRsvp: guestsOf(row),
    tags,
    imageUrl: linkOf(row.image, report),
    browserUrl: linkOf(row.url, report),
    source: sourceOf(row, first.slot, reading, report),
    createdAt: momentOf(row.createdAt),
    updatedAt: momentOf(row.updatedAt),
  };
}

/** A moment that is told to the second; others are of no use. */
function momentOf(text = ''): string | null {
  const date = readDate(text);
  return date?.kind === 'instant' ? instantText(date.instant) : null;
}
