import type { EventInput } from '@huddlekit/contract';
import {
  instantsOf,
  namedCoHosts,
  timeField,
  type HostAnswers,
  type HostFault,
  type MessageKey,
  type Step,
} from './host-answers.ts';

const pointers: readonly (readonly [pointer: string, step: Step, field: string, key: MessageKey])[] = [
  ['/title', 'why', 'title', 'titleNeeded'],
  ['/summary', 'why', 'summary', 'tooLong'],
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
  const [, index, isEnd] = /^\/timeslots\/(\d+)(\/endDate)?/.exec(pointer) ?? [];
  if (index)
    return isEnd
      ? { step: 'when', field: timeField('end', Number(index)), key: 'endWrong' }
      : { step: 'when', field: timeField('date', Number(index)), key: 'dateNeeded' };
  const found = pointers.find(([start]) => pointer.startsWith(start));
  return found && { step: found[1], field: found[2], key: found[3] };
}

/** The answers as the wire wants them. */
export function eventInput(
  answers: HostAnswers,
  commitments: readonly { readonly id: string; readonly version: string }[],
  { language, partner }: { language: string; partner?: string | undefined },
): EventInput {
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
    timeslots: answers.times.map((time) => {
      const instants = instantsOf(time, answers.timezone);
      return {
        startDate: instantText(instants?.start ?? 0),
        endDate: instants?.end == null ? null : instantText(instants.end),
      };
    }),
    location: given({
      kind: answers.locationKind,
      venue: isOnline ? undefined : text(answers.venue),
      addressLines: isOnline || !answers.street.trim() ? [] : [answers.street.trim()],
      locality: isOnline ? undefined : text(answers.city),
      region: isOnline ? undefined : text(answers.state),
      postalCode: isOnline ? undefined : text(answers.postalCode),
      latitude: isOnline ? undefined : answers.point?.latitude,
      longitude: isOnline ? undefined : answers.point?.longitude,
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
    coHosts: namedCoHosts(answers).map(({ name, email }) => given({ name, email: text(email) })),
    commitments: commitments
      .filter(({ id }) => answers.commitments.includes(id))
      .map(({ id, version }) => ({ id, version })),
    language,
    referrer: given({ partner }),
  });
}

function instantText(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace('.000Z', 'Z');
}
