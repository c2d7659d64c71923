import { BlockReceipt, ReportList, ReviewItem, ReviewQueue, ReviewReceipt } from '../review.ts';
import type { Call } from './call.ts';

export const getReviewQueue = {
  id: 'getReviewQueue',
  method: 'GET',
  path: '/v1/review/queue',
  status: 200,
  response: ReviewQueue,
  authorization: 'review',
} as const satisfies Call;

export const getReviewItem = {
  id: 'getReviewItem',
  method: 'GET',
  path: '/v1/review/events/{id}',
  status: 200,
  response: ReviewItem,
  authorization: 'review',
} as const satisfies Call;

export const approveEvent = {
  id: 'approveEvent',
  method: 'POST',
  path: '/v1/review/events/{id}/approve',
  status: 200,
  response: ReviewReceipt,
  authorization: 'review',
  ifMatch: 'required',
} as const satisfies Call;

export const rejectEvent = {
  id: 'rejectEvent',
  method: 'POST',
  path: '/v1/review/events/{id}/reject',
  status: 200,
  response: ReviewReceipt,
  authorization: 'review',
  ifMatch: 'required',
} as const satisfies Call;

export const takeDownEvent = {
  id: 'takeDownEvent',
  method: 'POST',
  path: '/v1/review/events/{id}/takedown',
  status: 200,
  response: ReviewReceipt,
  authorization: 'review',
  ifMatch: 'optional',
} as const satisfies Call;

export const listReports = {
  id: 'listReports',
  method: 'GET',
  path: '/v1/review/events/{id}/reports',
  status: 200,
  response: ReportList,
  authorization: 'review',
} as const satisfies Call;

export const closeReports = {
  id: 'closeReports',
  method: 'POST',
  path: '/v1/review/events/{id}/reports/close',
  status: 204,
  authorization: 'review',
} as const satisfies Call;

export const blockPerson = {
  id: 'blockPerson',
  method: 'POST',
  path: '/v1/review/people/block',
  status: 200,
  response: BlockReceipt,
  authorization: 'review',
} as const satisfies Call;
