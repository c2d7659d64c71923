import type { AttendanceInput, AttendanceReceipt } from '@huddlekit/contract';

/** What a write that waits is made of. The key makes it one, however often it is sent. */
export interface RsvpInWaiting {
  readonly idempotencyKey: string;
  readonly eventId: string;
  readonly input: AttendanceInput;
  /** Milliseconds since 1970; so long after it that `outboxLife` has passed, it is forgotten unsent. */
  readonly madeAt: number;
}

/**
 * An RSVP in an outbox. Only `sent` means that a hub answered; what it said is in the receipt, and until then nobody is
 * to be called coming.
 */
export type QueuedRsvp = Pick<RsvpInWaiting, 'idempotencyKey' | 'eventId' | 'madeAt'> &
  (
    | {
        readonly state: 'waiting' | 'sending';
        readonly input: AttendanceInput;
        /** Whether it stays on the device when the page goes. */
        readonly isKept: boolean;
        /** Why the last try failed, where there was one. */
        readonly error?: unknown;
      }
    | { readonly state: 'sent'; readonly receipt: AttendanceReceipt }
    /** A hub refused it; `error` says why. */
    | { readonly state: 'refused'; readonly error: unknown }
    | { readonly state: 'expired' | 'discarded' }
  );

/** Milliseconds an RSVP may wait: what a person said a day ago may not be so any more. */
export const outboxLife = 24 * 3_600_000;
