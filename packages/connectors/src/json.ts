import { decode } from './text/decode.ts';

/** A JSON object of a source; nothing is known of its values. */
export type JsonRecord = Readonly<Record<string, unknown>>;

/** The value of a JSON text (RFC 8259), or undefined where it isn't one. */
export function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(decode(bytes).text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

/** A value as an object, or undefined for lists, null and everything else. */
export function recordOf(value: unknown): JsonRecord | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as JsonRecord)
    : undefined;
}

/** A member of an object, never one of its prototype. */
export function member(value: unknown, name: string): unknown {
  const record = recordOf(value);
  return record && Object.hasOwn(record, name) ? record[name] : undefined;
}

/** Whether a value is a list; nothing is known of what is in it. */
export function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

/** A value as a list: itself, else empty. */
export function listOf(value: unknown): readonly unknown[] {
  return isList(value) ? value : [];
}

/** A value as trimmed text; numbers count, since ids are often written as one. Empty for everything else. */
export function textOf(value: unknown): string {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  return typeof value === 'string' ? value.trim() : '';
}

/** A value as a finite number, also where it is written as text; undefined for everything else. */
export function numberOf(value: unknown): number | undefined {
  const number =
    typeof value === 'number' ? value : typeof value === 'string' && value.trim() ? Number(value) : NaN;
  return Number.isFinite(number) ? number : undefined;
}
