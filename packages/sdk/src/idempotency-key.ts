/**
 * A fresh Idempotency-Key: 128 random bits.
 * @example
 * const idempotencyKey = newIdempotencyKey();
 * const timeslotIds = event.timeslots.slice(0, 1).map(({ id }) => id);
 * // However often this is sent, it is one RSVP.
 * await client.attendances.create(event.id, { timeslotIds, person, commitments }, { idempotencyKey });
 */
export function newIdempotencyKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
