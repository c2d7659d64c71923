import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { after, before, describe, suite, test } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { startFaultProxy, type Fault, type Passage } from '@huddlekit/tools/lib/fault-proxy.mjs';
import { startHub } from '@huddlekit/tools/lib/hub.mjs';
import { createClient as createFull } from './create-client.ts';
import { isHuddleError, isNotFoundError, isOfflineError, isRateLimitedError } from './errors/guards.ts';
import { createClient as createLean } from './lean.ts';
import { openHall, type Hall } from './test/faults/hall.ts';
import { organizationKey } from './test/hosted-event.ts';
import { holdTrial } from './test/faults/trial.ts';
import { eventId, receipt, rsvp } from './test/samples.ts';
import { send, sendProblem, startServer, type Responder, type TestServer } from './test/server.ts';

const none: Fault = { kind: 'none' };
const lost: Fault = { kind: 'reset', after: true };
const refused: Fault = { kind: 'reset', after: false };
const reset: Fault = { kind: 'cut', how: 'reset' };
const closed: Fault = { kind: 'cut', how: 'close' };
const endless: Fault = { kind: 'drip', milliseconds: 60_000 };
const silent: Fault = { kind: 'latency', milliseconds: 60_000 };
const answered = (status: number, retryAfter?: number, after = false): Fault => ({
  kind: 'status',
  status,
  retryAfter,
  after,
});

interface Way extends AsyncDisposable {
  readonly url: string;
  readonly passages: readonly Passage[];
  readonly server: TestServer;
}

/** A server behind a proxy that does these things, one a request; the last one to all that follow. */
async function way(faults: readonly Fault[], respond: Responder = page): Promise<Way> {
  const server = await startServer(respond);
  let nth = 0;
  const proxy = await startFaultProxy(server.url, () => faults[Math.min(nth++, faults.length - 1)] ?? none);
  return {
    url: proxy.url,
    passages: proxy.passages,
    server,
    async [Symbol.asyncDispose]() {
      await proxy.close();
      await server[Symbol.asyncDispose]();
    },
  };
}

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const page: Responder = (response) => send(response, { data: [], next: null });
const created: Responder = (response) => send(response, receipt, 201);
const keysOf = ({ received }: TestServer): Set<unknown> =>
  new Set(received.map(({ headers }) => headers['idempotency-key']));

for (const [name, createClient] of [
  ['the client', createFull],
  ['the lean client', createLean],
] as const) {
  void describe(name, { concurrency: true }, () => {
    for (const [what, faults] of Object.entries({
      'that don’t arrive': [refused, refused, none],
      'whose answers are lost': [lost, lost, none],
      'whose answers break off': [reset, closed, none],
      'that a proxy answers': [answered(500), answered(503, 0, true), none],
      'whose answers drag on': [endless, none],
    })) {
      void test(`reads ${what} end in data`, async () => {
        await using there = await way(faults);
        const client = createClient({ hub: there.url, timeout: faults[0] === endless ? 1_000 : 10_000 });
        assert.deepEqual(await client.events.page(), { data: [], next: null });
        assert.equal(there.passages.length, faults.length);
      });

      void test(`writes ${what} end in the answer, under one key`, async () => {
        await using there = await way(faults, created);
        const client = createClient({ hub: there.url, timeout: faults[0] === endless ? 1_000 : 10_000 });
        assert.deepEqual(await client.attendances.create(eventId, rsvp), receipt);
        assert.equal(there.passages.length, faults.length);
        assert.equal(keysOf(there.server).size, 1);
      });
    }

    void test('an answer that drags on ends in time while memory is cleaned up', async () => {
      await using there = await way([endless, none]);
      const cleaning = setInterval(collectGarbage, 50);
      try {
        await createClient({ hub: there.url, timeout: 2_000 }).events.page();
      } finally {
        clearInterval(cleaning);
      }
      assert.equal(there.passages.length, 2);
    });

    void test('what breaks off time and again is an OfflineError', async () => {
      await using there = await way([closed]);
      await assert.rejects(createClient({ hub: there.url }).events.page(), (error) => {
        assert.ok(isOfflineError(error));
        assert.deepEqual([error.code, error.retryable], ['offline', true]);
        return true;
      });
      assert.equal(there.passages.length, 3);
    });

    void test('what can’t heal is tried once', async () => {
      for (const status of [400, 401, 403, 404, 405, 409, 410, 412, 413, 415, 422, 428]) {
        await using there = await way([none], (response) => sendProblem(response, status, 'refused'));
        const { events, attendances } = createClient({ hub: there.url });
        for (const call of [events.page(), attendances.create(eventId, rsvp)]) {
          await assert.rejects(call, (error) => isHuddleError(error) && !error.retryable);
        }
        assert.equal(there.passages.length, 2, String(status));
      }
    });

    void test('a refusal that breaks off is asked for again, not guessed at', async () => {
      await using there = await way([closed, none], (response) => sendProblem(response, 404, 'not_found'));
      await assert.rejects(createClient({ hub: there.url }).events.get(eventId), isNotFoundError);
      assert.equal(there.passages.length, 2);
    });

    for (const status of [429, 503]) {
      void test(`Retry-After of a ${String(status)} is waited for`, async () => {
        await using there = await way([answered(status, 1), none]);
        await createClient({ hub: there.url, timeout: 30_000 }).events.page();
        const [first, second] = there.passages;
        const wait = (second?.at ?? 0) - (first?.answeredAt ?? Infinity);
        // A timer may be a few milliseconds early.
        assert.ok(wait >= 980, `It came again after ${String(wait)} ms`);
      });
    }

    void test('the first try still under way is given the time the hub asks for', async () => {
      await using there = await way([none], (response, request, nth) => {
        const headers = { 'retry-after': '1' };
        if (nth === 0) sendProblem(response, 409, 'idempotency_in_flight', { headers });
        else created(response, request, nth);
      });
      await createClient({ hub: there.url }).attendances.create(eventId, rsvp);
      const [first, second] = there.passages;
      assert.ok((second?.at ?? 0) - (first?.answeredAt ?? Infinity) >= 980);
    });

    void test('one that stays under way isn’t taken for a refusal', async () => {
      await using there = await way([none], (response) =>
        sendProblem(response, 409, 'idempotency_in_flight', { headers: { 'retry-after': '0' } }),
      );
      await assert.rejects(createClient({ hub: there.url }).attendances.create(eventId, rsvp), (error) => {
        assert.ok(isHuddleError(error));
        assert.deepEqual([error.name, error.retryable], ['HuddleError', true]);
        return true;
      });
    });

    void test('a wait beyond the deadline isn’t begun', async () => {
      await using there = await way([answered(429, 5)]);
      const call = createClient({ hub: there.url, deadline: 4_000 }).events.page();
      await assert.rejects(call, (error) => isRateLimitedError(error) && error.retryAfter === 5);
      assert.equal(there.passages.length, 1);
    });
  });

  void describe(`the deadline of ${name}`, () => {
    for (const [what, fault] of Object.entries({
      'before an answer': silent,
      'in the middle of one': endless,
      'between two tries': answered(500),
    })) {
      void test(`ends a call ${what}`, async ({ mock }) => {
        // The longest that a wait can be, where waits are spread at random.
        mock.method(Math, 'random', () => 0.999);
        await using there = await way([fault], created);
        const { events, attendances } = createClient({ hub: there.url, timeout: 50_000, deadline: 150 });
        for (const call of [() => events.page(), () => attendances.create(eventId, rsvp)]) {
          await assert.rejects(call, (error) => isOfflineError(error) && error.code === 'timeout');
        }
        assert.ok(there.passages.length <= 2, 'no call had a second try');
      });
    }
  });
}

