import { isTimezone } from '@huddlekit/contract/well-formed';
import type { ConvertContext } from '../conversion.ts';
import type { ImportedEvent, ImportedTimeslot } from '../imported-event.ts';
import { unsaid } from '../unsaid.ts';
import { instantText } from '../instant.ts';
import { listOf, member, textOf, type JsonRecord } from '../json.ts';
import { locationOf } from '../platforms/location.ts';
import { seatsOf } from '../platforms/seats.ts';
import { pointOf } from '../point.ts';
import type { ItemReading } from '../platforms/gather-items.ts';
import type { Report } from '../problem.ts';
import { endOf, readDate, startOf, type SourceDate } from '../rows/dates.ts';
import { kindOf } from '../rows/kinds.ts';
import { stateCodeOf } from '../regions/state-codes.ts';
import { createId } from '../source-id.ts';
import { linkOf } from '../text/link.ts';
import { markdownOf, plainLine } from '../text/markdown.ts';
import { titleOf } from '../text/title.ts';
import { zoneOfState } from '../zones/state-zones.ts';

export interface OsdiContext extends ConvertContext {
  /** Whether the `Z` of a date says nothing, and the time is that of the event's place. */
  readonly hasFalseZ: boolean;
}

/** Whether an item comes from Action Network, by its own marks. */
export function isOfActionNetwork(item: JsonRecord): boolean {
  return (
    Object.keys(item).some((name) => name.startsWith('action_network:')) ||
    identifiersOf(item).some((identifier) => identifier.startsWith('action_network:')) ||
    /^https:\/\/actionnetwork\.org\//.test(textOf(member(member(item['_links'], 'self'), 'href')))
  );
}

/** System and id there: Action Network's own before those of others. */
export function idOf(item: JsonRecord): { system: string; id: string } {
  const identifiers = identifiersOf(item);
  const chosen = identifiers.find((identifier) => identifier.startsWith('action_network:')) ?? identifiers[0];
  const [, system, id] = /^([^:]+):(.+)$/s.exec(chosen ?? '') ?? [];
  if (system && id) return { system: system.toLowerCase().slice(0, 100), id: id.slice(0, 500) };
  const self = textOf(member(member(item['_links'], 'self'), 'href'));
  const title = textOf(item['title']) || textOf(item['name']);
  return { system: 'osdi', id: self.slice(0, 500) || createId([title, textOf(item['start_date'])]) };
}

function identifiersOf(item: JsonRecord): string[] {
  return listOf(item['identifiers']).map(textOf).filter(Boolean);
}

/** An event, or the code of what costs it. Instructions and contacts are for those who come, so they are never read. */
export function eventOf(item: JsonRecord, context: OsdiContext, report: Report): ItemReading {
  const saying = { isPrivate: member(item['location'], 'public') === false, isVirtual: false };
  const location = locationOf(item['location'], saying, report);
  const zone = timezoneOf(item, context);
  const start = dateOf(item, 'start_date', context.hasFalseZ);
  if (!start) return textOf(item['start_date']) ? 'bad_date' : 'missing_date';
  if (zone === undefined && start.kind === 'local') return 'missing_timezone';
  const timezone = zone ?? zoneOfState(stateCodeOf(location?.region ?? '') ?? '');
  if (timezone === undefined) report('unknown_timezone');
  const title = titleOf(textOf(item['title']) || textOf(item['name']), report);
  const tags = listOf(item['tag_list']).flatMap((tag) => plainLine(textOf(tag)) || []);
  const { system, id } = idOf(item);
  const browserUrl = linkOf(item['browser_url'], report);
  const sponsor = sponsorOf(item['action_network:sponsor']);
  return {
    ...unsaid,
    kind: kindOf(tags.join(','), title),
    title,
    summary: plainLine(textOf(item['summary'])).slice(0, 300),
    description: markdownOf(textOf(item['description'])),
    status: /^cancell?ed$/i.test(textOf(item['status'])) ? 'cancelled' : 'confirmed',
    sponsor,
    timezone: timezone ?? 'UTC',
    timeslots: [timeslotOf(item, start, timezone ?? 'UTC', context.hasFalseZ, report)],
    location,
    isVirtual: location === null && item['is_virtual'] === true,
    capacity: null,
    tags: tags.slice(0, 50),
    imageUrl: linkOf(item['featured_image_url']),
    browserUrl,
    source: { system, id, organization: sponsor?.name ?? null, url: browserUrl },
    createdAt: stampOf(item['created_date']),
    updatedAt: stampOf(item['modified_date']),
  };
}

/** A date of an item; with a false Z it is a reading of local clocks. */
function dateOf(
  item: JsonRecord,
  name: 'start_date' | 'end_date',
  hasFalseZ: boolean,
): SourceDate | undefined {
  if (item['all_day'] === true) {
    const day = /^\d{4}-\d{2}-\d{2}/.exec(textOf(item['all_day_date']) || textOf(item[name]))?.[0];
    return day === undefined || name === 'end_date' ? undefined : readDate(day);
  }
  const text = textOf(item[name]);
  return readDate(hasFalseZ ? text.replace(/Z$/i, '') : text);
}

function timeslotOf(
  item: JsonRecord,
  start: SourceDate,
  timezone: string,
  hasFalseZ: boolean,
  report: Report,
): ImportedTimeslot {
  const isDay = start.kind === 'day';
  const startAt = startOf(start, timezone);
  const end = dateOf(item, 'end_date', hasFalseZ);
  const endAt = end ? endOf(end, timezone) : isDay ? endOf(start, timezone) : undefined;
  if (textOf(item['end_date']) && !isDay && (endAt === undefined || endAt < startAt)) report('bad_end_date');
  const capacity = seatsOf(item['capacity']);
  const taken = seatsOf(item['total_accepted']) ?? 0;
  return {
    startDate: instantText(startAt),
    endDate: endAt !== undefined && endAt > startAt ? instantText(endAt) : null,
    allDay: isDay,
    capacity,
    spotsLeft: capacity === null ? null : Math.max(0, capacity - taken),
  };
}

/** The zone the event names, the one of the source, or that of its point, which needn't be public for that. */
function timezoneOf(item: JsonRecord, { timezone, timezoneAt }: ConvertContext): string | undefined {
  const own = textOf(item['timezone_identifier']);
  if (isTimezone(own)) return own;
  if (timezone !== undefined) return timezone;
  const inner = member(item['location'], 'location');
  const point = pointOf(member(inner, 'latitude'), member(inner, 'longitude'), () => undefined);
  return point && timezoneAt?.(point.latitude, point.longitude);
}

function sponsorOf(value: unknown): ImportedEvent['sponsor'] {
  const name = plainLine(textOf(member(value, 'title')) || textOf(member(value, 'name')));
  if (!name) return null;
  return { id: null, name, url: linkOf(member(value, 'browser_url') ?? member(value, 'url')) };
}

function stampOf(value: unknown): string | null {
  const milliseconds = Date.parse(textOf(value));
  return Number.isNaN(milliseconds) ? null : instantText(milliseconds);
}
