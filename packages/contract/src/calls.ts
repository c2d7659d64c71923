import { AttendanceReceipt, ManagedAttendance } from './attendance.ts';
import { Campaign } from './campaign.ts';
import { Event, EventPage } from './event.ts';
import { EventReceipt, ManagedEvent } from './managed-event.ts';
import { PinFeed } from './pins.ts';
import { PlaceList } from './place.ts';
import type { ProblemCode } from './problem.ts';
import { TrainingList } from './training.ts';
import type * as z from './zod.ts';

/**
 * One operation of the wire. `path` names its parameters in braces, as OpenAPI does. What a server reads, `query` and
 * `body`, stands in the route table, so that clients don't carry it.
 */
export interface Route {
  readonly id: string;
  readonly summary: string;
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly path: string;
  /** Success status. */
  readonly status: 200 | 201 | 202 | 204;
  readonly query?: z.ZodMiniType;
  readonly body?: z.ZodMiniType;
  readonly response?: z.ZodMiniType;
  /** Media type of the answer where it isn't JSON. */
  readonly mediaType?: string;
  /** `manage`: a Bearer manage token. */
  readonly authorization?: 'manage';
  readonly idempotencyKey?: 'required';
  readonly problems: readonly ProblemCode[];
}

export const getCampaign = {
  id: 'getCampaign',
  summary: 'The campaign, its actions, goal and progress',
  method: 'GET',
  path: '/v1/campaign',
  status: 200,
  response: Campaign,
  problems: [],
} as const satisfies Route;

export const listEvents = {
  id: 'listEvents',
  summary: 'Public events, a page at a time',
  method: 'GET',
  path: '/v1/events',
  status: 200,
  response: EventPage,
  problems: ['bad_request'],
} as const satisfies Route;

export const getEvent = {
  id: 'getEvent',
  summary: 'One public event',
  method: 'GET',
  path: '/v1/events/{id}',
  status: 200,
  response: Event,
  problems: ['not_found'],
} as const satisfies Route;

export const getEventCalendar = {
  id: 'getEventCalendar',
  summary: 'One event as a calendar file (RFC 5545)',
  method: 'GET',
  path: '/v1/events/{id}/calendar.ics',
  status: 200,
  mediaType: 'text/calendar',
  problems: ['not_found'],
} as const satisfies Route;

export const getPins = {
  id: 'getPins',
  summary: 'Compact feed of every event with a public point',
  method: 'GET',
  path: '/v1/pins',
  status: 200,
  response: PinFeed,
  problems: ['bad_request'],
} as const satisfies Route;

export const createEvent = {
  id: 'createEvent',
  summary: 'Host an event; it waits for the mailed link and the review',
  method: 'POST',
  path: '/v1/events',
  status: 202,
  response: EventReceipt,
  idempotencyKey: 'required',
  problems: [
    'bad_json',
    'idempotency_key_missing',
    'idempotency_in_flight',
    'idempotency_mismatch',
    'body_too_large',
    'unsupported_media_type',
    'validation_failed',
  ],
} as const satisfies Route;

export const createAttendances = {
  id: 'createAttendances',
  summary: 'RSVP: one person to one or several timeslots',
  method: 'POST',
  path: '/v1/events/{id}/attendances',
  status: 201,
  response: AttendanceReceipt,
  idempotencyKey: 'required',
  problems: [
    'bad_json',
    'idempotency_key_missing',
    'not_found',
    'idempotency_in_flight',
    'event_over',
    'event_cancelled',
    'rsvp_elsewhere',
    'body_too_large',
    'unsupported_media_type',
    'validation_failed',
    'idempotency_mismatch',
  ],
} as const satisfies Route;

export const getManagedEvent = {
  id: 'getManagedEvent',
  summary: 'The host’s own event',
  method: 'GET',
  path: '/v1/manage/events/{id}',
  status: 200,
  response: ManagedEvent,
  authorization: 'manage',
  problems: ['unauthorized', 'not_found'],
} as const satisfies Route;

export const cancelEvent = {
  id: 'cancelEvent',
  summary: 'Cancel the host’s own event and tell everybody who is coming',
  method: 'DELETE',
  path: '/v1/manage/events/{id}',
  status: 204,
  authorization: 'manage',
  problems: ['unauthorized', 'not_found'],
} as const satisfies Route;

export const getManagedAttendance = {
  id: 'getManagedAttendance',
  summary: 'The attendee’s own attendance',
  method: 'GET',
  path: '/v1/manage/attendances/{id}',
  status: 200,
  response: ManagedAttendance,
  authorization: 'manage',
  problems: ['unauthorized', 'not_found'],
} as const satisfies Route;

export const cancelAttendance = {
  id: 'cancelAttendance',
  summary: 'Cancel the attendee’s own attendance; the seat goes to the waiting line',
  method: 'DELETE',
  path: '/v1/manage/attendances/{id}',
  status: 204,
  authorization: 'manage',
  problems: ['unauthorized', 'not_found'],
} as const satisfies Route;

export const listTrainings = {
  id: 'listTrainings',
  summary: 'The training series in order, with the hub’s clock',
  method: 'GET',
  path: '/v1/trainings',
  status: 200,
  response: TrainingList,
  problems: [],
} as const satisfies Route;

export const listPlaces = {
  id: 'listPlaces',
  summary: 'ZIP or place name to point, label and time zone',
  method: 'GET',
  path: '/v1/places',
  status: 200,
  response: PlaceList,
  problems: ['bad_request'],
} as const satisfies Route;

/** The path of a route with its parameters put in, each percent-encoded. */
export function pathOf(route: Route, parameters: Readonly<Record<string, string>> = {}): string {
  return route.path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = parameters[name];
    if (value === undefined) throw new TypeError(`Give a value for {${name}} of ${route.path}`);
    return encodeURIComponent(value);
  });
}
