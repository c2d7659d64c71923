import type { Event, Timeslot } from '@huddlekit/contract';
import { localDateTime } from '@huddlekit/contract/zoned-time';

/** A time as pages and mails say it: the day, and the clock time with its zone, or that it lasts the whole day. */
export interface When {
  /** `Saturday, November 28, 2026` */
  readonly day: string;
  /** `10:30 AM – 12:00 PM CST`; empty for a whole day. */
  readonly time: string;
}

/** A timeslot in a zone: the event's, unless another is asked for. */
export function whenOf(
  event: Pick<Event, 'timezone'>,
  timeslot: Timeslot,
  language: string,
  timezone = event.timezone,
): When {
  const start = new Date(timeslot.startDate);
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'full', timeZone: timezone });
  if (timeslot.allDay) {
    const last = timeslot.endDate ? new Date(Date.parse(timeslot.endDate) - 1) : start;
    return { day: day.formatRange(start, last), time: '' };
  }
  const time = new Intl.DateTimeFormat(language, {
    hour: 'numeric',
    minute: '2-digit',
    timeZone: timezone,
    timeZoneName: 'short',
  });
  return {
    day: day.format(start),
    time: timeslot.endDate ? time.formatRange(start, new Date(timeslot.endDate)) : time.format(start),
  };
}

/** Whether clocks of two zones differ at an instant. */
export function clocksDiffer(instant: string, timezone: string, other: string): boolean {
  const at = Date.parse(instant);
  const [one, two] = [localDateTime(at, timezone), localDateTime(at, other)];
  return one.date !== two.date || one.time !== two.time;
}
