import { EventChange, fieldProblems, type FieldProblem, type ManagedEvent } from '@huddlekit/contract';
import type { ChangeOfEvent } from '../../events/event-change.ts';
import type { Words } from '../page.ts';
import { timeChange, type EditTime } from './edit-times.ts';
import { accessFields, placeFields, zoneOf, type EditValues } from './edit-values.ts';

/** The most characters of the fields that have a bound. */
export const longest: Readonly<Record<string, number>> = {
  title: 120,
  summary: 300,
  description: 10_000,
  venue: 200,
  street: 800,
  locality: 100,
  region: 100,
  postalCode: 12,
  accessNotes: 500,
};

/** The change that a form asks for, or what is wrong, by field. */
export interface AskedChange {
  /** Undefined where something is wrong or nothing was touched. */
  readonly change: ChangeOfEvent | undefined;
  readonly errors: Readonly<Record<string, string>>;
  /** The times that stay or come, in the order of the change. */
  readonly times: readonly EditTime[];
}

/** Reads a form: only what was touched is changed. */
export function askedChange(
  event: ManagedEvent,
  times: readonly EditTime[],
  values: EditValues,
  touched: ReadonlySet<string>,
  words: Words,
): AskedChange {
  const errors: Record<string, string> = {};
  const text = (name: string): object => (touched.has(name) ? { [name]: values[name] ?? '' } : {});
  const stays = times.filter((time) => isKept(time, values));
  const asked = {
    ...text('title'),
    ...text('summary'),
    ...text('description'),
    ...(touched.has('capacity') && { capacity: values['capacity'] ? numberIn(values['capacity']) : null }),
    ...(touched.has('guestsPerRsvp') && { guestsPerRsvp: numberIn(values['guestsPerRsvp'] ?? '') }),
    ...text('addressRelease'),
    ...accessIn(values, touched),
    ...placeIn(event, values, touched),
    ...timesIn(event, times, stays, values, touched, errors, words),
  };
  const parsed = EventChange.safeParse(asked);
  if (!parsed.success && Object.keys(asked).length > 0) {
    addProblems(errors, fieldProblems(parsed.error.issues, asked), stays, words);
  }
  const isRight = parsed.success && Object.keys(errors).length === 0;
  return { change: isRight ? parsed.data : undefined, errors, times: stays };
}

/** A new time that was left empty isn't one. */
function isKept({ key, id, people }: EditTime, values: EditValues): boolean {
  if (values[`remove-${key}`] === 'yes') return people > 0;
  return id !== undefined || Boolean(values[`start-${key}`]) || Boolean(values[`end-${key}`]);
}

function timesIn(
  event: ManagedEvent,
  times: readonly EditTime[],
  stays: readonly EditTime[],
  values: EditValues,
  touched: ReadonlySet<string>,
  errors: Record<string, string>,
  words: Words,
): { timeslots?: unknown[] } {
  const isTouched = [...touched].some((name) => /^(start|end|places|remove)-/.test(name));
  if (!isTouched) return {};
  if (stays.length === 0) {
    errors[`start-${times[0]?.key ?? ''}`] = words('errorNoTime');
    return {};
  }
  const timeslots = stays.map((time) => {
    const asked = timeChange(time, values, (name) => touched.has(name), zoneOf(event));
    for (const [name, error] of Object.entries(asked.errors)) errors[name] ??= errorWords(error, words);
    return asked.change;
  });
  return Object.keys(errors).length > 0 ? {} : { timeslots };
}

function placeIn(event: ManagedEvent, values: EditValues, touched: ReadonlySet<string>): object {
  if (!placeFields.some((name) => touched.has(name))) return {};
  const kind = values['placeKind'] ?? '';
  const waiting = event.pendingChange?.location;
  const { country, latitude, longitude } = waiting ?? event.location ?? {};
  // A true point stays where only the name of the place is another one. What the public sees of a home is none.
  const isTrue = waiting !== undefined || (kind === 'community' && event.location?.precision === 'exact');
  const isThere = placeFields.every((name) => name === 'venue' || !touched.has(name));
  const keepsPoint = isTrue && isThere && typeof latitude === 'number';
  const online = { kind, addressLines: [], ...(country && { country }) };
  if (kind === 'online') return { location: online };
  const line = (name: string): object => (values[name] ? { [name]: values[name] } : {});
  return {
    location: {
      ...online,
      ...line('venue'),
      addressLines: (values['street'] ?? '')
        .split('\n')
        .map((part) => part.trim())
        .filter(Boolean),
      ...line('locality'),
      ...line('region'),
      ...line('postalCode'),
      ...(keepsPoint && { latitude, longitude }),
    },
  };
}

function accessIn(values: EditValues, touched: ReadonlySet<string>): object {
  const said = { yes: true, no: false } as const;
  const accessibility = {
    ...Object.fromEntries(
      accessFields
        .filter((name) => touched.has(name))
        .map((name) => [name, said[values[name] as keyof typeof said] ?? null]),
    ),
    ...(touched.has('accessNotes') && { notes: values['accessNotes'] || null }),
  };
  return Object.keys(accessibility).length > 0 ? { accessibility } : {};
}

function numberIn(text: string): number {
  return /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
}

/** Adds problems of the wire by the names of the form's fields, in the reader's language. */
export function addProblems(
  errors: Record<string, string>,
  problems: readonly FieldProblem[],
  times: readonly EditTime[],
  words: Words,
): void {
  for (const { pointer, code } of problems) {
    const name = fieldOfPointer(pointer, times);
    errors[name] ??= problemWords(name, pointer, code, words);
  }
}

function fieldOfPointer(pointer: string, times: readonly EditTime[]): string {
  const [, first = '', second = '', third = ''] = pointer.split('/');
  if (first === 'timeslots') {
    const key = (times[Number(second)] ?? times[0])?.key ?? '';
    return `${third === 'endDate' ? 'end' : third === 'capacity' ? 'places' : 'start'}-${key}`;
  }
  if (first === 'location') {
    if (second === 'addressLines') return 'street';
    return second === 'kind' ? 'placeKind' : second === 'latitude' ? 'locality' : second;
  }
  if (first === 'accessibility') return second === 'notes' ? 'accessNotes' : second;
  return first;
}

const bounds: Readonly<Record<string, { min: number; max: number }>> = {
  capacity: { min: 1, max: 100_000 },
  guestsPerRsvp: { min: 0, max: 50 },
};

function problemWords(name: string, pointer: string, code: string, words: Words): string {
  const number = bounds[name.startsWith('places-') ? 'capacity' : name];
  if (number) return words('errorNumber', number);
  if (code === 'required' && name === 'street') return words('errorStreet');
  if (code === 'required' && pointer.startsWith('/location/')) return words('errorTown');
  if (code === 'too_long' && !pointer.startsWith('/timeslots'))
    return words('errorLong', { max: longest[name] ?? 0 });
  return errorWords(code, words);
}

const codes: Readonly<Record<string, Parameters<Words>[0]>> = {
  required: 'errorRequired',
  in_the_past: 'errorPast',
  too_far: 'errorFar',
  end_before_start: 'errorEnd',
  too_long: 'errorLasting',
  timeslot_taken: 'errorTaken',
  timeslot_over: 'errorPast',
  errorTime: 'errorTime',
  errorGap: 'errorGap',
};

function errorWords(code: string, words: Words): string {
  if (code === 'errorNumber') return words('errorNumber', bounds['capacity']);
  return words(codes[code] ?? 'errorCheck');
}
