import { facilitatorsFor } from '@huddlekit/contract';
import { zonedInstant } from '@huddlekit/contract/zoned-time';
import { looksLikeEmail } from '../form/email.ts';
import type { form, hostForm } from '../locales/en.ts';

/** The steps in their order. */
export const steps = ['why', 'when', 'where', 'size', 'check'] as const;
export type Step = (typeof steps)[number];

/** What a host has filled in. */
export interface HostAnswers {
  readonly kind: (typeof hostKinds)[number];
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

/** Facilitators a number of guests needs, the host among them. */
export function facilitators({ guests }: HostAnswers): number {
  return facilitatorsFor(guests);
}
