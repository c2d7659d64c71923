import { facilitatorsFor } from '@huddlekit/contract';
import { zonedInstant, zonedInstants } from '@huddlekit/contract/zoned-time';
import { looksLikeEmail } from '../form/email.ts';
import type { form, hostForm } from '../locales/en.ts';

/** The steps in their order. */
export const steps = ['why', 'when', 'where', 'size', 'check'] as const;
export type Step = (typeof steps)[number];

/** One time of the event as the host reads it from a calendar and a clock. */
export interface HostTime {
  readonly date: string;
  readonly start: string;
  readonly end: string;
  /** Where clocks go back over the start, so that it comes twice: the second of the two is meant. */
  readonly isSecond: boolean;
}

/** A place that the hub knows. */
export interface KnownPlace {
  readonly label: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly timezone: string;
}

/** What a host has filled in. */
export interface HostAnswers {
  readonly kind: (typeof hostKinds)[number];
  readonly title: string;
  readonly summary: string;
  readonly times: readonly HostTime[];
  readonly timezone: string;
  readonly locationKind: 'home' | 'community' | 'online';
  readonly venue: string;
  readonly street: string;
  readonly city: string;
  readonly state: string;
  readonly postalCode: string;
  /** Where the place is, as far as the hub could tell. */
  readonly known: KnownPlace | null;
  /** Where the host set the point on the map. */
  readonly point: { readonly latitude: number; readonly longitude: number } | null;
  readonly addressRelease: (typeof addressReleases)[number];
  readonly guests: number;
  readonly coHosts: readonly { readonly name: string; readonly email: string }[];
  readonly wheelchair: boolean;
  readonly asl: boolean;
  readonly captions: boolean;
  readonly accessNotes: string;
  readonly languages: readonly string[];
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
  /** Ids of the commitments accepted. */
  readonly commitments: readonly string[];
}

export const addressReleases = ['24h', 'confirmed', 'approval'] as const;
export const emptyTime: HostTime = { date: '', start: '', end: '', isSecond: false };

export function emptyAnswers(timezone: string, language: string): HostAnswers {
  return {
    kind: 'huddle',
    title: '',
    summary: '',
    times: [emptyTime],
    timezone,
    locationKind: 'home',
    venue: '',
    street: '',
    city: '',
    state: '',
    postalCode: '',
    known: null,
    point: null,
    addressRelease: '24h',
    guests: 12,
    coHosts: [],
    wheelchair: false,
    asl: false,
    captions: false,
    accessNotes: '',
    languages: [language],
    givenName: '',
    familyName: '',
    email: '',
    commitments: [],
  };
}

/** Kinds of events that people host. */
export const hostKinds = ['huddle', 'gathering', 'house-party', 'meeting'] as const;

/** What a link to the form fills in: a place as people write it (`60647 Chicago, IL`), and a kind. */
export function answersFromLink(place: string, kind: string): Partial<HostAnswers> {
  const [, postalCode = '', rest = ''] = /^\s*(\d{5}(?=\s|,|$))?[\s,]*(.*)$/.exec(place.slice(0, 200)) ?? [];
  const [city = '', state = ''] = rest.split(',').map((part) => part.trim());
  const known = hostKinds.find((name) => name === kind);
  return { ...(known && { kind: known }), postalCode, city, state };
}

export type MessageKey = keyof typeof hostForm | keyof typeof form;

/** A fault by the key of its message, and the step it is on. */
export interface HostFault {
  readonly step: Step;
  readonly field: string;
  readonly key: MessageKey;
}

