import type { Event, Timeslot } from '@huddlekit/contract';
import { isTimezone } from '@huddlekit/contract/well-formed';
import { localDateTime } from '@huddlekit/contract/zoned-time';
import { endOf, startOf } from './dates.ts';

/** A contract event's start and end as a table or a feature writes them. */
export interface WrittenSlot {
  /** With the offset of the event's zone, `2026-11-28T19:00:00-06:00`, or the day alone. */
  readonly startDate: string;
  /** As the start, the last day included; empty where no end is known. */
  readonly endDate: string;
  readonly allDay: boolean;
}

/** The system and id an event came from; nothing for those of a hub, whose own id tells enough. */
export function foreignSourceOf({ source }: Event): Event['source'] | undefined {
  return ['huddlekit', 'campaign', 'sample'].includes(source.system) ? undefined : source;
}

export function writtenSlot({ startDate, endDate, allDay }: Timeslot, timezone: string): WrittenSlot {
  const zone = isTimezone(timezone) ? timezone : 'UTC';
  const start = Date.parse(startDate);
  const end = endDate === null ? undefined : Date.parse(endDate);
  const days = allDay ? daysOf(start, end, zone) : undefined;
  if (days) return { ...days, allDay };
  return {
    startDate: withOffset(start, zone),
    endDate: end === undefined ? '' : withOffset(end, zone),
    allDay,
  };
}

/** First and last day; undefined where the bounds aren't those of whole days, which would be lost in writing. */
function daysOf(
  start: number,
  end: number | undefined,
  zone: string,
): Pick<WrittenSlot, 'startDate' | 'endDate'> | undefined {
  const first = { kind: 'day', date: localDateTime(start, zone).date } as const;
  const last = { kind: 'day', date: localDateTime((end ?? start + 1) - 1, zone).date } as const;
  if (startOf(first, zone) !== start || (end !== undefined && endOf(last, zone) !== end)) return undefined;
  return { startDate: first.date, endDate: end === undefined ? '' : last.date };
}

/** An instant as clocks in a zone show it, with their minutes ahead of UTC, so that no hour of a change is lost. */
function withOffset(instant: number, zone: string): string {
  const utc = new Date(instant).toISOString();
  const { date, time } = localDateTime(instant, zone);
  const minute = Math.floor(instant / 60_000) * 60_000;
  const minutes = (Date.parse(`${date}T${time}:00Z`) - minute) / 60_000;
  // Before 1900 clocks differed from UTC by seconds.
  if (!Number.isInteger(minutes)) return utc;
  const sign = minutes < 0 ? '-' : '+';
  const offset = `${digits(Math.trunc(Math.abs(minutes) / 60))}:${digits(Math.abs(minutes) % 60)}`;
  return `${date}T${time}${utc.slice(16, -1).replace('.000', '')}${sign}${offset}`;
}

function digits(number: number): string {
  return String(number).padStart(2, '0');
}
