import { writeIcs, type WriteIcsOptions } from '@huddlekit/connectors';
import type { Event } from '@huddlekit/contract';

/** What differs between the public file and the one in a person's mail. */
export type CalendarOptions = Pick<WriteIcsOptions, 'timeslotIds' | 'place' | 'invitation'>;

/** An event as a calendar file (RFC 5545), an entry a timeslot. Made from the public view alone. */
export function eventCalendar(event: Event, baseUrl: string, options: CalendarOptions = {}): string {
  return writeIcs([event], { ...options, baseUrl });
}
