import { factsOf } from './facts.ts';
import { eventLink, footerOf, hostLink, named, pageUrl } from './letter-links.ts';
import type { Letter } from './letter.ts';
import type { MailContext } from './mail-context.ts';

type WriteLetter = (context: MailContext) => Letter | Promise<Letter>;

/** Mails to hosts and those who host along. */
export const hostLetters = {
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

  'event-rejected': (context) => {
    const { job, event, words } = context;
    return {
      subject: words('rejectedSubject', { title: event.title }),
      title: words('rejectedTitle'),
      text: words('rejectedText'),
      facts: [],
      links: [{ ...hostLink(context), label: words('hostAgain') }],
      sections: job.message ? [{ title: words('rejectedMessage'), text: job.message }] : [],
      footer: [words('private'), footerOf(context)],
    };
  },

  'event-taken-down': (context) => {
    const { job, event, words } = context;
    return {
      subject: words('takenDownSubject', { title: event.title }),
      title: words('takenDownTitle'),
      text: words('takenDownText'),
      facts: [],
      links: [{ ...hostLink(context), label: words('hostOpen') }],
      sections: [{ title: words('rejectedMessage'), text: job.message }],
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

  'host-link': (context) => {
    const { event, words } = context;
    return {
      subject: words('linkSubject', { title: event.title }),
      title: words('linkTitle'),
      text: words('linkText'),
      facts: [],
      links: [hostLink(context)],
      sections: [],
      footer: [words('private'), footerOf(context)],
    };
  },

  'co-host-link': (context) => {
    const { event, words } = context;
    return {
      subject: words('linkSubject', { title: event.title }),
      title: words('linkTitle'),
      text: words('coHostLinkText'),
      facts: [],
      links: [hostLink(context)],
      sections: [],
      footer: [words('private'), footerOf(context)],
    };
  },

  'co-host-invitation': async (context) => {
    const { event, words, name } = context;
    return {
      subject: words('coHostSubject', { title: event.title }),
      title: named(context, words('coHostTitle'), name),
      text: words('coHostText', { host: event.hostName ?? words('coHostSomebody') }),
      facts: await factsOf(context),
      links: [{ ...hostLink(context), label: words('coHostAnswer') }, eventLink(context)],
      sections: event.links.toolkit
        ? [{ title: words('toolkitTitle'), text: words('toolkitText'), url: event.links.toolkit }]
        : [],
      footer: [words('private'), footerOf(context)],
    };
  },
} satisfies Record<string, WriteLetter>;
