import { isTimezone, isWebUrl, languageTagForm } from './well-formed.ts';
import * as z from './zod.ts';

/** An IANA time zone name such as `America/Chicago`. */
export const timezone = z
  .string()
  .check(z.refine(isTimezone, { error: 'Name an IANA time zone, like America/Chicago' }));

/** An instant as RFC 3339 in UTC, on a day the calendar has. */
export const sentInstant = z.iso.datetime();

/** A date as `YYYY-MM-DD`, one that the calendar has. */
export const localDate = z.iso.date();

/** A BCP 47 language tag such as `en` or `es-MX`. */
export const languageTag = z.string().check(z.regex(languageTagForm));

/** A link that may be followed from a page: https or http, no other scheme. */
export const webUrl = z
  .string()
  .check(z.maxLength(2048), z.refine(isWebUrl, { error: 'Give a link that begins with https://' }));

/** An e-mail address as people have them: one @, a domain with a dot, no control characters (RFC 5321 lengths). */
export const emailAddress = z
  .string()
  .check(
    z.trim(),
    z.maxLength(254),
    z.regex(/^[^\s@<>()[\],;:\\"\p{Cc}]{1,64}@[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+$/u),
  );

/**
 * One line of text: trimmed, no control characters, so that it can stand in a mail header; none that turn the direction
 * of what follows (UAX 9) and something to see, so that it can't pass for another text or for none.
 */
export function line(maximum: number): z.ZodMiniString<string> {
  return z
    .string()
    .check(
      z.trim(),
      z.minLength(1),
      z.maxLength(maximum),
      z.regex(/^[^\p{Cc}\p{Cs}\u2028-\u202e]*$/u),
      z.regex(/^$|[^\p{Z}\p{C}]/u),
    );
}

/** Several lines of text: trimmed, line breaks and tabs allowed, no other control characters. */
export function text(maximum: number): z.ZodMiniString<string> {
  return z
    .string()
    .check(z.trim(), z.maxLength(maximum), z.regex(/^[^\p{Cc}\p{Cs}]*(?:[\n\r\t][^\p{Cc}\p{Cs}]*)*$/u));
}
