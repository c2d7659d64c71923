import type { ConvertContext } from '../conversion.ts';
import { instantText } from '../instant.ts';
import { kindOf } from '../rows/kinds.ts';
import type { ImportedEvent, ImportedTimeslot } from '../imported-event.ts';
import { unsaid } from '../unsaid.ts';
import { pointOf, type Point } from '../point.ts';
import type { Report } from '../problem.ts';
import { createId } from '../source-id.ts';
import { linkOf } from '../text/link.ts';
import { markdownOf, plainLine } from '../text/markdown.ts';
import { parseAddress } from '../text/postal-address.ts';
import { titleOf } from '../text/title.ts';
import { textList, unescapeText } from './content-line.ts';
import { property, type Component } from './components.ts';
import { ownEventId, ownKind, ownPlace, ownSource } from './own-properties.ts';
import { timeOf } from './time-value.ts';

/** What all entries of a file share. */
export interface Surroundings {
  readonly context: ConvertContext;
  /** Name of the calendar, where it has one that isn't somebody's address. */
  readonly calendarName: string | null;
  /** Whether the file takes its entries back. */
  readonly isCancellation: boolean;
}

/** A text property without its escapes; empty where it is missing. */
export function textOf(component: Component, name: string): string {
  return unescapeText(property(component, name)?.value ?? '').trim();
}

/** The id of an entry: its UID, and for a date that stands without its series which one it is. */
export function idOf(entry: Component): string {
  const uid = ownEventId(entry) || textOf(entry, 'UID');
  if (uid) return uid.slice(0, 500);
  return createId([textOf(entry, 'SUMMARY'), property(entry, 'DTSTART')?.value, textOf(entry, 'LOCATION')]);
}

/** An entry as an event with the timeslots that were worked out for it. */
export function eventOf(
  entry: Component,
  { id, timezone, timeslots }: { id: string; timezone: string; timeslots: ImportedTimeslot[] },
  { context, calendarName, isCancellation }: Surroundings,
  report: Report,
): ImportedEvent {
  const categories = (entry.properties.get('CATEGORIES') ?? []).flatMap(({ value }) => textList(value));
  const title = titleOf(textOf(entry, 'SUMMARY'), report);
  const status = textOf(entry, 'STATUS').toUpperCase();
  const { location, isVirtual } = ownPlace(entry) ?? placeOf(entry, report);
  return {
    ...unsaid,
    kind: ownKind(entry) ?? kindOf(categories.join(','), title),
    title,
    description: descriptionOf(entry),
    status: isCancellation || status === 'CANCELLED' ? 'cancelled' : 'confirmed',
    timezone,
    timeslots,
    location,
    isVirtual,
    tags: categories.slice(0, 20).map(plainLine),
    browserUrl: linkOf(textOf(entry, 'URL'), report),
    source: { ...sourceOf(entry, id, context), organization: calendarName, url: null },
    createdAt: instantOf(entry, 'CREATED'),
    updatedAt: instantOf(entry, 'LAST-MODIFIED') ?? instantOf(entry, 'DTSTAMP'),
  };
}

/** A feed may not name other systems' events as its own. */
function sourceOf(entry: Component, id: string, { system }: ConvertContext): { system: string; id: string } {
  if (system !== undefined) return { system, id };
  return ownSource(entry) ?? { system: 'ics', id };
}

/** The HTML description where there is one, since the plain one is often its poorer copy. */
function descriptionOf(entry: Component): string {
  const html = property(entry, 'X-ALT-DESC');
  const isHtml = html?.parameters.get('FMTTYPE')?.toLowerCase() === 'text/html';
  return (isHtml && markdownOf(unescapeText(html.value))) || markdownOf(textOf(entry, 'DESCRIPTION'));
}

const meeting = /^(https?:\/\/\S+|zoom\b.*|online|virtual|google meet.*|microsoft teams.*|webinar)$/i;
const conferences = ['CONFERENCE', 'X-GOOGLE-CONFERENCE', 'X-MICROSOFT-SKYPETEAMSMEETINGURL'];

function placeOf(entry: Component, report: Report): Pick<ImportedEvent, 'location' | 'isVirtual'> {
  const text = plainLine(textOf(entry, 'LOCATION').replaceAll('\n', ', '));
  const isMeeting = meeting.test(text);
  const isVirtual = isMeeting || conferences.some((name) => entry.properties.has(name));
  const point = pointIn(entry, report);
  // Where people meet online is told to those who come, by the event's own page.
  if (!point && (text === '' || isMeeting)) {
    if (!isVirtual) report('missing_place');
    return { location: null, isVirtual };
  }
  const { venue, addressLines, locality, region, postalCode, country } = parseAddress(isMeeting ? '' : text);
  if (!point) report('missing_point');
  return {
    location: {
      kind: 'community',
      venue: venue || null,
      addressLines: [...addressLines],
      locality: locality || null,
      region: region || null,
      postalCode: postalCode || null,
      country: country || null,
      latitude: point?.latitude ?? null,
      longitude: point?.longitude ?? null,
      precision: point ? 'exact' : 'hidden',
    },
    isVirtual,
  };
}

/** GEO gives the latitude first, unlike most others (RFC 5545, 3.8.1.6). */
function pointIn(entry: Component, report: Report): Point | undefined {
  const [latitude, longitude] = textOf(entry, 'GEO').split(/[;,]/);
  return pointOf(latitude, longitude, report);
}

function instantOf(entry: Component, name: string): string | null {
  const time = timeOf(property(entry, name));
  return time ? instantText(time.local * 1_000) : null;
}
