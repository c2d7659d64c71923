import { dayOfAttendance, factsOf, shortTime } from './facts.ts';
import type { Letter } from './letter.ts';
import type { MailContext } from './mail-context.ts';
import type { MailJob } from './outbox.ts';

type WriteLetter = (context: MailContext) => Letter | Promise<Letter>;

/** How each kind of mail is written. */
export const letters: Readonly<Record<Exclude<MailJob['kind'], 'review-sign-in'>, WriteLetter>> = {
  // Until the mailbox is confirmed the mail repeats nothing that somebody may have typed to harass its owner.
  'host-verification': ({ hub, job, event, words, language }) => ({
    subject: words('verifySubject'),
    title: words('verifyTitle'),
    text: words('verifyText'),
    facts: [],
    links: [
      {
        label: words('verifyButton'),
        url: pageUrl(hub, `/verify/${job.message || hub.tokens.sign('verify', event.id, 1)}`, language),
      },
    ],
    sections: [],
    footer: [words('private'), footerOf({ hub, words })],
  }),

  'event-approved': async (context) => {
    const { event, words, name } = context;
    return {
      subject: words('approvedSubject', { title: event.title }),
      title: named(context, words('approvedTitle'), name),
      text: words('approvedText'),
      facts: await factsOf(context),
      links: [hostLink(context), eventLink(context)],
      sections: event.links.toolkit
        ? [{ title: words('toolkitTitle'), text: words('toolkitText'), url: event.links.toolkit }]
        : [],
      footer: [words('private'), footerOf(context)],
    };
  },

  'event-rejected': ({ hub, job, event, words, language }) => ({
    subject: words('rejectedSubject', { title: event.title }),
    title: words('rejectedTitle'),
    text: words('rejectedText'),
    facts: [],
    links: [{ label: words('hostAgain'), url: pageUrl(hub, '/host', language) }],
    sections: job.message ? [{ title: words('rejectedMessage'), text: job.message }] : [],
    footer: [footerOf({ hub, words })],
  }),

  'event-taken-down': (context) => {
    const { job, event, words } = context;
    return {
      subject: words('takenDownSubject', { title: event.title }),
      title: words('takenDownTitle'),
      text: words('takenDownText'),
      facts: [],
      links: [hostLink(context)],
      sections: [{ title: words('rejectedMessage'), text: job.message }],
      footer: [words('private'), footerOf(context)],
    };
  },

  'event-cancelled': async (context) => {
    const { event, words } = context;
    return {
      subject: words('eventCancelledSubject', { title: event.title, time: shortTime(context) }),
      title: words('eventCancelledTitle'),
      text: words('eventCancelledText'),
      facts: (await factsOf(context)).slice(0, 2),
      links: [findLink(context)],
      sections: [],
      footer: [footerOf(context)],
    };
  },

  'event-changed': async (context) => {
    const { event, words } = context;
    return {
      subject: words('eventChangedSubject', { title: event.title, time: shortTime(context) }),
      title: words('eventChangedTitle'),
      text: words('eventChangedText'),
      facts: await factsOf(context),
      links: manageLinks(context),
      sections: [],
      footer: [words('private'), footerOf(context)],
    };
  },

  'change-approved': async (context) => {
    const { event, words } = context;
    return {
      subject: words('changeApprovedSubject', { title: event.title }),
      title: words('changeApprovedTitle'),
      text: words('changeApprovedText'),
      facts: await factsOf(context),
      links: [hostLink(context), eventLink(context)],
      sections: [],
      footer: [words('private'), footerOf(context)],
    };
  },

  'change-rejected': (context) => {
    const { job, event, words } = context;
    return {
      subject: words('changeRejectedSubject', { title: event.title }),
      title: words('changeRejectedTitle'),
      text: words('changeRejectedText'),
      facts: [],
      links: [hostLink(context), eventLink(context)],
      sections: job.message ? [{ title: words('rejectedMessage'), text: job.message }] : [],
      footer: [words('private'), footerOf(context)],
    };
  },

  'attendance-confirmed': (context) => comingLetter(context, 'confirmed'),
  'attendance-promoted': (context) => comingLetter(context, 'promoted'),

  'attendance-waitlisted': async (context) => {
    const { event, words, name } = context;
    return {
      subject: words('waitlistedSubject', { title: event.title, time: shortTime(context) }),
      title: named(context, words('waitlistedTitle'), name),
      text: words('waitlistedText'),
      facts: await factsOf(context),
      links: manageLinks(context),
      sections: [],
      footer: [words('private'), footerOf(context)],
    };
  },

  'attendance-known': async (context) => {
    const { event, words } = context;
    return {
      subject: words('knownSubject', { title: event.title }),
      title: words('knownTitle'),
      text: words('knownText'),
      facts: await factsOf(context),
      links: manageLinks(context),
      sections: [],
      footer: [words('private'), footerOf(context)],
    };
  },

  'attendance-cancelled': async (context) => {
    const { event, words } = context;
    return {
      subject: words('cancelledSubject', { title: event.title }),
      title: words('cancelledTitle'),
      text: words('cancelledText'),
      facts: (await factsOf(context)).slice(0, 2),
      links: [eventLink(context)],
      sections: [],
      footer: [footerOf(context)],
    };
  },
};

