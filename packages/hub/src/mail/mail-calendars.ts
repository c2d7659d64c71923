import { calendarLinks } from '@huddlekit/contract/calendar-links';
import { placeInWords } from '@huddlekit/connectors';
import { eventCalendar } from '../calendar/calendar.ts';
import { localize } from '../campaign/campaign-file.ts';
import { instantOf } from '../events/event-row.ts';
import type { AttendanceRow } from '../storage/schema.ts';
import { headerText } from './names.ts';
import type { Letter } from './letter.ts';
import type { MailContext } from './mail-context.ts';
import type { MailJob } from './outbox.ts';

/** A calendar's entry that comes with a mail. */
export interface MailCalendar {
  readonly method: 'REQUEST' | 'CANCEL';
  readonly content: string;
}

const entering: readonly MailJob['kind'][] = ['attendance-confirmed', 'attendance-promoted', 'event-changed'];
const leaving: readonly MailJob['kind'][] = ['attendance-cancelled', 'event-cancelled'];

/**
 * The entries of the times at which this person is expected, or isn't any more; who waits in line has none yet. An
 * entry keeps its UID for as long as the time is the event's, and is the one of the public file too.
 */
export function mailCalendars(context: MailContext): MailCalendar[] {
  const { job, event } = context;
  // A time that was taken out has no entry to write.
  const attendances = context.attendances.filter(({ timeslotId }) =>
    event.timeslots.some(({ id }) => id === timeslotId),
  );
  if (leaving.includes(job.kind)) return attendances.map((row) => entry(context, row, 'CANCEL'));
  if (!entering.includes(job.kind)) return [];
  const coming = attendances.filter(({ status }) => status === 'confirmed');
  return coming.flatMap((row) => [
    entry(context, row, 'REQUEST'),
    ...(event.timeslots.some(({ id }) => id === job.leftTimeslotId)
      ? [entry(context, { ...row, timeslotId: job.leftTimeslotId }, 'CANCEL')]
      : []),
  ]);
}

function entry(
  { hub, job, event, language }: MailContext,
  { timeslotId, updatedAt }: AttendanceRow,
  method: MailCalendar['method'],
): MailCalendar {
  const { baseUrl, mailFrom } = hub.settings;
  const content = eventCalendar(event, baseUrl, {
    timeslotIds: [timeslotId],
    invitation: {
      method,
      organizer: { name: headerText(localize(hub.campaign().organizer.name, language)), email: mailFrom },
      attendee: job.to,
      changedAt: instantOf(updatedAt),
    },
  });
  return { method, content };
}

/** Links to calendars of the web, where the mail is about one time. They name the public place alone. */
export function calendarLinksOf({ hub, event, attendances }: MailContext): Letter['links'] {
  const [first, ...others] = attendances;
  const timeslot = event.timeslots.find(({ id }) => id === first?.timeslotId);
  if (!timeslot || others.length > 0) return [];
  const { startDate, endDate, allDay } = timeslot;
  const { google, outlook, office365, yahoo } = calendarLinks({
    title: event.title,
    description: event.summary,
    location: placeInWords(event),
    startDate,
    endDate,
    allDay,
    timezone: event.timezone,
    url: `${hub.settings.baseUrl}/e/${event.id}`,
  });
  return [
    { label: 'Google', url: google },
    { label: 'Outlook', url: outlook },
    { label: 'Office 365', url: office365 },
    { label: 'Yahoo', url: yahoo },
  ];
}
