/** Words of pages and mails by language: plain text with `{name}` places; `|` parts singular and plural by `{count}`. */
export type Catalogue = Readonly<Record<string, string>>;

/** Fills the places of a message. Values are text and stay text: whoever puts them into HTML escapes the result. */
export function fill(
  message: string,
  values: Readonly<Record<string, string | number>> = {},
  language = 'en',
): string {
  const [one = '', other] = message.split('|');
  const form =
    other !== undefined && new Intl.PluralRules(language).select(Number(values['count'])) !== 'one'
      ? other
      : one;
  return form.replaceAll(/\{(\w+)\}(\.?)/g, (place, name: string, stop: string) => {
    const value = values[name];
    if (value === undefined) return place;
    const text = String(value);
    // A sentence that ends in an abbreviation, such as p.m., has one full stop.
    return text.endsWith('.') ? text : text + stop;
  });
}

/** The base of a language tag where there are words for it, else English. */
export function knownLanguage<Known extends string>(
  tag: string | undefined,
  known: readonly Known[],
): Known | 'en' {
  const base = tag?.split('-')[0]?.toLowerCase();
  return known.find((language) => language === base) ?? 'en';
}
