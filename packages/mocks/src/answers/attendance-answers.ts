import type { Attendance, AttendanceReceipt, Event, ManagedAttendance } from '@huddlekit/contract';
import { timeslotsAfter } from '@huddlekit/contract/event-list';
import {
  cancelAttendance,
  changeAttendance,
  createAttendances,
  getManagedAttendance,
} from '@huddlekit/contract/routes';
import type { Fixtures } from '../fixtures/fixtures.ts';
import { isoSeconds } from '../fixtures/local-time.ts';
import { publicIdOf } from '../fixtures/public-id.ts';
import { answer, fits, type Answer, type Asked } from './answer.ts';
import { commitmentProblem } from './commitments.ts';
import { fieldProblem, problem } from './problem.ts';
import { onceForKey } from './replays.ts';

type Request = Asked<typeof createAttendances>;
type Change = Asked<typeof changeAttendance>['body'];

/** Places in line that a mocked hub gives out. */
const firstPlace = 5;
/** How long a mocked hub keeps the seats of a party that is to confirm, in milliseconds. */
const holdLife = 24 * 3_600_000;
/** Friends who came through everybody's link. */
const friends = 2;

/** Answers to RSVPs. What was made is there to see, change and cancel until the handlers go; any token will do. */
export function attendanceAnswers({ events, now }: Fixtures, hub: string, asksByMail: boolean): Answer[] {
  const kept = new Map<string, ManagedAttendance>();
  let made = 0;
  const once = onceForKey();

  function create(event: Event, { body }: Request): AttendanceReceipt {
    const attendances = body.timeslotIds.map((timeslotId): Attendance => {
      const { spotsLeft } = event.timeslots.find(({ id }) => id === timeslotId) ?? { spotsLeft: 0 };
      // A party is seated whole or waits whole.
      const isSeated = spotsLeft === null || spotsLeft >= 1 + body.guests;
      const status = asksByMail ? 'unconfirmed' : isSeated ? 'confirmed' : 'waitlisted';
      return {
        id: publicIdOf(`attendance-${String(++made)}`),
        eventId: event.id,
        timeslotId,
        guests: body.guests,
        status,
        waitlistPlace: status === 'waitlisted' ? firstPlace : null,
        holdUntil: isSeated && asksByMail ? isoSeconds(now + holdLife) : null,
        createdAt: isoSeconds(now),
      };
    });
    const { givenName, familyName = null, email, phone = null, postalCode = null } = body.person;
    const { accessNeeds = null, language = 'en' } = body;
    const person = { givenName, familyName, email, phone, postalCode };
    for (const attendance of attendances) {
      const updatedAt = attendance.createdAt;
      kept.set(attendance.id, {
        ...attendance,
        version: 1,
        person,
        accessNeeds,
        language,
        friends,
        updatedAt,
      });
    }
    return {
      attendances,
      manageUrl: `${hub}/manage/mock-token`,
      calendarUrl: `${hub}/v1/events/${event.id}/calendar.ics`,
      inviteUrl: `${hub}/i/7Q4K2M`,
    };
  }

  return [
    answer(createAttendances, (asked) => {
      const event = events.find(({ id }) => id === asked.parameters['id']);
      if (!event) return problem('not_found');
      return once(asked, () => refusalOf(event, asked, now) ?? create(event, asked));
    }),
    answer(
      getManagedAttendance,
      ({ parameters }) => kept.get(parameters['id'] ?? '') ?? problem('not_found'),
    ),
    answer(changeAttendance, (asked) => {
      const attendance = kept.get(asked.parameters['id'] ?? '');
      if (!attendance) return problem('not_found');
      return once(asked, () => {
        if (!fits(asked.ifMatch, attendance)) return problem('version_mismatch');
        if (attendance.status === 'cancelled') return problem('attendance_cancelled');
        const event = events.find(({ id }) => id === attendance.eventId);
        const refusal = event && seatRefusal(event, attendance, asked.body, now);
        if (refusal) return refusal;
        const changed = changedAttendance(attendance, asked.body, isoSeconds(now));
        kept.set(attendance.id, changed);
        return changed;
      });
    }),
    answer(cancelAttendance, ({ parameters, ifMatch }) => {
      const attendance = kept.get(parameters['id'] ?? '');
      if (!attendance) return problem('not_found');
      if (attendance.status !== 'cancelled') {
        if (!fits(ifMatch, attendance)) return problem('version_mismatch');
        const version = attendance.version + 1;
        kept.set(attendance.id, { ...attendance, status: 'cancelled', waitlistPlace: null, version });
      }
      return undefined;
    }),
  ];
}

function refusalOf(event: Event, { body }: Request, now: number): Response | undefined {
  const upcoming = timeslotsAfter(event, now);
  if (event.status === 'cancelled') return problem('event_cancelled');
  if (upcoming.length === 0) return problem('event_over');
  if (event.rsvp !== 'native') return problem('rsvp_elsewhere');
  const unknown = body.timeslotIds.findIndex((id) => !upcoming.some((slot) => slot.id === id));
  if (unknown >= 0)
    return fieldProblem(
      `/timeslotIds/${String(unknown)}`,
      'unknown_timeslot',
      'Choose one of the event’s times',
    );
  if (body.guests > event.guestsPerRsvp)
    return fieldProblem('/guests', 'too_big', `Give at most ${String(event.guestsPerRsvp)}`);
  return commitmentProblem(body.commitments, event.commitments);
}

/** A party grows or moves only where seats are free; one that waits may change its guests. */
function seatRefusal(
  event: Event,
  attendance: ManagedAttendance,
  { guests = attendance.guests, timeslotId = attendance.timeslotId }: Change,
  now: number,
): Response | undefined {
  const slot = timeslotsAfter(event, now).find(({ id }) => id === timeslotId);
  if (!slot) return fieldProblem('/timeslotId', 'unknown_timeslot', 'Choose one of the event’s times');
  if (guests > attendance.guests && guests > event.guestsPerRsvp)
    return fieldProblem('/guests', 'too_big', `Give at most ${String(event.guestsPerRsvp)}`);
  const isMoved = timeslotId !== attendance.timeslotId;
  if (!isMoved && attendance.status === 'waitlisted') return undefined;
  const seats = isMoved ? 1 + guests : guests - attendance.guests;
  if (seats <= 0 || slot.spotsLeft === null || slot.spotsLeft >= seats) return undefined;
  return problem('timeslot_full');
}

function changedAttendance(
  attendance: ManagedAttendance,
  { person, ...change }: Change,
  updatedAt: string,
): ManagedAttendance {
  const { timeslotId = attendance.timeslotId, guests = attendance.guests } = change;
  const { language = attendance.language, accessNeeds = attendance.accessNeeds } = change;
  const isMoved = timeslotId !== attendance.timeslotId;
  return {
    ...attendance,
    ...(isMoved && { status: 'confirmed', waitlistPlace: null }),
    person: changedPerson(attendance.person, person),
    timeslotId,
    guests,
    language,
    accessNeeds,
    version: attendance.version + 1,
    updatedAt,
  };
}

function changedPerson(
  person: ManagedAttendance['person'],
  {
    givenName = person.givenName,
    familyName = person.familyName,
    phone = person.phone,
    postalCode = person.postalCode,
  }: NonNullable<Change['person']> = {},
): ManagedAttendance['person'] {
  return { ...person, givenName, familyName, phone, postalCode };
}
