import { hostConsent } from '@huddlekit/contract';
import { consentOf } from '../attendances/consent.ts';
import { deadlineOf, factsOf, shortTime } from './facts.ts';
import { eventLink, findLink, footerOf, manageLinks, named } from './letter-links.ts';
import { calendarLinksOf } from './mail-calendars.ts';
import type { Letter } from './letter.ts';
import type { MailContext } from './mail-context.ts';

type WriteLetter = (context: MailContext) => Letter | Promise<Letter>;

/** Mails to who comes, waits, or came no more. */
export const guestLetters = {
  'event-cancelled': async (context) => {
    const { job, event, words } = context;
    return {
      subject: words('eventCancelledSubject', { title: event.title, time: shortTime(context) }),
      title: words('eventCancelledTitle'),
      text: words('eventCancelledText'),
      facts: (await factsOf(context)).slice(0, 2),
      links: [findLink(context)],
      sections: job.message ? [{ title: words('messageWrote'), text: job.message }] : [],
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

  'attendance-confirm': confirmLetter,

  'attendance-confirmed': (context) => comingLetter(context, 'confirmed'),
  // Whom the campaign asks to say yes gets a place to say it for, else the place itself.
  'attendance-promoted': (context) =>
    context.attendances[0]?.status === 'unconfirmed'
      ? offerLetter(context)
      : comingLetter(context, 'promoted'),

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

  // Who signs up again as the first mail is lost needs the button of that mail.
  'attendance-known': async (context) => {
    const { event, words, attendances } = context;
    if (attendances[0]?.status === 'unconfirmed') return confirmLetter(context);
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

  'attendance-expired': async (context) => {
    const { event, words } = context;
    return {
      subject: words('expiredSubject', { title: event.title }),
      title: words('expiredTitle'),
      text: words('expiredText'),
      facts: (await factsOf(context)).slice(0, 2),
      links: [eventLink(context)],
      sections: [],
      footer: [footerOf(context)],
    };
  },

  'attendance-reminder': async (context) => {
    const { event, words, name } = context;
    return {
      subject: words('reminderSubject', { title: event.title, time: shortTime(context) }),
      title: named(context, words('reminderTitle'), name),
      text: words('reminderText'),
      facts: await factsOf(context),
      links: manageLinks(context),
      sections: beforeComing(context),
      footer: [words('private'), footerOf(context)],
    };
  },

  'attendance-approved': async (context) => {
    const { event, words, name } = context;
    return {
      subject: words('addressSubject', { title: event.title, time: shortTime(context) }),
      title: named(context, words('addressTitle'), name),
      text: words('addressText'),
      facts: await factsOf(context),
      links: manageLinks(context),
      sections: beforeComing(context),
      footer: [words('private'), footerOf(context)],
    };
  },

  'host-message': async (context) => {
    const { job, event, words } = context;
    return {
      subject: words('messageSubject', { title: event.title, time: shortTime(context) }),
      title: words('messageTitle'),
      text: words('messageText'),
      facts: (await factsOf(context)).slice(0, 2),
      links: manageLinks(context),
      sections: [{ title: words('messageWrote'), text: job.message }],
      footer: [words('messageReply'), words('private'), footerOf(context)],
    };
  },
} satisfies Record<string, WriteLetter>;

/** Asks for the word of who reads the mailbox. It repeats nothing that was typed. */
async function confirmLetter(context: MailContext): Promise<Letter> {
  const { event, words } = context;
  return {
    subject: words('confirmSubject', { title: event.title }),
    title: words('confirmTitle'),
    text: words('confirmText'),
    facts: [...deadlineOf(context).facts, ...(await factsOf(context))],
    links: manageLinks(context, 'sayYes'),
    sections: [],
    footer: [words('confirmIgnore'), footerOf(context)],
  };
}

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
    calendars: calendarLinksOf(context),
    sections: [
      ...(first
        ? [{ title: words('friends'), text: words('friendsText'), url: `${baseUrl}/i/${first.inviteCode}` }]
        : []),
      ...beforeComing(context),
    ],
    footer: [consentInWords(context), words('private'), footerOf(context)],
  };
}

/** A place that is free for somebody from the waiting line who says yes in time. */
async function offerLetter(context: MailContext): Promise<Letter> {
  const { event, words, name } = context;
  const { short: time, facts } = deadlineOf(context);
  return {
    subject: words('offerSubject', { title: event.title, time }),
    title: named(context, words('offerTitle'), name),
    text: words('offerText'),
    facts: [...facts, ...(await factsOf(context))],
    links: manageLinks(context, 'sayYes'),
    sections: [],
    footer: [words('private'), footerOf(context)],
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

/** Which organizations the person allowed to write, by their names. */
function consentInWords({ hub, attendances, words, language }: MailContext): string {
  const ids = attendances[0] ? consentOf(attendances[0]).organizations : [];
  const organizations = hub.campaign().organizations.filter(({ id }) => ids.includes(id));
  const names = [
    ...organizations.map(({ name }) => name),
    ...(ids.includes(hostConsent) ? [words('consentHost')] : []),
  ];
  if (names.length === 0) return words('consentNone');
  return words('consent', { names: new Intl.ListFormat(language).format(names) });
}
