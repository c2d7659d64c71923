import type { EventPage, EventQuery } from '@huddlekit/contract';
import { getEvent, getEventCalendar, getPins, listEvents } from '@huddlekit/contract/routes';
import { encodePins, pinPrecisions, type PinFeed } from '@huddlekit/contract/pins';
import { localDateTime } from '@huddlekit/contract/zoned-time';
import { HttpResponse } from 'msw';
import type { Fixtures } from '../fixtures/fixtures.ts';
import { isoSeconds } from '../fixtures/local-time.ts';
import { answer, type Answer } from './answer.ts';
import { matchingEvents } from './event-filters.ts';
import { problem } from './problem.ts';
import { timeslotsAfter } from './timeslots.ts';

const day = 86_400_000;
const pinDays = 60;

/** Answers about events. */
export function eventAnswers({ events, now }: Fixtures): Answer[] {
  const find = (id: string | undefined) => events.find((event) => event.id === id);
  return [
    answer(listEvents, ({ query }) => pageOf(query, { events, now })),
    answer(getPins, ({ query }) => {
      const matches = matchingEvents(events, query, now);
      return feedOf(
        matches.map(({ event }) => event),
        now,
      );
    }),
    answer(getEvent, ({ parameters }) => find(parameters['id']) ?? problem('not_found')),
    answer(getEventCalendar, ({ parameters }) => {
      const event = find(parameters['id']);
      if (!event) return problem('not_found');
      const stamp = (instant: string): string => isoSeconds(Date.parse(instant)).replace(/[-:]/g, '');
      const entries = event.timeslots.flatMap(({ id, startDate }) => [
        ...['BEGIN:VEVENT', `UID:${id}@hub.example.org`, `DTSTAMP:${stamp(event.updatedAt)}`],
        ...[`DTSTART:${stamp(startDate)}`, `SUMMARY:${event.title.replace(/[\\;,]/g, '\\$&')}`, 'END:VEVENT'],
      ]);
      const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Huddlekit//Mock//EN', ...entries];
      return new HttpResponse([...lines, 'END:VCALENDAR', ''].join('\r\n'), {
        headers: { 'content-type': 'text/calendar; charset=utf-8' },
      });
    }),
  ];
}

function pageOf(query: EventQuery, { events, now }: Pick<Fixtures, 'events' | 'now'>): EventPage | Response {
  const { near, within, order, limit = 20, cursor, pins } = query;
  if (near === undefined && (order === 'distance' || within !== undefined))
    return problem('bad_request', [
      { pointer: '?near', code: 'required', message: 'Distances need the place searched' },
    ]);
  const matches = matchingEvents(events, query, now);
  if (order === 'distance') matches.sort((a, b) => (a.distance ?? Infinity) - (b.distance ?? Infinity));
  const asked = pins?.split(',').map(Number);
  if (asked) matches.sort((a, b) => asked.indexOf(a.event.pin) - asked.indexOf(b.event.pin));
  const start = cursor === undefined ? 0 : Number(cursor);
  const end = start + limit;
  return {
    data: matches.slice(start, end).map(({ event, distance }) => {
      const isKnown = distance !== undefined && event.location?.precision !== 'locality';
      return isKnown ? { ...event, distance } : event;
    }),
    next: end < matches.length ? String(end) : null,
  };
}

function feedOf(events: Fixtures['events'], now: number): PinFeed {
  const firstDay = new Date(now).toISOString().slice(0, 10);
  const pins = events.flatMap((event) => {
    const { location, pin, kind, timezone } = event;
    const slots = timeslotsAfter(event, now);
    const precision = pinPrecisions.find((known) => known === location?.precision);
    if (location?.latitude == null || location.longitude == null || !precision || !slots[0]) return [];
    const { latitude, longitude } = location;
    const start = Date.parse(slots[0].startDate);
    const days = slots.map(({ startDate }) => {
      const { date } = localDateTime(Date.parse(startDate), timezone);
      return (Date.parse(date) - Date.parse(firstDay)) / day;
    });
    const within = [...new Set(days)].filter((offset) => offset >= 0 && offset < pinDays);
    return [{ pin, kind, latitude, longitude, precision, start, days: within }];
  });
  return encodePins(pins, firstDay);
}
