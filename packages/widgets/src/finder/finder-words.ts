import type { kinds } from '../locales/en.ts';
import { finder as english } from '../locales/en/finder.ts';
import type { LocaleController } from '../locales/locale-controller.ts';
import { format } from '../locales/message.ts';

/** What the finder needs of its element's words; its own come with it. */
export type HostWords = Pick<
  LocaleController<{ readonly kinds: typeof kinds }>,
  'text' | 'language' | 'later'
>;

/** The finder's words in the element's language. */
export class FinderLocale {
  /** The element's words, which have the names of kinds. */
  readonly host: HostWords;

  constructor(host: HostWords) {
    this.host = host;
  }

  get language(): string {
    return this.host.language;
  }

  text(key: keyof typeof english, values?: Readonly<Record<string, string | number>>): string {
    return format(this.host.later('finder', english)[key], this.language, values);
  }
}