/** Start and end as instants (milliseconds since 1970), or undefined while they aren't filled in. */
export function instantsOf(
  { date, start, end, isSecond }: HostTime,
  timezone: string,
): { start: number; end: number | null } | undefined {
  if (!isDate(date) || !isTime(start)) return undefined;
  const found = zonedInstants({ date, time: start }, timezone);
  const startAt = (isSecond ? found[1] : found[0]) ?? zonedInstant({ date, time: start }, timezone);
  if (!isTime(end)) return { start: startAt, end: null };
  const ends = zonedInstants({ date, time: end }, timezone);
  const endAt = ends.find((instant) => instant > startAt) ?? zonedInstant({ date, time: end }, timezone);
  return { start: startAt, end: endAt };
}

/** How often the clocks in a zone show a time's start that day: `never` and `twice` are of the nights they change. */
export function clockOf({ date, start }: HostTime, timezone: string): 'once' | 'never' | 'twice' {
  if (!isDate(date) || !isTime(start)) return 'once';
  const { length } = zonedInstants({ date, time: start }, timezone);
  return length === 0 ? 'never' : length > 1 ? 'twice' : 'once';
}

/** The id of a field of one of the times. */
export function timeField(name: 'date' | 'start' | 'end', index: number): string {
  return index === 0 ? name : `${name}-${String(index)}`;
}

const isDate = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text);
const isTime = (text: string): boolean => /^\d{2}:\d{2}$/.test(text);

/** What is missing or wrong on a step. */
export function checkStep(
  step: Step,
  answers: HostAnswers,
  commitments: readonly { readonly id: string }[],
  now: number,
): HostFault[] {
  const fault = (field: string, key: MessageKey): HostFault => ({ step, field, key });
  const { locationKind } = answers;
  switch (step) {
    case 'why':
      return answers.title.trim() ? [] : [fault('title', 'titleNeeded')];
    case 'where':
      if (locationKind === 'online') return [];
      return [
        ...(locationKind === 'home' && !answers.street.trim() ? [fault('street', 'streetNeeded')] : []),
        ...(!answers.city.trim() && !answers.postalCode.trim() ? [fault('city', 'cityNeeded')] : []),
      ];
    case 'when':
      return answers.times.flatMap((time, index) =>
        timeFaults(time, answers.timezone, now).map(([name, key]) => fault(timeField(name, index), key)),
      );
    case 'size':
      return answers.coHosts.flatMap(({ email }, index) =>
        email.trim() && !looksLikeEmail(email)
          ? [fault(`co-host-email-${String(index)}`, 'emailNeeded')]
          : [],
      );
    case 'check':
      return [
        ...(answers.givenName.trim() ? [] : [fault('given-name', 'givenNameNeeded')]),
        ...(looksLikeEmail(answers.email) ? [] : [fault('email', 'emailNeeded')]),
        ...commitments
          .filter(({ id }) => !answers.commitments.includes(id))
          .map(({ id }) => fault(`commitment-${id}`, 'commitmentNeeded')),
      ];
  }
}

function timeFaults(
  time: HostTime,
  timezone: string,
  now: number,
): (readonly ['date' | 'start' | 'end', MessageKey])[] {
  const instants = instantsOf(time, timezone);
  return [
    ...(!isDate(time.date) || (instants && instants.start <= now) ? [['date', 'dateNeeded'] as const] : []),
    ...(isTime(time.start) ? [] : [['start', 'startNeeded'] as const]),
    ...(clockOf(time, timezone) === 'never' ? [['start', 'startLeftOut'] as const] : []),
    ...(instants?.end != null && instants.end <= instants.start ? [['end', 'endWrong'] as const] : []),
  ];
}

/** Those asked to host along, each with a name: of whom only the mailbox is given, what stands before its @. */
export function namedCoHosts({ coHosts }: HostAnswers): { name: string; email: string }[] {
  return coHosts
    .map(({ name, email }) => ({
      name: name.trim() || (email.trim().split('@')[0] ?? ''),
      email: email.trim(),
    }))
    .filter(({ name }) => name !== '');
}

/** Facilitators a number of guests needs, the host among them. */
export function facilitators({ guests }: HostAnswers): number {
  return facilitatorsFor(guests);
}
