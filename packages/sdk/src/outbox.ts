export { createOutbox, type Outbox, type OutboxOptions, type QueueOptions } from './outbox/outbox.ts';
export { type OutboxStorage } from './outbox/kept-rsvps.ts';
export { outboxLife, type QueuedRsvp } from './outbox/queued-rsvp.ts';
