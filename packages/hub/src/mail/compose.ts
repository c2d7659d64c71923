import { placeInLine } from '../attendances/seats.ts';
import { localize } from '../campaign/campaign-file.ts';
import { kitPath } from '../campaign/kit-path.ts';
import type { Hub } from '../hub.ts';
import { fill, knownLanguage } from '../text/catalogue.ts';
import { localizedEvent } from '../text/localized-event.ts';
import { letterHtml } from './letter-html.ts';
import { pageUrl, unsubscribeUrl } from './letter-links.ts';
import { letterText, type ClosedLetter, type Letter } from './letter.ts';
import { letters } from './letters.ts';
import { mailCalendars, type MailCalendar } from './mail-calendars.ts';
import type { MailContext } from './mail-context.ts';
import { en } from './locales/en.ts';
import { es } from './locales/es.ts';
import { headerText } from './names.ts';
import { MailJob, type LeasedMail } from './outbox.ts';
import { signInLetter } from './sign-in-letter.ts';
import { isStillTrue, nameFor } from './mail-rules.ts';
import { isUnsubscribed } from './unsubscribe.ts';

const catalogues = { en, es };

/** Mails to hosts, for whom there is a kit. */
const toHosts: readonly string[] = [
  'host-verification',
  'event-approved',
  'event-rejected',
  'change-approved',
  'change-rejected',
];

/** Mails to who comes that aren't about their seat: who wants none of them gets none (RFC 8058). */
const withUnsubscribe: readonly string[] = ['attendance-reminder', 'host-message'];

/** A mail ready to be handed over. */
export interface Message {
  readonly messageId: string;
  readonly from: { readonly name: string; readonly address: string };
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly calendars: readonly MailCalendar[];
  /** Where one request stops mails of this kind. */
  readonly unsubscribeUrl: string | undefined;
}

/** Writes a mail from what is true now; undefined where what it was about is gone. */
export async function compose(hub: Hub, mail: LeasedMail): Promise<Message | undefined> {
  const { job } = mail;
  const { kind } = job;
  if (kind === 'review-sign-in') {
    const frame = frameOf(job.language);
    const letter = signInLetter({ hub, ...frame, token: job.message });
    const message = messageOf(hub, mail, closed(hub, job, letter, frame), { ...frame, name: '' });
    return { ...message, calendars: [], unsubscribeUrl: undefined };
  }
  const context = await contextOf(hub, job);
  if (!context || !isStillTrue(context)) return undefined;
  const isOptional = withUnsubscribe.includes(kind);
  if (isOptional && (await isUnsubscribed(hub, job.to))) return undefined;
  const stop = isOptional ? unsubscribeUrl(context) : undefined;
  const letter = closed(hub, job, await letters[kind](context), context, stop);
  return {
    ...messageOf(hub, mail, letter, context),
    calendars: mailCalendars(context),
    unsubscribeUrl: stop,
  };
}

/** A mail to who comes as its host may see it beforehand, without anybody's links. */
export async function previewLetter(
  hub: Hub,
  kind: 'event-cancelled' | 'host-message',
  { eventId, message, language }: Pick<MailJob, 'eventId' | 'message' | 'language'>,
): Promise<Letter | undefined> {
  const job = MailJob.parse({ kind, to: '', name: '', language, eventId, message });
  const context = await contextOf(hub, job);
  return context && letters[kind](context);
}

async function contextOf(hub: Hub, job: MailJob): Promise<MailContext | undefined> {
  const stored = await hub.events.find(job.eventId);
  const tokenVersion = await hub.hosting.tokenVersion(job.eventId, job.coHostId);
  if (!stored || tokenVersion === undefined) return undefined;
  const found = await Promise.all(
    job.attendanceIds.map((attendanceId) => hub.attendances.find(attendanceId)),
  );
  const frame = frameOf(job.language);
  const attendances = found.flatMap((attendance) => (attendance ? [attendance.row] : []));
  const [first] = attendances;
  return {
    ...frame,
    hub,
    job,
    tokenVersion,
    event: localizedEvent(hub, stored, frame.language),
    attendances,
    waitlistPlace: first ? await placeInLine(hub.storage.read, first) : null,
    name: nameFor(hub, job, attendances),
  };
}

function frameOf(tag: string): Pick<MailContext, 'language' | 'words'> {
  const language = knownLanguage(tag, ['es']);
  return { language, words: (key, values = {}) => fill(catalogues[language][key], values, language) };
}

type Frame = Pick<MailContext, 'language' | 'words'>;

/** A letter with what stands below each mail: the kit for hosts, and what becomes of what people tell. */
function closed(
  hub: Hub,
  { kind }: MailJob,
  letter: Letter,
  { words, language }: Frame,
  stop?: string,
): ClosedLetter {
  const link = (label: Parameters<typeof words>[0], path: string) => ({
    label: words(label),
    url: pageUrl(hub, path, language),
  });
  const closing = [
    ...(toHosts.includes(kind) ? [link('kit', kitPath(hub))] : []),
    link('privacy', '/privacy'),
    ...(stop === undefined ? [] : [{ label: words('unsubscribe'), url: stop }]),
  ];
  return { ...letter, closing };
}

function messageOf(
  hub: Hub,
  { id, job }: LeasedMail,
  letter: ClosedLetter,
  { language, name }: Pick<MailContext, 'language' | 'name'>,
): Omit<Message, 'calendars' | 'unsubscribeUrl'> {
  const { baseUrl, mailFrom } = hub.settings;
  return {
    // A mail sent twice by accident is known by its id.
    messageId: `<${id}@${new URL(baseUrl).hostname}>`,
    from: { name: headerText(localize(hub.campaign().organizer.name, language)), address: mailFrom },
    to: { name, address: job.to },
    subject: headerText(letter.subject),
    text: letterText(letter),
    html: letterHtml(letter, language),
  };
}
