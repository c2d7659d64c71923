import assert from 'node:assert/strict';
import { test } from 'node:test';
import { proofHeader, type Challenge, type Event } from '@huddlekit/contract';
import { emptyCampaign } from '../campaign/campaign-file.ts';
import {
  addEvent,
  newKey,
  post,
  rsvpTo,
  startTestHub,
  type JsonAnswer,
  type TestHub,
} from '../server/test-hub.test-helper.ts';
import { challengeOf, headerOf, solved } from './solved.test-helper.ts';

const environment = { HUDDLEKIT_PROOF_WORK: '200' };

async function rsvp(
  { url }: TestHub,
  event: Event,
  email: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<JsonAnswer> {
  return post(`${url}/v1/events/${event.id}/attendances`, rsvpTo(event, email), headers);
}

function told({ status, body: { code, errors = [] } }: JsonAnswer): string {
  return [String(status), code, ...errors.map((error) => error.code)].filter(Boolean).join(' ');
}

async function taken({ hub }: TestHub): Promise<number> {
  const slots = await hub.storage.read.selectFrom('timeslots').select('taken').execute();
  return slots.reduce((sum, slot) => sum + slot.taken, 0);
}

test('a proof lets one RSVP in, and whatever is wrong with it is told with the repair', async () => {
  let clock = Date.now();
  await using server = await startTestHub({ admission: 'checked', environment, now: () => clock });
  const [event, other] = [await addEvent(server.hub, 'one'), await addEvent(server.hub, 'other')];
  const query = { action: 'createAttendances', event: event.id } as const;
  const proofOf = async (challenge: Promise<Challenge>) => ({ [proofHeader]: await solved(await challenge) });
  const proof = await proofOf(challengeOf(server.url, query));

  assert.equal(told(await rsvp(server, event, 'a@example.org')), '428 proof_required');
  assert.equal(
    told(await rsvp(server, event, 'a@example.org', { [proofHeader]: 'x' })),
    '403 proof_invalid malformed',
  );
  assert.equal(told(await rsvp(server, other, 'a@example.org', proof)), '403 proof_invalid other_event');
  assert.equal(
    told(
      await rsvp(
        server,
        event,
        'a@example.org',
        await proofOf(challengeOf(server.url, { ...query, action: 'createReport' })),
      ),
    ),
    '403 proof_invalid other_action',
  );

  const challenge = await challengeOf(server.url, query);
  const { solution } = JSON.parse(Buffer.from(await solved(challenge), 'base64').toString()) as {
    solution: { counter: number; derivedKey: string };
  };
  const { parameters } = challenge;
  const spliced = (changes: object): Record<string, string> => ({
    [proofHeader]: headerOf({
      challenge: { ...challenge, parameters: { ...parameters, ...changes } },
      solution,
    }),
  });
  for (const changes of [
    { data: { ...parameters.data, event: other.id } },
    { expiresAt: parameters.expiresAt + 1 },
    { nonce: parameters.nonce + parameters.salt.slice(0, 2), salt: parameters.salt.slice(2) },
    { keyPrefix: '00' },
  ])
    assert.equal(
      told(await rsvp(server, event, 'a@example.org', spliced(changes))),
      '403 proof_invalid forged',
    );
  const guessed = headerOf({ challenge, solution: { ...solution, derivedKey: '00'.repeat(32) } });
  assert.equal(
    told(await rsvp(server, event, 'a@example.org', { [proofHeader]: guessed })),
    '403 proof_invalid unsolved',
  );
  assert.equal(await taken(server), 0);

  const key = { 'idempotency-key': newKey() };
  assert.equal((await rsvp(server, event, 'a@example.org', { ...proof, ...key })).status, 201);
  assert.equal((await rsvp(server, event, 'a@example.org', { ...proof, ...key })).status, 201, 'a replay');
  assert.equal(told(await rsvp(server, event, 'b@example.org', proof)), '403 proof_invalid spent');

  const late = await proofOf(challengeOf(server.url, query));
  clock += 31 * 60_000;
  assert.equal(told(await rsvp(server, event, 'b@example.org', late)), '403 proof_invalid expired');
  assert.equal(await taken(server), 1);
});

test('one proof sent by many at once lets one in', async () => {
  await using server = await startTestHub({ admission: 'checked', environment });
  const event = await addEvent(server.hub, 'one');
  const proof = await solved(await challengeOf(server.url, { action: 'createAttendances', event: event.id }));
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      rsvp(server, event, `a${String(index)}@example.org`, { [proofHeader]: proof }),
    ),
  );
  assert.equal(answers.filter(({ status }) => status === 201).length, 1);
  assert.equal(await taken(server), 1);
});

