import type { card, form, rsvpDialog } from '../locales/en.ts';
import type { LocaleController } from '../locales/locale-controller.ts';

/** What the parts of the dialog speak with. */
export type RsvpLocale = Pick<
  LocaleController<{
    readonly form: typeof form;
    readonly rsvpDialog: typeof rsvpDialog;
    readonly card: typeof card;
  }>,
  'text' | 'language'
>;

export type RsvpWord = keyof typeof rsvpDialog;
export type RsvpWords = (key: RsvpWord, values?: Readonly<Record<string, string | number>>) => string;

/** The dialog's own words. */
export function wordsOf(locale: RsvpLocale): RsvpWords {
  return (key, values) => locale.text('rsvpDialog', key, values);
}
