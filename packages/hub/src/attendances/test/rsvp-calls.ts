import { Agent, request } from 'node:http';
import type { AttendanceInput, AttendanceReceipt } from '@huddlekit/contract';

export interface RsvpAnswer {
  readonly status: number;
  readonly body: AttendanceReceipt & { readonly code?: string };
}

/** Connections that stay open, shared by all calls of a trial. */
export function openConnections(most: number): Agent {
  return new Agent({ keepAlive: true, maxSockets: most });
}

/** Sends one RSVP under a key. */
export function sendRsvp(
  agent: Agent,
  url: string,
  eventId: string,
  rsvp: AttendanceInput,
  key: string,
): Promise<RsvpAnswer> {
  const body = JSON.stringify(rsvp);
  const headers = {
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(body)),
    'idempotency-key': key,
  };
  return new Promise((resolve, reject) => {
    const call = request(`${url}/v1/events/${eventId}/attendances`, { method: 'POST', agent, headers });
    call.on('error', reject);
    call.on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const answer = JSON.parse(Buffer.concat(chunks).toString('utf8')) as RsvpAnswer['body'];
        resolve({ status: response.statusCode ?? 0, body: answer });
      });
    });
    call.end(body);
  });
}
