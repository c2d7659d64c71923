import type { EventPage, EventQuery } from '@huddlekit/contract';
import { getCounts, getEvent, getEventCalendar, getPins, listEvents } from '@huddlekit/contract/routes';
import { countEvents, pageOfEvents, pinsOfEvents } from '@huddlekit/contract/event-list';
import { HttpResponse } from 'msw';
import type { Fixtures } from '../fixtures/fixtures.ts';
import { isoSeconds } from '../fixtures/local-time.ts';
import { answer, type Answer } from './answer.ts';
import { problem } from './problem.ts';

/** Answers about events. */
export function eventAnswers({ events, now }: Fixtures): Answer[] {
  const find = (id: string | undefined) => events.find((event) => event.id === id);
  return [
    answer(listEvents, ({ query }) => pageOf(query, { events, now })),
    answer(getPins, ({ query }) => pinsOfEvents(events, query, now)),
    answer(getCounts, ({ query }) => countEvents(events, query, now)),
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
  const { near, within, order } = query;
  return near === undefined && (order === 'distance' || within !== undefined)
    ? problem('bad_request', [
        { pointer: '?near', code: 'required', message: 'Distances need the place searched' },
      ])
    : pageOfEvents(events, query, now);
}
