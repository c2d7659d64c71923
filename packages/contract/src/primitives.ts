import * as z from './zod.ts';

/**
 * A set of values that may grow: a reader accepts values it doesn't know, so that `/v1` can add some.
 * Writers are held to the known values by a plain `z.enum`.
 */
export type OpenEnum<Value extends string> = Value | (string & {});

/** A schema that takes any text, with the known values offered by its type. */
export function openEnum<const Values extends readonly string[]>(
  _values: Values,
): z.ZodMiniType<OpenEnum<Values[number]>, OpenEnum<Values[number]>> {
  return z.string();
}

/**
 * An instant as RFC 3339 in UTC, ending in `Z`, e.g. `2026-12-01T19:00:00Z`. Answers are held to its form alone; what
 * people send is held to the calendar, too, by `sentInstant`.
 */
export const instant = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?Z$/));

/** 128 random bits in base64url: 22 characters, unguessable, safe in a URL. */
export const publicId = z.string().check(z.regex(/^[A-Za-z0-9_-]{22}$/));
