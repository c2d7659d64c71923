import { EventReceipt, ManagedEvent } from '../managed-event.ts';
import type { Call } from './call.ts';

export const createEvent = {
  id: 'createEvent',
  method: 'POST',
  path: '/v1/events',
  status: 202,
  response: EventReceipt,
  idempotencyKey: 'required',
  proof: 'required',
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
