import type { EventKind } from '@huddlekit/contract';
import { isTimezone } from '@huddlekit/contract/well-formed';
import type { ConvertContext } from '../conversion.ts';
import type { ImportedEvent, ImportedTimeslot } from '../imported-event.ts';
import { unsaid } from '../unsaid.ts';
import { instantText, isPlausible } from '../instant.ts';
import { listOf, member, numberOf, textOf, type JsonRecord } from '../json.ts';
import { locationOf } from '../platforms/location.ts';
import { seatsOf } from '../platforms/seats.ts';
import type { Report } from '../problem.ts';
import { linkOf } from '../text/link.ts';
import { markdownOf, plainLine } from '../text/markdown.ts';
import { titleOf } from '../text/title.ts';
import { zoneOfState } from '../zones/state-zones.ts';

/** Types of Mobilize that have a kind of their own here; it is an open set, and what isn't named is `other`. */
const kinds: Readonly<Record<string, EventKind>> = {
  CANVASS: 'canvass',
  COMMUNITY_CANVASS: 'canvass',
  PHONE_BANK: 'phone-bank',
  AUTOMATED_PHONE_BANK: 'phone-bank',
  TEXT_BANK: 'text-bank',
  MEETING: 'meeting',
  TOWN_HALL: 'meeting',
  MEET_GREET: 'meeting',
  BARNSTORM: 'meeting',
  COMMUNITY: 'gathering',
  SOLIDARITY_EVENT: 'gathering',
  DEBATE_WATCH_PARTY: 'gathering',
  OFFICE_OPENING: 'gathering',
  GROUP: 'gathering',
  FUNDRAISER: 'fundraiser',
  HOUSE_PARTY: 'house-party',
  TRAINING: 'training',
  WORKSHOP: 'training',
  RALLY: 'rally',
  VISIBILITY_EVENT: 'rally',
  VOTER_REG: 'volunteer',
  FRIEND_TO_FRIEND_OUTREACH: 'volunteer',
  ADVOCACY_CALL: 'volunteer',
  SIGNATURE_GATHERING: 'volunteer',
  CARPOOL: 'volunteer',
  PETITION: 'volunteer',
  LETTER_WRITING: 'volunteer',
  POSTCARD_WRITING: 'volunteer',
  LITERATURE_DROP_OFF: 'volunteer',
  VOLUNTEER_SHIFT: 'volunteer',
  ADVOCACY: 'volunteer',
  RELATIONAL: 'volunteer',
  DATA_ENTRY: 'volunteer',
  POLL_MONITORING: 'volunteer',
  HOTLINE: 'volunteer',
  VOTER_PROTECTION: 'volunteer',
};

/** An event of Mobilize. Contact and instructions are for those who signed up there, so they are never read. */
export function eventOf(item: JsonRecord, context: ConvertContext, report: Report): ImportedEvent {
  const sponsor = sponsorOf(item['sponsor']);
  // A private address has a sentence in its fields, which varies; only `address_visibility` tells.
  const saying = {
    isPrivate: textOf(item['address_visibility']) === 'PRIVATE',
    isVirtual: item['is_virtual'] === true,
  };
  const location = locationOf(item['location'], saying, report);
  const browserUrl = linkOf(item['browser_url'], report);
  const type = textOf(item['event_type']);
  return {
    ...unsaid,
    kind: Object.hasOwn(kinds, type) ? (kinds[type] ?? 'other') : 'other',
    title: titleOf(textOf(item['title']), report),
    summary: plainLine(textOf(item['summary'])).slice(0, 300),
    description: markdownOf(textOf(item['description'])),
    sponsor,
    timezone: timezoneOf(item, location, context, report),
    timeslots: timeslotsOf(item, report),
    location,
    isVirtual: saying.isVirtual,
    accessibility: accessibilityOf(item),
    tags: listOf(item['tags'])
      .flatMap((tag) => plainLine(textOf(member(tag, 'name'))) || [])
      .slice(0, 50),
    imageUrl: linkOf(item['featured_image_url']),
    browserUrl,
    source: {
      system: 'mobilize',
      id: textOf(item['id']),
      organization: sponsor?.name ?? null,
      url: browserUrl,
    },
    createdAt: instantOf(item['created_date']),
    updatedAt: instantOf(item['modified_date']),
  };
}

/** Unix seconds as milliseconds; what could only be milliseconds already stays. */
function millisecondsOf(value: unknown): number | undefined {
  const number = numberOf(value);
  if (number === undefined) return undefined;
  const milliseconds = Math.abs(number) > 1e11 ? number : number * 1_000;
  return isPlausible(milliseconds) ? milliseconds : undefined;
}

function instantOf(value: unknown): string | null {
  const milliseconds = millisecondsOf(value);
  return milliseconds === undefined ? null : instantText(milliseconds);
}

function timeslotsOf(item: JsonRecord, report: Report): ImportedTimeslot[] {
  const timeslots = listOf(item['timeslots']).flatMap((slot): ImportedTimeslot[] => {
    const start = millisecondsOf(member(slot, 'start_date'));
    if (start === undefined) {
      report('bad_date');
      return [];
    }
    const end = millisecondsOf(member(slot, 'end_date'));
    if (end !== undefined && end < start) report('bad_end_date');
    const isFull = member(slot, 'is_full') === true;
    return [
      {
        startDate: instantText(start),
        endDate: end !== undefined && end > start ? instantText(end) : null,
        allDay: false,
        capacity: seatsOf(member(slot, 'max_attendees')),
        spotsLeft: isFull ? 0 : null,
      },
    ];
  });
  return timeslots.sort((a, b) => Date.parse(a.startDate) - Date.parse(b.startDate));
}

function timezoneOf(
  item: JsonRecord,
  location: ImportedEvent['location'],
  { timezone, timezoneAt }: ConvertContext,
  report: Report,
): string {
  const own = textOf(item['timezone']);
  if (isTimezone(own)) return own;
  report('bad_timezone');
  if (timezone !== undefined) return timezone;
  if (timezoneAt && location?.latitude != null && location.longitude != null)
    return timezoneAt(location.latitude, location.longitude);
  const state = zoneOfState(location?.region ?? '');
  if (state === undefined) report('unknown_timezone');
  return state ?? 'UTC';
}

function sponsorOf(value: unknown): ImportedEvent['sponsor'] {
  const name = plainLine(textOf(member(value, 'name')));
  if (!name) return null;
  return {
    id: textOf(member(value, 'id')) || null,
    name,
    url: linkOf(member(value, 'event_feed_url')),
  };
}

function accessibilityOf(item: JsonRecord): ImportedEvent['accessibility'] {
  const status = textOf(item['accessibility_status']);
  return {
    ...unsaid.accessibility,
    wheelchair: status === 'ACCESSIBLE' ? true : status === 'NOT_ACCESSIBLE' ? false : null,
    notes: plainLine(textOf(item['accessibility_notes'])).slice(0, 500) || null,
  };
}
