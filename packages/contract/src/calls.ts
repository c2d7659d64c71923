import { AttendanceReceipt, ManagedAttendance } from './attendance.ts';
import { Campaign } from './campaign.ts';
import { Event, EventPage } from './event.ts';
import { EventReceipt, ManagedEvent } from './managed-event.ts';
import { PinFeed } from './pins.ts';
import { PlaceList } from './place.ts';
import { TrainingList } from './training.ts';
import type * as z from './zod.ts';

/**
 * What a client knows of one operation of the wire. `path` names its parameters in braces, as OpenAPI does. What
 * servers read and documents tell stands in the route table, so that clients don't carry it.
 */
export interface Call {
  readonly id: string;
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly path: string;
  /** Success status. */
  readonly status: 200 | 201 | 202 | 204;
  readonly response?: z.ZodMiniType;
  /** Media type of the answer where it isn't JSON. */
  readonly mediaType?: string;
  /** `manage`: a Bearer manage token. */
  readonly authorization?: 'manage';
  readonly idempotencyKey?: 'required' | 'optional';
  /** Whether the call names the version it was made from (If-Match, RFC 9110). The answer then carries its ETag. */
  readonly ifMatch?: 'required' | 'optional';
}

export const getCampaign = {
  id: 'getCampaign',
  method: 'GET',
  path: '/v1/campaign',
  status: 200,
  response: Campaign,
} as const satisfies Call;

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

export const createEvent = {
  id: 'createEvent',
  method: 'POST',
  path: '/v1/events',
  status: 202,
  response: EventReceipt,
  idempotencyKey: 'required',
} as const satisfies Call;

export const createAttendances = {
  id: 'createAttendances',
  method: 'POST',
  path: '/v1/events/{id}/attendances',
  status: 201,
  response: AttendanceReceipt,
  idempotencyKey: 'required',
} as const satisfies Call;

export const getManagedEvent = {
  id: 'getManagedEvent',
  method: 'GET',
  path: '/v1/manage/events/{id}',
  status: 200,
  response: ManagedEvent,
  authorization: 'manage',
} as const satisfies Call;

export const changeEvent = {
  id: 'changeEvent',
  method: 'PATCH',
  path: '/v1/manage/events/{id}',
  status: 200,
  response: ManagedEvent,
  authorization: 'manage',
  idempotencyKey: 'optional',
  ifMatch: 'required',
} as const satisfies Call;

export const cancelEvent = {
  id: 'cancelEvent',
  method: 'DELETE',
  path: '/v1/manage/events/{id}',
  status: 204,
  authorization: 'manage',
  ifMatch: 'optional',
} as const satisfies Call;

export const getManagedAttendance = {
  id: 'getManagedAttendance',
  method: 'GET',
  path: '/v1/manage/attendances/{id}',
  status: 200,
  response: ManagedAttendance,
  authorization: 'manage',
} as const satisfies Call;

export const changeAttendance = {
  id: 'changeAttendance',
  method: 'PATCH',
  path: '/v1/manage/attendances/{id}',
  status: 200,
  response: ManagedAttendance,
  authorization: 'manage',
  idempotencyKey: 'optional',
  ifMatch: 'required',
} as const satisfies Call;

export const cancelAttendance = {
  id: 'cancelAttendance',
  method: 'DELETE',
  path: '/v1/manage/attendances/{id}',
  status: 204,
  authorization: 'manage',
  ifMatch: 'optional',
} as const satisfies Call;

export const listTrainings = {
  id: 'listTrainings',
  method: 'GET',
  path: '/v1/trainings',
  status: 200,
  response: TrainingList,
} as const satisfies Call;

export const listPlaces = {
  id: 'listPlaces',
  method: 'GET',
  path: '/v1/places',
  status: 200,
  response: PlaceList,
} as const satisfies Call;

/** The path of a route with its parameters put in, each percent-encoded. */
export function pathOf(call: Call, parameters: Readonly<Record<string, string>> = {}): string {
  return call.path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = parameters[name];
    if (value === undefined) throw new TypeError(`Give a value for {${name}} of ${call.path}`);
    return encodeURIComponent(value);
  });
}
