import assert from 'node:assert/strict';
import { setTimeout } from 'node:timers/promises';
import { addEvent, newKey, rsvpTo, startTestHub } from '../../server/test-hub.test-helper.ts';
import { openConnections, sendRsvp, type RsvpAnswer } from './rsvp-calls.ts';

export interface RetriesOptions {
  readonly keys: number;
  /** How often each request is sent, all at once. */
  readonly times: number;
}

/** Sends each request many times at once under its key. Answers how many people are stored and how many mails wait. */
export async function holdRetries({
  keys,
  times,
}: RetriesOptions): Promise<{ people: number; mails: number }> {
  await using server = await startTestHub();
  const { hub, url } = server;
  const event = await addEvent(hub, 'patient', { capacity: Math.ceil(keys / 2) });
  const agent = openConnections(400);

  /** Comes again while the first is under way, as a client does. */
  async function send(index: number, key: string): Promise<RsvpAnswer> {
    for (;;) {
      const rsvp = rsvpTo(event, `person${String(index)}@example.org`);
      const answer = await sendRsvp(agent, url, event.id, rsvp, key);
      if (answer.body.code !== 'idempotency_in_flight') return answer;
      await setTimeout(20);
    }
  }

  await Promise.all(
    Array.from({ length: keys }, async (_, index) => {
      const key = newKey();
      const answers = await Promise.all(Array.from({ length: times }, () => send(index, key)));
      for (const answer of answers) assert.deepEqual(answer, answers[0], 'each repeat gets the same answer');
      assert.equal(answers[0]?.status, 201);
    }),
  );
  agent.destroy();
  const { people } = await hub.storage.read
    .selectFrom('attendances')
    .select(({ fn }) => fn.countAll<number>().as('people'))
    .executeTakeFirstOrThrow();
  const { mails } = await hub.storage.read
    .selectFrom('outbox')
    .select(({ fn }) => fn.countAll<number>().as('mails'))
    .executeTakeFirstOrThrow();
  return { people, mails };
}