test('an event’s turns are taken by what is stored: neither by proofs sent again nor by answers given again', async () => {
  await using server = await startTestHub({ admission: 'checked', environment });
  const event = await addEvent(server.hub, 'one');
  const { storedOfEvent, arrivals } = server.hub.limits;
  while (storedOfEvent.wait(event.id) === 0) storedOfEvent.take(event.id);
  const other = await addEvent(server.hub, 'two');
  const proofOf = async ({ id }: Event) =>
    solved(await challengeOf(server.url, { action: 'createAttendances', event: id }));
  const full = await rsvp(server, event, 'a@example.org', { [proofHeader]: await proofOf(event) });
  assert.equal(told(full), '429 rate_limited');

  const proof = await proofOf(other);
  const headers = { [proofHeader]: proof, 'idempotency-key': newKey() };
  for (let count = 0; count < 3; count++)
    assert.equal((await rsvp(server, other, 'a@example.org', headers)).status, 201);
  for (let count = 0; count < 3; count++)
    assert.equal(
      told(await rsvp(server, other, 'b@example.org', { [proofHeader]: proof })),
      '403 proof_invalid spent',
    );
  assert.equal(arrivals.count(other.id), 1);
  let turns = 0;
  while (storedOfEvent.take(other.id) === 0) turns++;
  assert.equal(turns, 5999);
});

test('an organization’s key stands for a proof, and never comes from a page', async () => {
  await using server = await startTestHub({ admission: 'checked', environment });
  const event = await addEvent(server.hub, 'one');
  const { keys } = server.hub.review;
  const { id, key } = await keys.add('organization', 'Lakefront Neighbors');
  const moderator = await keys.add('moderator', 'Mo');
  const send = (bearer: string, headers = {}): Promise<JsonAnswer> =>
    rsvp(server, event, 'a@example.org', { authorization: `Bearer ${bearer}`, ...headers });
  assert.equal(told(await send(key, { origin: 'https://partner.example' })), '403 key_in_browser');
  assert.equal(told(await send(moderator.key)), '401 unauthorized');
  assert.equal((await send(key)).status, 201);
  await keys.revoke(id);
  assert.equal(told(await send(key)), '401 unauthorized');
});

test('a page of any origin may send a proof', async () => {
  await using server = await startTestHub();
  const event = await addEvent(server.hub, 'one');
  const answer = await fetch(`${server.url}/v1/events/${event.id}/attendances`, { method: 'OPTIONS' });
  assert.match(answer.headers.get('access-control-allow-headers') ?? '', /huddlekit-proof/);
});

test('one network’s proofs end in 429, by its true address', async () => {
  for (const proxies of ['0', '1']) {
    await using server = await startTestHub({
      admission: 'checked',
      environment: { ...environment, HUDDLEKIT_SENDS_PER_NETWORK: '5', HUDDLEKIT_TRUSTED_PROXIES: proxies },
    });
    const event = await addEvent(server.hub, 'one');
    const statuses: number[] = [];
    for (let index = 0; index < 8; index++) {
      // What stands first is what the sender made up; the trusted proxy adds what it saw.
      const from = { 'x-forwarded-for': `203.0.113.9, 198.51.100.${String(index)}` };
      const query = { action: 'createAttendances', event: event.id } as const;
      const proof = await solved(await challengeOf(server.url, query, from));
      const { status, headers } = await rsvp(server, event, `a${String(index)}@example.org`, {
        ...from,
        [proofHeader]: proof,
      });
      statuses.push(status);
      if (status === 429) assert.ok(Number(headers.get('retry-after')) >= 1);
    }
    const passed = statuses.filter((status) => status === 201).length;
    assert.equal(passed, proxies === '0' ? 5 : 8, statuses.join());
  }
});

