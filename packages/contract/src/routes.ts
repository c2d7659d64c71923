import { AttendanceInput } from './attendance-input.ts';
import * as calls from './calls.ts';
import type { Route } from './calls.ts';
import { EventInput } from './event-input.ts';
import { EventFilters, EventQuery } from './event-query.ts';
import { PlaceQuery } from './place-query.ts';

// What clients send, added to what they call: only servers and mocks read it.
export const listEvents = { ...calls.listEvents, query: EventQuery } as const satisfies Route;
export const getPins = { ...calls.getPins, query: EventFilters } as const satisfies Route;
export const createEvent = { ...calls.createEvent, body: EventInput } as const satisfies Route;
export const createAttendances = {
  ...calls.createAttendances,
  body: AttendanceInput,
} as const satisfies Route;
export const listPlaces = { ...calls.listPlaces, query: PlaceQuery } as const satisfies Route;
export {
  getCampaign,
  getEvent,
  getEventCalendar,
  getManagedEvent,
  cancelEvent,
  getManagedAttendance,
  cancelAttendance,
  listTrainings,
} from './calls.ts';

/** The whole route table. */
export const routes: readonly Route[] = [
  calls.getCampaign,
  listEvents,
  calls.getEvent,
  calls.getEventCalendar,
  getPins,
  createEvent,
  createAttendances,
  calls.getManagedEvent,
  calls.cancelEvent,
  calls.getManagedAttendance,
  calls.cancelAttendance,
  calls.listTrainings,
  listPlaces,
];
