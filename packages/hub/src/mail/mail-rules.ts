import type { Hub } from '../hub.ts';
import type { AttendanceRow } from '../storage/schema.ts';
import type { MailContext } from './mail-context.ts';
import { mailableName } from './names.ts';
import type { MailJob } from './outbox.ts';

/** Where an attendance must stand for a mail about it to be true. */
const standing: Partial<Record<MailJob['kind'], readonly string[]>> = {
  'attendance-confirm': ['unconfirmed'],
  'attendance-confirmed': ['confirmed'],
  'attendance-waitlisted': ['waitlisted'],
  'attendance-known': ['unconfirmed', 'confirmed', 'waitlisted'],
  'attendance-promoted': ['unconfirmed', 'confirmed'],
  'attendance-reminder': ['confirmed'],
  'event-changed': ['unconfirmed', 'confirmed', 'waitlisted'],
  'host-message': ['unconfirmed', 'confirmed', 'waitlisted'],
};

/** Whether what a mail says still holds. Who has cancelled or moved up meanwhile gets the mail about that. */
export function isStillTrue({ hub, job, event, attendances }: MailContext): boolean {
  const statuses = standing[job.kind];
  if (statuses && !attendances.some(({ status }) => statuses.includes(status))) return false;
  // That an event is off is a mail of its own; only the host may have more to say of it.
  if (statuses && job.kind !== 'host-message' && event.status !== 'confirmed') return false;
  if (job.kind !== 'attendance-reminder') return true;
  return event.timeslots.some(
    ({ id, startDate }) => id === attendances[0]?.timeslotId && Date.parse(startDate) > hub.now(),
  );
}

/**
 * The name that a mail greets with. Until somebody has followed a mailed link, or where the campaign asks for none,
 * it is only what anybody may have typed beside the address, and so isn't repeated.
 */
export function nameFor(hub: Hub, job: MailJob, attendances: readonly AttendanceRow[]): string {
  const isTrusting = hub.campaign().confirmation === 'none';
  const isProven = attendances.every(
    ({ status, confirmedAt }) => confirmedAt !== null || (isTrusting && status !== 'unconfirmed'),
  );
  return isProven ? mailableName(job.name) : '';
}
