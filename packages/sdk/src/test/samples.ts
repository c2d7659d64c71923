import type { AttendanceInput, AttendanceReceipt, Event } from '@huddlekit/contract';
import { fixtures, publicIdOf } from '@huddlekit/mocks';

const { events } = fixtures({ now: Date.parse('2026-11-23T15:34:20Z') });

/** So many events that fit the contract. */
export function sampleEvents(count: number): Event[] {
  return events.slice(0, count);
}

export const eventId = publicIdOf('kitchen-table');

export const rsvp: AttendanceInput = {
  timeslotIds: [publicIdOf('kitchen-table-1')],
  person: { givenName: 'Maribel', email: 'maribel@example.org' },
};

export const receipt: AttendanceReceipt = {
  attendances: [
    {
      id: publicIdOf('attendance-1'),
      eventId,
      timeslotId: publicIdOf('kitchen-table-1'),
      guests: 0,
      status: 'confirmed',
      waitlistPlace: null,
      createdAt: '2026-11-23T15:34:20Z',
    },
  ],
  manageUrl: 'https://hub.example.org/manage/token',
  calendarUrl: 'https://hub.example.org/calendar.ics',
  inviteUrl: 'https://hub.example.org/i/7Q4K2M',
};
