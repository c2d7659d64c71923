import { AttendanceReceipt, ManagedAttendance } from '../attendance.ts';
import type { Call } from './call.ts';

export const createAttendances = {
  id: 'createAttendances',
  method: 'POST',
  path: '/v1/events/{id}/attendances',
  status: 201,
  response: AttendanceReceipt,
  idempotencyKey: 'required',
  proof: 'required',
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
