import assert from 'node:assert/strict';
import { afterEach, suite, test } from 'node:test';
import fc from 'fast-check';
import { createClient } from '../create-client.ts';
import { ConflictError } from '../errors/conflict-error.ts';
import { OfflineError } from '../errors/offline-error.ts';
import { createClient as createLean } from '../lean.ts';
import { eventId, receipt, rsvp } from '../test/samples.ts';
import { send, startServer, type Responder } from '../test/server.ts';
import type { OutboxStorage } from './kept-rsvps.ts';
import { createOutbox as create, type Outbox, type OutboxOptions } from './outbox.ts';
import { outboxLife } from './queued-rsvp.ts';

/** A browser's storage in memory; `text` is all that stands in it. */
function memoryStorage(): OutboxStorage & { readonly text: string } {
  const items = new Map<string, string>();
  return {
    get length() {
      return items.size;
    },
    get text() {
      return JSON.stringify([...items]);
    },
    key: (index) => [...items.keys()][index] ?? null,
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
  };
}

const noStorage = (): never => {
  throw new Error('Nobody chose to keep anything');
};

/** A hub that knows keys: what comes twice under one is one. */
function line() {
  const effects = new Map<string, number>();
  let sent = 0;
  const state = { isUp: true, losesAnswers: false };
  const take: OutboxOptions['client']['attendances']['create'] = async (_, __, options) => {
    await Promise.resolve();
    const offline = new OfflineError('No line', { code: 'offline', retryable: true });
    if (!state.isUp) throw offline;
    sent++;
    const key = options?.idempotencyKey ?? '';
    effects.set(key, (effects.get(key) ?? 0) + 1);
    if (state.losesAnswers) throw offline;
    return receipt;
  };
  const unused = async (): Promise<never> => Promise.reject(new Error('Not asked for'));
  const client = {
    hub: 'https://hub.example.org',
    attendances: { create: take, get: unused, change: unused, cancel: unused },
  };
  return { state, client, effects, sent: () => sent };
}

