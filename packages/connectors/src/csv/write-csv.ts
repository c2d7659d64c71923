import type { Event } from '@huddlekit/contract';
import { foreignSourceOf, writtenSlot, type WrittenSlot } from '../rows/event-fields.ts';
import { writeTable, type Cell } from './write-table.ts';

const columns: Readonly<Record<string, (event: Event) => Cell>> = {
  id: ({ id }) => id,
  title: ({ title }) => title,
  start_date: (event) => firstSlot(event)?.startDate,
  end_date: (event) => firstSlot(event)?.endDate,
  all_day: (event) => firstSlot(event)?.allDay,
  timezone: ({ timezone }) => timezone,
  timeslots: timeslotsOf,
  kind: ({ kind }) => kind,
  status: ({ status }) => status,
  venue: ({ location }) => location?.venue,
  address: ({ location }) => location?.addressLines.join('\n'),
  city: ({ location }) => location?.locality,
  state: ({ location }) => location?.region,
  zip: ({ location }) => location?.postalCode,
  country: ({ location }) => location?.country,
  latitude: ({ location }) => location?.latitude,
  longitude: ({ location }) => location?.longitude,
  precision: ({ location }) => location?.precision,
  location_kind: ({ location }) => location?.kind,
  is_virtual: ({ isVirtual }) => isVirtual,
  organization: ({ sponsor }) => sponsor?.name,
  host_name: ({ hostName }) => hostName,
  summary: ({ summary }) => summary,
  description: ({ description }) => description,
  capacity: ({ capacity, timeslots }) => capacity ?? timeslots[0]?.capacity,
  spots_left: ({ timeslots }) => (timeslots.length === 1 ? timeslots[0]?.spotsLeft : null),
  guests_per_rsvp: ({ guestsPerRsvp }) => guestsPerRsvp,
  languages: ({ languages }) => languages.join(';'),
  wheelchair: ({ accessibility }) => accessibility.wheelchair,
  asl: ({ accessibility }) => accessibility.asl,
  captions: ({ accessibility }) => accessibility.captions,
  accessibility_notes: ({ accessibility }) => accessibility.notes,
  tags: ({ tags }) => tags.join(';'),
  url: ({ browserUrl }) => browserUrl,
  image_url: ({ imageUrl }) => imageUrl,
  source: (event) => foreignSourceOf(event)?.system,
  source_id: (event) => foreignSourceOf(event)?.id,
  created_at: ({ createdAt }) => createdAt,
  updated_at: ({ updatedAt }) => updatedAt,
};

/**
 * Writes events as a table (RFC 4180, CRLF, without a byte order mark), one row each. `start_date` and `end_date` are
 * those of the first timeslot; `timeslots` has all of them where there are several. No cell is a formula.
 */
export function writeCsv(events: readonly Event[]): string {
  const names = Object.keys(columns);
  const rows = events.map((event) =>
    Object.fromEntries(Object.entries(columns).map(([name, cellOf]) => [name, cellOf(event)])),
  );
  return writeTable(names, rows);
}

function firstSlot({ timeslots: [first], timezone }: Event): WrittenSlot | undefined {
  return first && writtenSlot(first, timezone);
}

/** Spans of ISO 8601, `2026-11-28T19:00:00-06:00/2026-11-28T21:00:00-06:00`, parted by `;`. */
function timeslotsOf({ timeslots, timezone }: Event): string {
  if (timeslots.length < 2) return '';
  return timeslots
    .map((timeslot) => writtenSlot(timeslot, timezone))
    .map(({ startDate, endDate }) => (endDate ? `${startDate}/${endDate}` : startDate))
    .join('; ');
}