test('the work grows where a network asks much, and no further than people wait', async () => {
  await using server = await startTestHub({
    admission: 'checked',
    environment: { HUDDLEKIT_PROOF_WORK: '1' },
  });
  const work = async (): Promise<number> => {
    const header = await solved(await challengeOf(server.url, { action: 'createEvent' }));
    const { solution } = JSON.parse(Buffer.from(header, 'base64').toString()) as {
      solution: { counter: number };
    };
    return solution.counter;
  };
  const counters: number[] = [];
  for (let index = 0; index < 600; index++) counters.push(await work());
  assert.ok(Math.max(...counters.slice(0, 119)) <= 1, 'calm');
  assert.ok(Math.max(...counters.slice(480)) > 1, 'pressed');
  assert.ok(Math.max(...counters) <= 8);
});

test('a mailbox gets three mails a day that nobody asked for, whatever the forms', async () => {
  for (const confirmation of ['none', 'mailed-link']) {
    let clock = Date.now();
    await using server = await startTestHub({
      now: () => clock,
      campaign: { slug: 'test', title: 'Test', summary: '', organizer: { name: 'Test' }, confirmation },
    });
    const victim = 'victim@example.org';
    const answers = new Set<number>();
    for (let index = 0; index < 8; index++) {
      const event = await addEvent(server.hub, `event-${String(index)}`);
      answers.add((await rsvp(server, event, victim)).status);
      answers.add((await rsvp(server, event, victim.toUpperCase())).status);
    }
    assert.deepEqual([...answers], [201]);
    assert.equal((await server.hub.outbox.lease(100, 1)).length, 3);
    clock += 86_400_001;
    await rsvp(server, await addEvent(server.hub, 'tomorrow'), victim);
    assert.equal((await server.hub.outbox.lease(100, 1)).length, 4);
  }
});

const mailedLink = { ...emptyCampaign, confirmation: 'mailed-link' };

test('who answers each mail gets one for each RSVP, and who doesn’t three after the last answer', async () => {
  await using server = await startTestHub({ campaign: mailedLink });
  const { hub } = server;
  const mailsAfter = async (name: string, isAnswered: boolean): Promise<number> => {
    const { body } = await rsvp(server, await addEvent(hub, name), 'keen@example.org');
    const mails = await hub.outbox.lease(10, 60_000);
    const [{ id }] = body['attendances'] as [{ id: string }];
    if (isAnswered) assert.equal(await hub.attendances.confirm(id), 'confirmed');
    await hub.outbox.lease(10, 60_000);
    return mails.length;
  };
  for (const name of ['a', 'b', 'c', 'd', 'e']) {
    assert.equal(await mailsAfter(name, true), 1, name);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  const unanswered: number[] = [];
  for (const name of ['f', 'g', 'h', 'i']) unanswered.push(await mailsAfter(name, false));
  assert.deepEqual(unanswered, [1, 1, 1, 0]);
});

test('an owner who couldn’t be reminded is reminded as soon as a mail may go', async () => {
  let clock = Date.now();
  await using server = await startTestHub({ now: () => clock, campaign: mailedLink });
  const { hub } = server;
  const first = await addEvent(hub, 'first');
  const mails = async (event: Event): Promise<number> => {
    await rsvp(server, event, 'ada@example.org');
    return (await hub.outbox.lease(10, 60_000_000)).length;
  };
  assert.equal(await mails(first), 1);
  clock += 43_200_000;
  assert.equal(await mails(await addEvent(hub, 'second')), 1);
  assert.equal(await mails(await addEvent(hub, 'third')), 1);
  await hub.outbox.complete(
    (await hub.storage.read.selectFrom('outbox').select('id').execute()).map(({ id }) => id),
  );
  assert.equal(await mails(first), 0, 'three are enough');
  // The first mail is a day old, the party still there.
  await hub.storage.write((transaction) =>
    transaction
      .updateTable('attendances')
      .set({ expiresAt: clock + 86_400_000 })
      .execute(),
  );
  clock += 43_200_001;
  assert.equal(await mails(first), 1);
});