/** Lets claims be given back, which the platform does a turn later. */
const turn = async (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

const opened: Outbox[] = [];
function createOutbox(options: OutboxOptions): Outbox {
  const outbox = create(options);
  opened.push(outbox);
  return outbox;
}
afterEach(() => {
  for (const outbox of opened.splice(0)) outbox.close();
});

const statesOf = (outbox: Outbox): string[] => outbox.list().map(({ state }) => state);

const created: Responder = (response) => send(response, receipt, 201);

void suite('an outbox', () => {
  for (const [name, client] of [
    ['the client', createClient],
    ['the lean client', createLean],
  ] as const) {
    void test(`sends what failed over ${name} under the key it failed with`, async () => {
      await using server = await startServer(created);
      let isUp = false;
      const over = client({
        hub: server.url,
        fetch: async (input, init) => {
          if (!isUp) throw new TypeError('Failed to fetch');
          return fetch(input, init);
        },
      });
      const outbox = createOutbox({ client: over, storage: noStorage });
      outbox.add(eventId, rsvp, { idempotencyKey: 'k1' });
      await outbox.flush();
      assert.deepEqual(statesOf(outbox), ['waiting']);
      isUp = true;
      await outbox.flush();
      await outbox.flush();
      assert.deepEqual(
        server.received.map(({ headers }) => headers['idempotency-key']),
        ['k1'],
      );
      const [sent] = outbox.list();
      assert.ok(sent?.state === 'sent');
      assert.deepEqual(sent.receipt, receipt);
    });
  }

  void test('touches no storage before the person chooses it', async () => {
    let asked = 0;
    const storage = memoryStorage();
    const { client, state } = line();
    state.isUp = false;
    const outbox = createOutbox({
      client,
      storage: () => {
        asked++;
        return storage;
      },
    });
    const { idempotencyKey } = outbox.add(eventId, rsvp);
    await outbox.flush();
    assert.equal(storage.text, '[]');
    assert.equal(await outbox.keep(idempotencyKey, true), true);
    assert.match(storage.text, /maribel@example\.org/);
    assert.equal(await outbox.keep(idempotencyKey, false), false);
    assert.equal(storage.text, '[]');
    assert.ok(asked > 0);
  });

  void test('leaves nothing of a person once it is sent, refused, discarded or a day old', async () => {
    for (const ending of ['sent', 'refused', 'discarded', 'expired'] as const) {
      const storage = memoryStorage();
      const { client, state } = line();
      let at = 0;
      state.isUp = false;
      const refusing = {
        ...client,
        attendances: {
          ...client.attendances,
          create: async () => Promise.reject(new ConflictError('Over', { code: 'event_over' })),
        },
      };
      const outbox = createOutbox({
        client: ending === 'refused' ? refusing : client,
        storage: () => storage,
        now: () => at,
      });
      const { idempotencyKey } = outbox.add(eventId, rsvp);
      await outbox.keep(idempotencyKey, true);
      assert.match(storage.text, /maribel/);
      if (ending === 'sent') state.isUp = true;
      if (ending === 'discarded') outbox.discard(idempotencyKey);
      if (ending === 'expired') at = outboxLife;
      await outbox.flush();
      assert.deepEqual(statesOf(outbox), [ending]);
      assert.equal(storage.text, '[]');
      assert.doesNotMatch(JSON.stringify(outbox.list()), /maribel/i);
    }
  });

  void test('forgets what a day-old page kept, unsent', async () => {
    const storage = memoryStorage();
    const { client, state, sent } = line();
    state.isUp = false;
    const first = createOutbox({ client, storage: () => storage, now: () => 0 });
    await first.keep(first.add(eventId, rsvp).idempotencyKey, true);
    first.close();
    await turn();
    state.isUp = true;
    const second = createOutbox({ client, storage: () => storage, now: () => outboxLife });
    await second.flush();
    assert.equal(storage.text, '[]');
    assert.equal(sent(), 0);
  });

  void test('one tab sends what two could, and another takes over once it is gone', async () => {
    const storage = memoryStorage();
    const { client, state, sent } = line();
    state.isUp = false;
    const first = createOutbox({ client, storage: () => storage });
    await first.keep(first.add(eventId, rsvp).idempotencyKey, true);
    const second = createOutbox({ client, storage: () => storage });
    await second.flush();
    assert.deepEqual(statesOf(second), []);
    first.close();
    await turn();
    state.isUp = true;
    await second.flush();
    assert.deepEqual(statesOf(second), ['sent']);
    assert.equal(sent(), 1);
  });

  void test('without claims two tabs send it, and its key alone keeps it one', async ({ mock }) => {
    mock.getter(navigator, 'locks', () => undefined);
    const storage = memoryStorage();
    const { client, state, sent, effects } = line();
    state.isUp = false;
    const first = createOutbox({ client, storage: () => storage });
    await first.keep(first.add(eventId, rsvp).idempotencyKey, true);
    const second = createOutbox({ client, storage: () => storage });
    await second.flush();
    state.isUp = true;
    await Promise.all([first.flush(), second.flush()]);
    assert.equal(sent(), 2);
    assert.equal(effects.size, 1);
  });

  void test('whatever happens, an RSVP is made once, or is said not to be', async () => {
    const step = fc.constantFrom('cut', 'mend', 'lose', 'flush', 'close', 'open');
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const storage = memoryStorage();
        const { client, state, effects } = line();
        state.isUp = false;
        const open = (): Outbox => createOutbox({ client, storage: () => storage });
        let tab = open();
        const { idempotencyKey } = tab.add(eventId, rsvp);
        await tab.keep(idempotencyKey, true);
        const others: Outbox[] = [];
        for (const what of steps) {
          if (what === 'cut') state.isUp = false;
          if (what === 'mend') state.isUp = true;
          if (what === 'lose') state.losesAnswers = !state.losesAnswers;
          if (what === 'flush') await tab.flush();
          if (what === 'open') others.push(open());
          if (what === 'close') {
            tab.close();
            await turn();
            tab = open();
          }
        }
        state.isUp = true;
        state.losesAnswers = false;
        for (const outbox of [tab, ...others]) {
          await outbox.flush();
          await turn();
        }
        assert.deepEqual([...effects.keys()], [idempotencyKey]);
        assert.equal(storage.text, '[]');
      }),
      { numRuns: 60 },
    );
  });
});
