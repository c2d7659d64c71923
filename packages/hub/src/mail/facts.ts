import type { Event, Timeslot } from '@huddlekit/contract';
import { placeInWords } from '@huddlekit/connectors';
import type { AttendanceRow } from '../storage/schema.ts';
import { directionsTo } from '../text/directions.ts';
import { clocksDiffer, instantInWords, whenOf } from '../text/when.ts';
import type { Letter } from './letter.ts';
import type { MailContext } from './mail-context.ts';

const mostTimes = 5;

/** What, when, where and with whom. The address of a home only where this guest may have it now. */
export async function factsOf(context: MailContext): Promise<Letter['facts']> {
  const { event, attendances, words } = context;
  const guests = attendances[0]?.guests ?? 0;
  const directions = directionsTo(event.location);
  return [
    { name: words('what'), lines: [event.title] },
    { name: words('when'), lines: chosenTimes(context).flatMap((timeslot) => whenLines(timeslot, context)) },
    {
      name: words('where'),
      lines: await whereLines(context),
      ...(directions !== undefined && { link: { label: words('directions'), url: directions } }),
    },
    ...(context.waitlistPlace === null
      ? []
      : [{ name: words('place'), lines: [words('placeInLine', { place: context.waitlistPlace })] }]),
    ...(guests > 0 ? [{ name: words('bring'), lines: [words('guests', { count: guests })] }] : []),
  ];
}

/** The first time the mail is about, in a few words for its subject; empty where there is none. */
export function shortTime(context: MailContext): string {
  const [first] = chosenTimes(context);
  if (!first) return '';
  return shortInWords(context, first);
}

function shortInWords(
  { event, language }: MailContext,
  timeslot: Pick<Timeslot, 'startDate' | 'allDay'>,
): string {
  const { time, zoneShort } = whenOf(event, { ...timeslot, endDate: null }, language);
  const day = new Intl.DateTimeFormat(`${language}-US`, {
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    timeZone: event.timezone,
  }).format(new Date(timeslot.startDate));
  return [day, `${time} ${zoneShort}`.trim()].filter(Boolean).join(', ');
}

/** Until when the person may say that they come: by the event's clock and, where it differs, their own. */
export function deadlineOf(context: MailContext): {
  readonly short: string;
  readonly facts: Letter['facts'];
} {
  const { event, attendances, words, language } = context;
  const [first] = attendances;
  if (first?.expiresAt == null) return { short: '', facts: [] };
  const instant = { startDate: new Date(first.expiresAt).toISOString(), endDate: null, allDay: false };
  const own = first.timezone;
  const there =
    own !== null && clocksDiffer(instant.startDate, event.timezone, own)
      ? whenOf(event, instant, language, own)
      : undefined;
  const lines = [
    instantInWords(first.expiresAt, event.timezone, language),
    ...(there ? [words('yourTime', { time: `${there.time} ${there.zoneShort}` })] : []),
  ];
  return { short: shortInWords(context, instant), facts: [{ name: words('sayYesBy'), lines }] };
}

function chosenTimes({ event, attendances }: MailContext): readonly Timeslot[] {
  const chosen = event.timeslots.filter(({ id }) => attendances.some(({ timeslotId }) => timeslotId === id));
  return chosen.length > 0 ? chosen : event.timeslots.slice(0, mostTimes);
}

function whenLines(timeslot: Timeslot, { event, attendances, words, language }: MailContext): string[] {
  const { day, time, zoneShort } = whenOf(event, timeslot, language);
  if (!time) return [day, words('allDay')];
  const own = attendances[0]?.timezone;
  const lines = [day, `${time} ${zoneShort} (${cityOf(event.timezone)})`];
  if (!own || !clocksDiffer(timeslot.startDate, event.timezone, own)) return lines;
  const there = whenOf(event, timeslot, language, own);
  return [...lines, words('yourTime', { time: `${there.time} ${there.zoneShort}` })];
}

/** The town after which a zone is named: `Chicago`. */
function cityOf(timezone: string): string {
  return (timezone.split('/').at(-1) ?? timezone).replaceAll('_', ' ');
}

async function whereLines(context: MailContext): Promise<string[]> {
  const { event, words } = context;
  if (event.isVirtual) return [words('online')];
  const { location } = event;
  if (!location || location.kind === 'online') return [words('placeLater')];
  if (location.kind !== 'home') return addressOf(location);
  return [words('nearHome', { place: placeInWords(event) }), ...(await addressLines(context))];
}

async function addressLines({ hub, event, attendances, words, language }: MailContext): Promise<string[]> {
  const [first] = attendances;
  if (!first) return [];
  const released = await hub.attendances.address(first);
  if (released.state === 'shown') return addressOf(released.address);
  if (released.state === 'none') return [];
  if (released.state === 'asked') return [words('addressAsked')];
  return [words('addressLater', { time: instantInWords(released.at, event.timezone, language) })];
}

function addressOf({
  venue,
  addressLines: lines,
  locality,
  region,
  postalCode,
}: Pick<
  NonNullable<Event['location']>,
  'venue' | 'addressLines' | 'locality' | 'region' | 'postalCode'
>): string[] {
  const town = [locality, [region, postalCode].filter(Boolean).join(' ')].filter(Boolean).join(', ');
  const address = [...lines, town].filter(Boolean).join(', ');
  return [...(venue ? [venue] : []), ...(address ? [address] : [])];
}

/** Day of an attendance's timeslot, to tell several links apart. */
export function dayOfAttendance({ timeslotId }: AttendanceRow, { event, language }: MailContext): string {
  const timeslot = event.timeslots.find(({ id }) => id === timeslotId);
  return timeslot ? whenOf(event, timeslot, language).day : '';
}
