import { facilitatorsFor, type EventInput } from '@huddlekit/contract';
import { zonedInstant } from '@huddlekit/contract/zoned-time';
import { looksLikeEmail } from '../form/email.ts';
import type { form, hostForm } from '../locales/en.ts';

/** The steps in their order. */
export const steps = ['why', 'when', 'where', 'size', 'check'] as const;
export type Step = (typeof steps)[number];

/** What a host has filled in. */
export interface HostAnswers {
  readonly kind: 'huddle' | 'gathering' | 'house-party' | 'meeting';
  readonly title: string;
  readonly summary: string;
  readonly date: string;
  readonly start: string;
  readonly end: string;
  readonly timezone: string;
  readonly locationKind: 'home' | 'community' | 'online';
  readonly venue: string;
  readonly street: string;
  readonly city: string;
  readonly state: string;
  readonly postalCode: string;
  readonly addressRelease: '24h' | 'confirmed';
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

export function emptyAnswers(timezone: string, language: string): HostAnswers {
  return {
    kind: 'huddle',
    title: '',
    summary: '',
    date: '',
    start: '',
    end: '',
    timezone,
    locationKind: 'home',
    venue: '',
    street: '',
    city: '',
    state: '',
    postalCode: '',
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

type MessageKey = keyof typeof hostForm | keyof typeof form;

/** A fault by the key of its message, and the step it is on. */
export interface HostFault {
  readonly step: Step;
  readonly field: string;
  readonly key: MessageKey;
}

/** Start and end as instants (milliseconds since 1970); an end before the start is on the next day. */
export function instantsOf({
  date,
  start,
  end,
  timezone,
}: HostAnswers): { start: number; end: number | null } | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || !/^\d{2}:\d{2}$/.test(start)) return undefined;
  const startAt = zonedInstant({ date, time: start }, timezone);
  return { start: startAt, end: end ? zonedInstant({ date, time: end }, timezone) : null };
}

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
    case 'when': {
      const instants = instantsOf(answers);
      return [
        ...(!/^\d{4}-\d{2}-\d{2}$/.test(answers.date) || (instants && instants.start <= now)
          ? [fault('date', 'dateNeeded')]
          : []),
        ...(/^\d{2}:\d{2}$/.test(answers.start) ? [] : [fault('start', 'startNeeded')]),
        ...(instants?.end != null && instants.end <= instants.start ? [fault('end', 'endWrong')] : []),
      ];
    }
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

const pointers: readonly (readonly [pointer: string, step: Step, field: string, key: MessageKey])[] = [
  ['/title', 'why', 'title', 'titleNeeded'],
  ['/summary', 'why', 'summary', 'tooLong'],
  ['/timeslots/0/endDate', 'when', 'end', 'endWrong'],
  ['/timeslots', 'when', 'date', 'dateNeeded'],
  ['/timezone', 'when', 'timezone', 'invalid'],
  ['/location/addressLines', 'where', 'street', 'streetNeeded'],
  ['/location/postalCode', 'where', 'postal-code', 'invalid'],
  ['/location', 'where', 'city', 'cityNeeded'],
  ['/capacity', 'size', 'guests', 'invalid'],
  ['/coHosts', 'size', 'co-host-email-0', 'emailNeeded'],
  ['/accessibility', 'size', 'access-notes', 'tooLong'],
  ['/host/givenName', 'check', 'given-name', 'givenNameNeeded'],
  ['/host/familyName', 'check', 'family-name', 'invalid'],
  ['/host/email', 'check', 'email', 'emailNeeded'],
];

/** The fault for a field that the hub named by its JSON Pointer. */
export function faultAt(pointer: string): HostFault | undefined {
  const found = pointers.find(([start]) => pointer.startsWith(start));
  return found && { step: found[1], field: found[2], key: found[3] };
}

/** Facilitators a number of guests needs, the host among them. */
export function facilitators({ guests }: HostAnswers): number {
  return facilitatorsFor(guests);
}

/** The answers as the wire wants them. */
export function eventInput(
  answers: HostAnswers,
  commitments: readonly { readonly id: string; readonly version: string }[],
  { language, partner }: { language: string; partner?: string | undefined },
): EventInput {
  const instants = instantsOf(answers);
  const text = (value: string): string | undefined => value.trim() || undefined;
  const given = <Values extends object>(values: Values) =>
    Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
      [Key in keyof Values]: Exclude<Values[Key], undefined>;
    };
  const isOnline = answers.locationKind === 'online';
  return given({
    kind: answers.kind,
    title: answers.title.trim(),
    summary: text(answers.summary),
    timezone: answers.timezone,
    timeslots: [
      {
        startDate: instantText(instants?.start ?? 0),
        endDate: instants?.end == null ? null : instantText(instants.end),
      },
    ],
    location: given({
      kind: answers.locationKind,
      venue: isOnline ? undefined : text(answers.venue),
      addressLines: isOnline || !answers.street.trim() ? [] : [answers.street.trim()],
      locality: isOnline ? undefined : text(answers.city),
      region: isOnline ? undefined : text(answers.state),
      postalCode: isOnline ? undefined : text(answers.postalCode),
    }),
    languages: [...answers.languages],
    accessibility: given({
      wheelchair: answers.wheelchair,
      asl: answers.asl,
      captions: answers.captions,
      notes: text(answers.accessNotes),
    }),
    capacity: answers.guests,
    addressRelease: answers.addressRelease,
    host: given({
      givenName: answers.givenName.trim(),
      familyName: text(answers.familyName),
      email: answers.email.trim(),
    }),
    coHosts: answers.coHosts
      .filter(({ name }) => name.trim())
      .map(({ name, email }) => given({ name: name.trim(), email: text(email) })),
    commitments: commitments
      .filter(({ id }) => answers.commitments.includes(id))
      .map(({ id, version }) => ({ id, version })),
    language,
    referrer: given({ partner }),
  }) as EventInput;
}

function instantText(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace('.000Z', 'Z');
}
