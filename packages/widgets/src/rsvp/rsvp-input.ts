import type { AttendanceInput, Event } from '@huddlekit/contract';
import { looksLikeEmail } from '../form/email.ts';
import type { rsvpDialog } from '../locales/en.ts';

/** What a visitor has filled in. */
export interface RsvpAnswers {
  readonly timeslotId: string | undefined;
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
  readonly postalCode: string;
  readonly guests: number;
  /** Ids of organizations that may write. */
  readonly organizations: readonly string[];
  /** Ids of the commitments accepted. */
  readonly commitments: readonly string[];
}

export const emptyAnswers: RsvpAnswers = {
  timeslotId: undefined,
  givenName: '',
  familyName: '',
  email: '',
  postalCode: '',
  guests: 0,
  organizations: [],
  commitments: [],
};

type MessageKey = keyof typeof rsvpDialog | 'emailNeeded';

/** A fault by the key of its message. */
export interface RsvpFault {
  readonly field: string;
  readonly key: MessageKey;
}

/** What is missing or wrong before anything is sent, in the order of the form. */
export function checkAnswers(answers: RsvpAnswers, event: Event): RsvpFault[] {
  const faults: RsvpFault[] = [];
  if (answers.timeslotId === undefined) faults.push({ field: 'timeslot', key: 'timeNeeded' });
  if (!answers.givenName.trim()) faults.push({ field: 'given-name', key: 'firstNameNeeded' });
  if (!looksLikeEmail(answers.email)) faults.push({ field: 'email', key: 'emailNeeded' });
  const { postalCode } = answers;
  if (postalCode.trim() && !/^[A-Za-z0-9 -]{2,12}$/.test(postalCode.trim())) {
    faults.push({ field: 'postal-code', key: 'postalCodeWrong' });
  }
  for (const { id } of event.commitments) {
    if (!answers.commitments.includes(id))
      faults.push({ field: `commitment-${id}`, key: 'commitmentNeeded' });
  }
  return faults;
}

/** The fault for a field that the hub named, by its JSON Pointer. */
export function faultAt(pointer: string, event: Event): RsvpFault | undefined {
  const [commitment] = event.commitments;
  const fields: readonly (readonly [string, RsvpFault])[] = [
    ['/timeslotIds', { field: 'timeslot', key: 'timeNeeded' }],
    ['/person/givenName', { field: 'given-name', key: 'firstNameNeeded' }],
    ['/person/email', { field: 'email', key: 'emailNeeded' }],
    ['/person/postalCode', { field: 'postal-code', key: 'postalCodeWrong' }],
    ['/guests', { field: 'guests', key: 'guestsMost' }],
    ['/commitments', { field: `commitment-${commitment?.id ?? ''}`, key: 'commitmentNeeded' }],
  ];
  return fields.find(([start]) => pointer.startsWith(start))?.[1];
}

/** The answers as the wire wants them. */
export function attendanceInput(
  answers: RsvpAnswers,
  event: Event,
  {
    language,
    timezone,
    partner,
    invitedBy,
  }: { language: string; timezone: string; partner?: string | undefined; invitedBy?: string | undefined },
): AttendanceInput {
  const familyName = answers.familyName.trim();
  const postalCode = answers.postalCode.trim();
  return {
    timeslotIds: answers.timeslotId === undefined ? [] : [answers.timeslotId],
    person: {
      givenName: answers.givenName.trim(),
      email: answers.email.trim(),
      ...(familyName && { familyName }),
      ...(postalCode && { postalCode }),
    },
    guests: answers.guests,
    language,
    timezone,
    referrer: { ...(partner && { partner }), ...(invitedBy && { invitedBy }) },
    consent: {
      email: answers.organizations.length > 0,
      sms: false,
      organizations: [...answers.organizations],
    },
    commitments: event.commitments
      .filter(({ id }) => answers.commitments.includes(id))
      .map(({ id, version }) => ({ id, version })),
  };
}
