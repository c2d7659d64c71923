/** Whether a text names an IANA time zone such as `America/Chicago`. */
export function isTimezone(name: string): boolean {
  if (name.length > 64 || !/^(UTC|[A-Za-z_]+(?:\/[A-Za-z0-9_+-]+)+)$/.test(name)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** Whether a text is a link that may be followed from a page: https or http, no other scheme. */
export function isWebUrl(text: string): boolean {
  return text.length <= 2048 && /^https?:\/\/[^\s]+$/i.test(text) && URL.canParse(text);
}

/** A BCP 47 language tag such as `en` or `es-MX`. */
export const languageTagForm = /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/;

/** Whether a text has the form of a language tag. */
export function isLanguageTag(text: string): boolean {
  return languageTagForm.test(text);
}
