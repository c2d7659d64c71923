import { Counts } from '../counts.ts';
import { Event, EventPage } from '../event.ts';
import { PinFeed } from '../pins/pin-feed.ts';
import { TrainingList } from '../training.ts';
import type { Call } from './call.ts';

export const listEvents = {
  id: 'listEvents',
  method: 'GET',
  path: '/v1/events',
  status: 200,
  response: EventPage,
} as const satisfies Call;

export const getEvent = {
  id: 'getEvent',
  method: 'GET',
  path: '/v1/events/{id}',
  status: 200,
  response: Event,
} as const satisfies Call;

export const getEventCalendar = {
  id: 'getEventCalendar',
  method: 'GET',
  path: '/v1/events/{id}/calendar.ics',
  status: 200,
  mediaType: 'text/calendar',
} as const satisfies Call;

export const getPins = {
  id: 'getPins',
  method: 'GET',
  path: '/v1/pins',
  status: 200,
  response: PinFeed,
} as const satisfies Call;

export const listTrainings = {
  id: 'listTrainings',
  method: 'GET',
  path: '/v1/trainings',
  status: 200,
  response: TrainingList,
} as const satisfies Call;

export const getCounts = {
  id: 'getCounts',
  method: 'GET',
  path: '/v1/counts',
  status: 200,
  response: Counts,
} as const satisfies Call;
