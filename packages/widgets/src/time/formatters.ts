/** Making a formatter is slow, using it is fast: one for each language and set of options. */
const cache = new Map<string, Intl.DateTimeFormat>();

/**
 * A date formatter. A language without a region is taken as spoken in the United States, where the events are:
 * it decides between 12 and 24 hours and names the zones.
 */
export function dateFormatter(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${JSON.stringify(options)}`;
  let formatter = cache.get(key);
  if (!formatter) cache.set(key, (formatter = new Intl.DateTimeFormat(withRegion(language), options)));
  return formatter;
}

/** The language with its region: its own, else `US`. */
export function withRegion(language: string): string {
  const locale = new Intl.Locale(language);
  return locale.region ? language : new Intl.Locale(language, { region: 'US' }).toString();
}
