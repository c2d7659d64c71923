import type { ManagedEvent } from '@huddlekit/contract';
import { createHash } from 'node:crypto';
import { timeValues, type EditTime } from './edit-times.ts';

/** The text of each field of the form, by its name. */
export type EditValues = Readonly<Record<string, string>>;

export const placeFields = ['placeKind', 'venue', 'street', 'locality', 'region', 'postalCode'] as const;
export const accessFields = ['wheelchair', 'asl', 'captions'] as const;

/** The form as it is before anything is typed: what the host wants, else what holds. */
export function editValues(event: ManagedEvent, times: readonly EditTime[]): EditValues {
  const {
    title = event.title,
    summary = event.summary,
    description = event.description,
  } = event.pendingChange ?? {};
  const place = event.pendingChange?.location ?? event.location;
  const { accessibility, capacity } = event;
  const said = (value: boolean | null): string => (value === null ? '' : value ? 'yes' : 'no');
  return normal({
    title,
    summary,
    description,
    ...Object.fromEntries(times.flatMap((time) => Object.entries(timeValues(time, zoneOf(event))))),
    placeKind: place?.kind ?? 'online',
    venue: place?.venue ?? '',
    street: place?.addressLines.join('\n') ?? '',
    locality: place?.locality ?? '',
    region: place?.region ?? '',
    postalCode: place?.postalCode ?? '',
    addressRelease: event.addressRelease,
    capacity: capacity === null ? '' : String(capacity),
    guestsPerRsvp: String(event.guestsPerRsvp),
    wheelchair: said(accessibility.wheelchair),
    asl: said(accessibility.asl),
    captions: said(accessibility.captions),
    accessNotes: accessibility.notes ?? '',
  });
}

/** The zone of the form's clocks. */
export function zoneOf({ timezone, pendingChange }: ManagedEvent): string {
  return pendingChange?.timezone ?? timezone;
}

/** A sent form. */
export function sentValues(body: unknown): EditValues {
  if (typeof body !== 'object' || body === null) return {};
  const texts = Object.entries(body).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return normal(Object.fromEntries(texts));
}

/** Browsers send other line ends than they were given, and nobody sees the space around a text. */
function normal(values: EditValues): EditValues {
  return Object.fromEntries(
    Object.entries(values).map(([name, text]) => [name, text.replaceAll('\r\n', '\n').trim()]),
  );
}

/**
 * What each field was when it was shown, as short hashes: so a form tells which fields its sender has touched, also
 * where the event has become another one meanwhile.
 */
export function seenOf(values: EditValues): string {
  return Object.entries(values)
    .map(([name, text]) => `${name}:${hashOf(text)}`)
    .join(' ');
}

/** The fields of a sent form that aren't as they were shown. */
export function touchedIn(values: EditValues, seen: string): Set<string> {
  const hashes = new Map(
    seen.split(' ').map((part) => {
      const [name = '', hash = ''] = part.split(':');
      return [name, hash];
    }),
  );
  return new Set(
    Object.keys(values).filter((name) => {
      const hash = hashes.get(name);
      return hash === undefined ? values[name] !== '' : hash !== hashOf(values[name] ?? '');
    }),
  );
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 12);
}
