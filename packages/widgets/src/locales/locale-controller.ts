import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { pageSettings } from '../settings/settings.ts';
import { format, type Message, type MessageGroup } from './message.ts';

/** Languages beside English, each one chunk with every group. */
const translations: Record<string, () => Promise<Record<string, MessageGroup>>> = {
  es: () => import('./es.ts'),
};

/** The words of one element in its language: the element's `lang`, the page's setting, else the document's. */
export class LocaleController<
  Groups extends Readonly<Record<string, MessageGroup>>,
> implements ReactiveController {
  language = 'en';
  /** Settles when the words of `language` are there; an element waits for it before its first paint. */
  ready: Promise<void> = Promise.resolve();

  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #english: Groups;
  #groups: Readonly<Record<string, MessageGroup>>;

  /** `groups` are the English messages by the name of their export. */
  constructor(host: ReactiveControllerHost & HTMLElement, groups: Groups) {
    this.#host = host;
    this.#english = groups;
    this.#groups = groups;
    host.addController(this);
  }

  hostConnected(): void {
    const asked =
      this.#host.lang || pageSettings().language || this.#host.closest<HTMLElement>('[lang]')?.lang || 'en';
    this.ready = this.#use(asked);
  }

  /** A group of messages that came later than the element, in its language, else as given. */
  later<Group extends MessageGroup>(name: string, english: Group): Readonly<Record<keyof Group, Message>> {
    return (this.#groups[name] as Group | undefined) ?? english;
  }

  /** The text of a message with its places filled. */
  text<Group extends keyof Groups & string>(
    group: Group,
    key: keyof Groups[Group] & string,
    values?: Readonly<Record<string, string | number>>,
  ): string {
    const message: Message | undefined = this.#groups[group]?.[key] ?? this.#english[group]?.[key];
    return message === undefined ? key : format(message, this.language, values);
  }

  async #use(language: string): Promise<void> {
    const load = translations[language.split('-')[0]?.toLowerCase() ?? ''];
    this.language = load || /^en\b/i.test(language) ? language : 'en';
    this.#groups = this.#english;
    if (!load) return;
    try {
      this.#groups = await load();
    } catch (error) {
      this.language = 'en';
      console.warn('Huddlekit shows English: no texts came.', error);
    }
    this.#host.requestUpdate();
  }
}