async function comingLetter(context: MailContext, kind: 'confirmed' | 'promoted'): Promise<Letter> {
  const { hub, event, words, name, attendances } = context;
  const [first] = attendances;
  const { baseUrl } = hub.settings;
  return {
    subject: words(`${kind}Subject`, { title: event.title, time: shortTime(context) }),
    title: named(context, words('confirmedTitle'), name),
    text: words(`${kind}Text`),
    facts: await factsOf(context),
    links: [
      { label: words('calendar'), url: `${baseUrl}/v1/events/${event.id}/calendar.ics` },
      ...manageLinks(context),
    ],
    sections: [
      ...(first
        ? [{ title: words('friends'), text: words('friendsText'), url: `${baseUrl}/i/${first.inviteCode}` }]
        : []),
      ...beforeComing(context),
    ],
    footer: [consentInWords(context), words('private'), footerOf(context)],
  };
}

/** What the person accepted, in the words of the campaign, and the safety guide. */
function beforeComing({ event, words }: MailContext): Letter['sections'] {
  const { commitments, links } = event;
  if (commitments.length === 0 && !links.safety) return [];
  const accepted = commitments.map(({ text }) => words('accepted', { text }));
  const text = [...accepted, ...(links.safety ? [words('safety')] : [])].join(' ');
  return [{ title: words('before'), text, ...(links.safety && { url: links.safety }) }];
}

/** One link an attendance, with its day where there are several. */
function manageLinks(context: MailContext): Letter['links'] {
  const { hub, attendances, words, language } = context;
  return attendances.map((attendance) => ({
    label:
      attendances.length > 1
        ? words('manageDay', { day: dayOfAttendance(attendance, context) })
        : words('manage'),
    url: pageUrl(
      hub,
      `/manage/${hub.tokens.sign('attendance-mail', attendance.id, attendance.tokenVersion)}`,
      language,
    ),
  }));
}

function hostLink({ hub, event, words, language }: MailContext): Letter['links'][number] {
  const token = hub.tokens.sign('event', event.id, 1);
  return { label: words('hostManage'), url: pageUrl(hub, `/manage/${token}`, language) };
}

function eventLink({ hub, event, words, language }: MailContext): Letter['links'][number] {
  return { label: words('seeEvent'), url: pageUrl(hub, `/e/${event.id}`, language) };
}

function findLink({ hub, words, language }: MailContext): Letter['links'][number] {
  return { label: words('findAnother'), url: pageUrl(hub, '/', language) };
}

/** Which organizations the person allowed to write, by their names. */
function consentInWords({ hub, attendances, words, language }: MailContext): string {
  const stored: unknown = JSON.parse(attendances[0]?.consentJson ?? '{}');
  const ticked: unknown =
    typeof stored === 'object' && stored !== null ? Reflect.get(stored, 'organizations') : [];
  const ids = Array.isArray(ticked) ? ticked : [];
  const names = hub
    .campaign()
    .organizations.filter(({ id }) => ids.includes(id))
    .map(({ name }) => name);
  if (names.length === 0) return words('consentNone');
  return words('consent', { names: new Intl.ListFormat(language).format(names) });
}

/** How a mail says why it came. */
export function footerOf({ hub, words }: Pick<MailContext, 'hub' | 'words'>): string {
  return words('footer', { hub: new URL(hub.settings.baseUrl).host });
}

/** `You’re coming, Maribel`, or without a name where what was typed might not be one. */
function named({ words }: MailContext, title: string, name: string): string {
  return name ? words('named', { title, name }) : title;
}

/** A page of the hub in the reader's language. */
export function pageUrl({ settings }: MailContext['hub'], path: string, language: string): string {
  return `${settings.baseUrl}${path}${language === 'en' ? '' : `?lang=${language}`}`;
}
