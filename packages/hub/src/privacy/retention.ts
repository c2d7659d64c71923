import { verificationLife } from '../events/verification.ts';
import { guestLife } from '../people/forget-guests.ts';
import { mailLife } from '../people/forget-mails.ts';
import { linkLife, sessionLife } from '../review/moderators.ts';
import { countingTime } from '../server/limits.ts';
import { keyLife } from '../storage/idempotency.ts';

/** How long this hub keeps what ends by itself, in milliseconds, from the code that ends it. */
export const retention = {
  verificationLink: verificationLife,
  signInLink: linkLife,
  session: sessionLife,
  sends: keyLife,
  networkAddress: countingTime,
  guest: guestLife,
  mail: mailLife,
} as const;
