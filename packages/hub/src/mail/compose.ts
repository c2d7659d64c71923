import { eventCalendar } from '../calendar/calendar.ts';
import { localize } from '../campaign/campaign-file.ts';
import { kitPath } from '../campaign/kit-path.ts';
import type { Hub } from '../hub.ts';
import { fill, knownLanguage } from '../text/catalogue.ts';
import { localizedEvent } from '../text/localized-event.ts';
import { letterHtml } from './letter-html.ts';
import { letterText, type ClosedLetter } from './letter.ts';
import { letters, pageUrl } from './letters.ts';
import type { MailContext } from './mail-context.ts';
import { en } from './locales/en.ts';
import { es } from './locales/es.ts';
import { headerText, mailableName } from './names.ts';
import type { LeasedMail } from './outbox.ts';
import { signInLetter } from './sign-in-letter.ts';

const catalogues = { en, es };
const withCalendar: readonly string[] = ['attendance-confirmed', 'attendance-promoted', 'event-changed'];

/** Mails to hosts, for whom there is a kit. */
const toHosts: readonly string[] = [
  'host-verification',
  'event-approved',
  'event-rejected',
  'change-approved',
  'change-rejected',
];

/** A mail ready to be handed over. */
export interface Message {
  readonly messageId: string;
  readonly from: { readonly name: string; readonly address: string };
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly calendar: string | undefined;
}

/** Writes a mail from what is true now; undefined where what it was about is gone. */
export async function compose(hub: Hub, mail: LeasedMail): Promise<Message | undefined> {
  const { job } = mail;
  const language = knownLanguage(job.language, ['es']);
  const words: MailContext['words'] = (key, values = {}) => fill(catalogues[language][key], values, language);
  if (job.kind === 'review-sign-in')
    return messageOf(
      hub,
      mail,
      {
        ...signInLetter({ hub, words, language, token: job.message }),
        closing: closingOf(hub, job, words, language),
      },
      language,
    );
  const stored = await hub.events.find(job.eventId);
  if (!stored) return undefined;
  const found = await Promise.all(
    job.attendanceIds.map((attendanceId) => hub.attendances.find(attendanceId)),
  );
  const context: MailContext = {
    hub,
    job,
    event: localizedEvent(hub, stored, language),
    attendances: found.flatMap((attendance) => (attendance ? [attendance.row] : [])),
    name: mailableName(job.name),
    language,
    words,
  };
  const calendar = withCalendar.includes(job.kind) ? calendarOf(context) : undefined;
  const letter = await letters[job.kind](context);
  return messageOf(
    hub,
    mail,
    { ...letter, closing: closingOf(hub, job, words, language) },
    language,
    calendar,
  );
}

/** What stands below each mail: the kit for hosts, and what becomes of what people tell. */
function closingOf(
  hub: Hub,
  { kind }: LeasedMail['job'],
  words: MailContext['words'],
  language: MailContext['language'],
): ClosedLetter['closing'] {
  const link = (label: Parameters<typeof words>[0], path: string) => ({
    label: words(label),
    url: pageUrl(hub, path, language),
  });
  return [...(toHosts.includes(kind) ? [link('kit', kitPath(hub))] : []), link('privacy', '/privacy')];
}

function messageOf(
  hub: Hub,
  { id, job }: LeasedMail,
  letter: ClosedLetter,
  language: MailContext['language'],
  calendar?: string,
): Message {
  const { baseUrl, mailFrom } = hub.settings;
  return {
    // A mail sent twice by accident is known by its id.
    messageId: `<${id}@${new URL(baseUrl).hostname}>`,
    from: { name: headerText(localize(hub.campaign().organizer.name, language)), address: mailFrom },
    to: { name: mailableName(job.name), address: job.to },
    subject: headerText(letter.subject),
    text: letterText(letter),
    html: letterHtml(letter, language),
    calendar,
  };
}

/** The times at which this person is expected; who waits in line has none yet. */
function calendarOf({ hub, event, attendances }: MailContext): string | undefined {
  const coming = attendances.filter(({ status }) => status === 'confirmed');
  if (coming.length === 0) return undefined;
  const timeslotIds = coming.map(({ timeslotId }) => timeslotId);
  return eventCalendar(event, hub.settings.baseUrl, { timeslotIds });
}
