import type { Attendance, AttendanceReceipt, Event, ManagedAttendance } from '@huddlekit/contract';
import { cancelAttendance, createAttendances, getManagedAttendance } from '@huddlekit/contract/routes';
import type { Fixtures } from '../fixtures/fixtures.ts';
import { isoSeconds } from '../fixtures/local-time.ts';
import { publicIdOf } from '../fixtures/public-id.ts';
import { answer, type Answer, type Asked } from './answer.ts';
import { commitmentProblem } from './commitments.ts';
import { fieldProblem, problem } from './problem.ts';
import { timeslotsAfter } from '@huddlekit/contract/event-list';

type Request = Asked<typeof createAttendances>;

/** Places in line that a mocked hub gives out. */
const firstPlace = 5;

/** Answers to RSVPs. What was made is there to see and cancel until the handlers go; any token will do. */
export function attendanceAnswers({ events, now }: Fixtures, hub: string): Answer[] {
  const kept = new Map<string, ManagedAttendance>();
  let made = 0;
  const receipts = new Map<string, { readonly body: string; readonly receipt: AttendanceReceipt }>();

  function create(event: Event, { body, key }: Request): AttendanceReceipt {
    const attendances = body.timeslotIds.map((timeslotId): Attendance => {
      const { spotsLeft } = event.timeslots.find(({ id }) => id === timeslotId) ?? { spotsLeft: 0 };
      // A party is seated whole or waits whole.
      const isSeated = spotsLeft === null || spotsLeft >= 1 + body.guests;
      return {
        id: publicIdOf(`attendance-${String(++made)}`),
        eventId: event.id,
        timeslotId,
        guests: body.guests,
        status: isSeated ? 'confirmed' : 'waitlisted',
        waitlistPlace: isSeated ? null : firstPlace,
        createdAt: isoSeconds(now),
      };
    });
    const { givenName, familyName = null, email } = body.person;
    for (const attendance of attendances)
      kept.set(attendance.id, { ...attendance, person: { givenName, familyName, email } });
    const receipt = {
      attendances,
      manageUrl: `${hub}/manage/mock-token`,
      calendarUrl: `${hub}/v1/events/${event.id}/calendar.ics`,
      inviteUrl: `${hub}/i/7Q4K2M`,
    };
    receipts.set(key, { body: JSON.stringify(body), receipt });
    return receipt;
  }

  return [
    answer(createAttendances, (asked) => {
      const event = events.find(({ id }) => id === asked.parameters['id']);
      if (!event) return problem('not_found');
      const earlier = receipts.get(asked.key);
      if (earlier)
        return earlier.body === JSON.stringify(asked.body)
          ? earlier.receipt
          : problem('idempotency_mismatch');
      return refusalOf(event, asked, now) ?? create(event, asked);
    }),
    answer(
      getManagedAttendance,
      ({ parameters }) => kept.get(parameters['id'] ?? '') ?? problem('not_found'),
    ),
    answer(cancelAttendance, ({ parameters }) => {
      const attendance = kept.get(parameters['id'] ?? '');
      if (!attendance) return problem('not_found');
      kept.set(attendance.id, { ...attendance, status: 'cancelled', waitlistPlace: null });
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
