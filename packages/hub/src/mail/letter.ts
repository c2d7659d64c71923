/** Where a mail leads, and in which words. */
export interface Link {
  readonly label: string;
  readonly url: string;
}

/** A mail before it has a form: the same content becomes its text and its HTML. */
export interface Letter {
  readonly subject: string;
  readonly title: string;
  readonly text: string;
  /** Rows of what, when, where. */
  readonly facts: readonly {
    readonly name: string;
    readonly lines: readonly string[];
    readonly link?: Link;
  }[];
  /** The first is the one to press. */
  readonly links: readonly Link[];
  readonly sections: readonly { readonly title: string; readonly text: string; readonly url?: string }[];
  /** Calendars of the web. The text leaves their long addresses out: the mail brings a calendar file. */
  readonly calendars?: readonly Link[];
  readonly footer: readonly string[];
}

/** A letter as it goes out, with the links that stand below each of its kind. */
export interface ClosedLetter extends Letter {
  readonly closing: Letter['links'];
}

/** The letter for readers of plain text. */
export function letterText({ title, text, facts, links, sections, footer, closing }: ClosedLetter): string {
  const blocks = [
    title,
    text,
    facts.map(factText).join('\n'),
    ...links.map(({ label, url }) => `${label}:\n${url}`),
    ...sections.map((section) => [section.title, section.text, section.url].filter(Boolean).join('\n')),
    footer.join('\n'),
    closing.map(({ label, url }) => `${label}: ${url}`).join('\n'),
  ];
  return `${blocks.filter(Boolean).join('\n\n')}\n`;
}

function factText({ name, lines, link }: Letter['facts'][number]): string {
  const all = link ? [...lines, `${link.label}: ${link.url}`] : lines;
  return `${name}: ${all.join('\n  ')}`;
}
