import assert from 'node:assert/strict';
import { addEvent, newKey, rsvpTo, startTestHub } from '../../server/test-hub.test-helper.ts';
import type { HubOptions } from '../../hub.ts';
import { openConnections, sendRsvp } from './rsvp-calls.ts';

export interface StampedeOptions extends Pick<HubOptions, 'seatCheck' | 'pause'> {
  readonly people: number;
  readonly seats: number;
  readonly connections?: number;
}

/** What is stored after a stampede. */
export interface StampedeOutcome {
  readonly confirmed: number;
  readonly waiting: number;
}

/**
 * Everybody asks at once, over HTTP, for few seats. Checks that each person is stored once and as they were told, and
 * that the line is in the order of the commits.
 */
export async function holdStampede({
  people,
  seats,
  connections = 500,
  ...options
}: StampedeOptions): Promise<StampedeOutcome> {
  await using server = await startTestHub(options);
  const { hub, url } = server;
  const event = await addEvent(hub, 'few-places', { capacity: seats });
  const agent = openConnections(connections);
  const answers = await Promise.all(
    Array.from({ length: people }, (_, index) =>
      sendRsvp(agent, url, event.id, rsvpTo(event, `person${String(index)}@example.org`), newKey()),
    ),
  );
  agent.destroy();

  const told = new Map(answers.flatMap(({ body }) => body.attendances).map((one) => [one.id, one]));
  const rows = await hub.storage.read
    .selectFrom('attendances')
    .select(['id', 'status', 'emailHash'])
    .orderBy('position')
    .execute();
  assert.equal(told.size, people, 'each got an answer of their own');
  assert.equal(rows.length, people, 'each is stored');
  assert.equal(new Set(rows.map(({ emailHash }) => emailHash)).size, people, 'and once');
  for (const { id, status } of rows) assert.equal(told.get(id)?.status, status, 'as they were told');
  const line = rows.filter(({ status }) => status === 'waitlisted');
  if (options.seatCheck !== 'outside') {
    assert.deepEqual(
      line.map(({ id }) => told.get(id)?.waitlistPlace),
      line.map((_, index) => index + 1),
      'the line is in the order of the commits',
    );
    const slot = await hub.storage.read.selectFrom('timeslots').selectAll().executeTakeFirstOrThrow();
    assert.deepEqual([slot.taken, slot.waiting], [rows.length - line.length, line.length]);
  }
  return { confirmed: rows.length - line.length, waiting: line.length };
}
