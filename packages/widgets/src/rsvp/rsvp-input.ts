import type { AttendanceInput, Campaign, Event } from '@huddlekit/contract';
import { looksLikeEmail } from '../form/email.ts';
import type { rsvpDialog } from '../locales/en.ts';
import { askersOf, consentOf } from './consent-card.ts';

/** What a visitor has filled in. */
export interface RsvpAnswers {
  readonly timeslotId: string | undefined;
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
  readonly postalCode: string;
  readonly phone: string;
  readonly accessNeeds: string;
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
  phone: '',
  accessNeeds: '',
  guests: 0,
  organizations: [],
  commitments: [],
};

/** Characters that the wire takes of what a guest needs. */
const longestNeeds = 500;

type MessageKey = keyof typeof rsvpDialog | 'emailNeeded' | 'tooLong';

/** A fault by the key of its message. */
export interface RsvpFault {
  readonly field: string;
  readonly key: MessageKey;
}

/** Most guests at a time: as many as the event lets one bring, and no more than all its seats leave beside the person. */
export function mostGuests({ guestsPerRsvp, timeslots }: Event, timeslotId: string | undefined): number {
  const capacity = timeslots.find(({ id }) => id === timeslotId)?.capacity ?? Infinity;
  // A host may still raise a capacity that leaves nothing.
  return capacity < 1 ? guestsPerRsvp : Math.min(guestsPerRsvp, capacity - 1);
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
  const phone = answers.phone.trim();
  if (phone && !/^\+?[\d\s().-]{5,30}$/.test(phone)) faults.push({ field: 'phone', key: 'phoneWrong' });
  if (answers.guests > mostGuests(event, answers.timeslotId))
    faults.push({ field: 'guests', key: 'guestsMost' });
  if (answers.accessNeeds.trim().length > longestNeeds)
    faults.push({ field: 'access-needs', key: 'tooLong' });
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
    ['/person/phone', { field: 'phone', key: 'phoneWrong' }],
    ['/accessNeeds', { field: 'access-needs', key: 'tooLong' }],
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
    campaign,
    ...circumstances
  }: Pick<AttendanceInput, 'language' | 'timezone' | 'referrer'> & {
    readonly campaign?: Campaign | undefined;
  },
): AttendanceInput {
  const given = (name: keyof AttendanceInput['person'], value: string): Record<string, string> =>
    value.trim() ? { [name]: value.trim() } : {};
  const accessNeeds = answers.accessNeeds.trim();
  return {
    timeslotIds: answers.timeslotId === undefined ? [] : [answers.timeslotId],
    person: {
      givenName: answers.givenName.trim(),
      email: answers.email.trim(),
      ...given('familyName', answers.familyName),
      ...given('phone', answers.phone),
      ...given('postalCode', answers.postalCode),
    },
    guests: answers.guests,
    ...circumstances,
    ...(accessNeeds && { accessNeeds }),
    consent: consentOf(askersOf(event, campaign), answers.organizations, answers.phone.trim() !== ''),
    commitments: event.commitments
      .filter(({ id }) => answers.commitments.includes(id))
      .map(({ id, version }) => ({ id, version })),
  };
}
