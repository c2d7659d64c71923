import { ReportReceipt } from '../report.ts';
import type { Call } from './call.ts';

export const createReport = {
  id: 'createReport',
  method: 'POST',
  path: '/v1/events/{id}/reports',
  status: 202,
  response: ReportReceipt,
  idempotencyKey: 'optional',
  proof: 'required',
} as const satisfies Call;
