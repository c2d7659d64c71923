import type { Event, Timeslot } from '@huddlekit/contract';
import { eventCalendar, placeInWords } from '../calendar/calendar.ts';
import { localize } from '../campaign/campaign-file.ts';
import type { Hub } from '../hub.ts';
import type { AttendanceRow } from '../storage/schema.ts';
import { fill, knownLanguage } from '../text/catalogue.ts';
import { clocksDiffer, whenOf } from '../text/when.ts';
import { letterHtml, letterText, type Letter } from './letter.ts';
import { en } from './locales/en.ts';
import { es } from './locales/es.ts';
import type { LeasedMail, MailJob } from './outbox.ts';

const catalogues = { en, es };

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

type Words = (key: keyof typeof en, values?: Readonly<Record<string, string | number>>) => string;

/** Writes a mail from what is true now; undefined where what it was about is gone. */
export async function compose(hub: Hub, { id, job }: LeasedMail): Promise<Message | undefined> {
  const event = await hub.events.find(job.eventId);
  if (!event) return undefined;
  const language = knownLanguage(job.language, ['es']);
  const words: Words = (key, values = {}) => fill(catalogues[language][key], values, language);
  const found = await Promise.all(
    job.attendanceIds.map((attendanceId) => hub.attendances.find(attendanceId)),
  );
  const attendances = found.flatMap((attendance) => (attendance ? [attendance.row] : []));
  const letter = letterOf(hub, job, event, attendances, words, language);
  const { hostname } = new URL(hub.settings.baseUrl);
  const withCalendar = ['attendance-confirmed', 'attendance-promoted'].includes(job.kind);
  return {
    // A mail sent twice by accident is known by its id.
    messageId: `<${id}@${hostname}>`,
    from: {
      name: headerText(localize(hub.campaign().organizer.name, language)),
      address: hub.settings.mailFrom,
    },
    to: { name: headerText(job.name), address: job.to },
    subject: headerText(letter.subject),
    text: letterText(letter),
    html: letterHtml(letter, language),
    calendar: withCalendar
      ? eventCalendar(event, hub.settings.baseUrl, {
          timeslotIds: attendances.map(({ timeslotId }) => timeslotId),
        })
      : undefined,
  };
}

function letterOf(
  hub: Hub,
  job: MailJob,
  event: Event,
  attendances: readonly AttendanceRow[],
  words: Words,
  language: string,
): Letter {
  const { baseUrl } = hub.settings;
  const { title } = event;
  const name = job.name;
  const page = `${baseUrl}/e/${event.id}`;
  const footer = [words('footer', { hub: new URL(baseUrl).host })];
  const [first] = attendances;
  const chosen = event.timeslots.filter(({ id }) => attendances.some(({ timeslotId }) => timeslotId === id));
  const facts = factsOf(
    event,
    chosen.length > 0 ? chosen : event.timeslots.slice(0, 3),
    first,
    words,
    language,
  );
  const base = { facts, sections: [], links: [{ label: words('seeEvent'), url: page }], footer };
  const own = first
    ? [
        {
          label: words('manage'),
          url: `${baseUrl}/manage/${hub.tokens.sign('attendance-mail', first.id, first.tokenVersion)}`,
        },
      ]
    : [];
  const calendar = { label: words('calendar'), url: `${baseUrl}/v1/events/${event.id}/calendar.ics` };
  const privateFooter = [words('private'), ...footer];

  switch (job.kind) {
    case 'host-verification': {
      const kind = event.kind;
      const links = [
        { label: words('verifyButton'), url: `${baseUrl}/verify/${hub.tokens.sign('verify', event.id, 1)}` },
      ];
      // Until the mailbox is confirmed the mail repeats nothing that somebody may have typed to harass its owner.
      return {
        ...base,
        subject: words('verifySubject', { kind }),
        title: words('verifyTitle', { name: '' }).replace(/, $/, ''),
        text: words('verifyText'),
        facts: [],
        links,
        footer,
      };
    }
    case 'event-approved': {
      const links = [
        { label: words('hostManage'), url: `${baseUrl}/manage/${hub.tokens.sign('event', event.id, 1)}` },
        { label: words('seeEvent'), url: page },
      ];
      return {
        ...base,
        subject: words('approvedSubject', { title }),
        title: words('approvedTitle', { name }),
        text: words('approvedText'),
        links,
        footer: privateFooter,
      };
    }
    case 'event-rejected':
      return {
        ...base,
        subject: words('rejectedSubject', { title }),
        title: words('rejectedTitle'),
        text: `${words('rejectedText')} ${job.message}`,
        facts: [],
        links: [{ label: words('seeEvent'), url: `${baseUrl}/host` }],
      };
    case 'event-cancelled':
      return {
        ...base,
        subject: words('eventCancelledSubject', { title }),
        title: words('eventCancelledTitle'),
        text: words('eventCancelledText'),
      };
    case 'attendance-confirmed':
    case 'attendance-promoted': {
      const prefix = job.kind === 'attendance-confirmed' ? 'confirmed' : 'promoted';
      return {
        subject: words(`${prefix}Subject`, { title }),
        title: words(`${prefix}Title`, { name }),
        text: words(`${prefix}Text`),
        facts,
        links: [calendar, ...own],
        sections: [
          ...(first
            ? [
                {
                  title: words('friends'),
                  text: words('friendsText'),
                  url: `${baseUrl}/i/${first.inviteCode}`,
                },
              ]
            : []),
          ...(event.links.safety && event.commitments.length > 0
            ? [{ title: words('before'), text: words('safety'), url: event.links.safety }]
            : []),
        ],
        footer: privateFooter,
      };
    }
    case 'attendance-waitlisted':
      return {
        ...base,
        subject: words('waitlistedSubject', { title }),
        title: words('waitlistedTitle', { name }),
        text: words('waitlistedText'),
        links: own,
        footer: privateFooter,
      };
    case 'attendance-known':
      return {
        ...base,
        subject: words('knownSubject', { title }),
        title: words('knownTitle'),
        text: words('knownText'),
        links: own,
        footer: privateFooter,
      };
    case 'attendance-cancelled':
      return {
        ...base,
        subject: words('cancelledSubject', { title }),
        title: words('cancelledTitle'),
        text: words('cancelledText'),
      };
  }
}

function factsOf(
  event: Event,
  timeslots: readonly Timeslot[],
  attendance: AttendanceRow | undefined,
  words: Words,
  language: string,
): Letter['facts'] {
  const when = timeslots.flatMap((timeslot) => {
    const { day, time } = whenOf(event, timeslot, language);
    const own = attendance?.timezone;
    const differs = own && !timeslot.allDay && clocksDiffer(timeslot.startDate, event.timezone, own);
    return [
      day,
      time || words('allDay'),
      ...(differs ? [words('yourTime', { time: whenOf(event, timeslot, language, own).time })] : []),
    ];
  });
  return [
    { name: words('what'), lines: [event.title] },
    { name: words('when'), lines: when },
    { name: words('where'), lines: [whereOf(event, words)] },
    ...(attendance && attendance.guests > 0
      ? [{ name: words('bring'), lines: [words('guests', { count: attendance.guests })] }]
      : []),
  ];
}

function whereOf(event: Event, words: Words): string {
  if (event.isVirtual) return words('online');
  const place = placeInWords(event);
  return event.location?.kind === 'home' ? words('nearHome', { place }) : place;
}

/** A value that can stand in a header: one line, of bounded length. */
function headerText(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim()
    .slice(0, 200);
}