const places = new URL('../../hub/data/places.sqlite', import.meta.url);
const skip = existsSync(places) ? false : 'The hub’s data isn’t built: npm run build';

void suite('against a real hub', { skip, concurrency: true }, () => {
  const crowd = { seed: 1, guests: 60, hosts: 12, readers: 12, atOnce: 24 };

  void test('whatever breaks, nobody is told what isn’t so, and nothing is there twice', async () => {
    const { storm, passages, ledger, untruths } = await holdTrial({ ...crowd, hasKeys: true });
    assert.deepEqual(untruths, []);
    const told = storm.guests.flatMap((guest) => guest.told);
    const statuses = told.flatMap(({ data }) => data?.attendances.map(({ status }) => status) ?? []);
    assert.deepEqual([...new Set(statuses)].sort(), ['confirmed', 'waitlisted']);
    assert.ok(
      told.some(({ error }) => error !== undefined),
      'some got an error',
    );
    assert.ok(passages.length > 100 && ledger.guests.length > 50);
    assert.deepEqual([...new Set(passages.map(({ fault }) => fault.kind))].sort(), [
      'cut',
      'drip',
      'latency',
      'none',
      'reset',
      'status',
    ]);
  });

  void test('without one key for all tries, people are there twice or told what isn’t so', async () => {
    const { untruths } = await holdTrial({ ...crowd, hasKeys: false });
    const rules = Map.groupBy(untruths, ({ rule }) => rule);
    // A second RSVP of an e-mail is stored as one that holds nothing; a second huddle is a second huddle.
    assert.ok(rules.get('once')?.some(({ who }) => who.startsWith('host-')));
    assert.ok(rules.get('once')?.some(({ who }) => who.startsWith('guest-')));
  });

  void suite('changes whose answers are lost', () => {
    let hub: Awaited<ReturnType<typeof startHub>>;
    let hall: Hall;

    before(async () => {
      hub = await startHub();
      hall = await openHall(hub, 5);
    });
    after(() => hub.stop());

    void test('are made once and answered as they were made', async () => {
      const proxy = await startFaultProxy(hub.url, ({ nth }) => (nth === 0 ? lost : none));
      const headers = { authorization: `Bearer ${await organizationKey(hub)}` };
      const { attendances } = createFull({ hub: proxy.url, headers });
      const { event, timeslotId } = hall;
      const made = await attendances.create(event.id, {
        timeslotIds: [timeslotId],
        person: { givenName: 'Maribel', email: 'maribel@example.org' },
        commitments: event.commitments.map(({ id, version }) => ({ id, version })),
      });
      const id = made.attendances[0]?.id ?? '';
      const token = made.manageUrl.split('/').at(-1) ?? '';
      const { version } = await attendances.get(id, token);
      const changed = await attendances.change(id, token, { version, guests: 2 });
      assert.deepEqual([changed.guests, changed.version], [2, version + 1]);
      await attendances.cancel(id, token);
      assert.equal((await attendances.get(id, token)).status, 'cancelled');
      const methods = proxy.passages.map(({ method, nth }) => `${method} ${String(nth)}`);
      assert.deepEqual(methods, [
        'POST 0',
        'POST 1',
        'GET 0',
        'GET 1',
        'PATCH 0',
        'PATCH 1',
        'DELETE 0',
        'DELETE 1',
        'GET 2',
      ]);
      await proxy.close();
    });
  });
});
