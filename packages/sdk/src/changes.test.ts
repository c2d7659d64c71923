import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { after, before, suite, test } from 'node:test';
import type { ManagedAttendance } from '@huddlekit/contract';
import { startFaultProxy } from '@huddlekit/tools/lib/fault-proxy.mjs';
import { startHub } from '@huddlekit/tools/lib/hub.mjs';
import type { Client } from './client.ts';
import { createClient } from './create-client.ts';
import { isConflictError, isHuddleError, isValidationError } from './errors/guards.ts';
import { createHostClient, type HostClient } from './host.ts';
import { hostedEvent } from './test/hosted-event.ts';

const places = new URL('../../hub/data/places.sqlite', import.meta.url);
const skip = existsSync(places) ? false : 'The hub’s data isn’t built: npm run build';

interface Own {
  readonly id: string;
  readonly token: string;
}

/** A conflict with its code, and the fields it names. */
function conflict(code: string, pointers: readonly string[] = []): (error: unknown) => boolean {
  return (error) => {
    assert.ok(isConflictError(error));
    assert.deepEqual([error.code, error.retryable], [code, false]);
    assert.deepEqual(
      error.fields.map(({ pointer }) => pointer),
      pointers,
    );
    return true;
  };
}

void suite('changes against a real hub', { skip }, () => {
  let hub: Awaited<ReturnType<typeof startHub>>;
  let client: Client;
  let host: HostClient;
  let hosted: Own;

  before(async () => {
    hub = await startHub();
    client = createClient({ hub: hub.url });
    host = createHostClient({ hub: hub.url });
    hosted = await hostedEvent(hub);
  });
  after(() => hub.stop());

  /** Signs a person up for the hosted event. */
  async function signUp(name: string, guests = 0): Promise<Own> {
    const event = await client.events.get(hosted.id);
    const { attendances, manageUrl } = await client.attendances.create(event.id, {
      timeslotIds: event.timeslots.slice(0, 1).map(({ id }) => id),
      person: { givenName: 'Maribel', email: `${name}@example.org` },
      guests,
      commitments: event.commitments.map(({ id, version }) => ({ id, version })),
    });
    return { id: attendances[0]?.id ?? '', token: manageUrl.split('/').at(-1) ?? '' };
  }

  const managed = ({ id, token }: Own): Promise<ManagedAttendance> => client.attendances.get(id, token);

  void test('an attendance changes from the version it was read at, and from no other', async () => {
    const own = await signUp('ada');
    const { version } = await managed(own);
    const changed = await client.attendances.change(own.id, own.token, {
      version,
      guests: 2,
      person: { familyName: 'Okafor', phone: null },
      accessNeeds: 'A chair with arms',
      language: 'es',
    });
    assert.equal(changed.version, version + 1);
    assert.deepEqual(await managed(own), changed);
    assert.deepEqual(
      [changed.guests, changed.person.familyName, changed.accessNeeds, changed.language],
      [2, 'Okafor', 'A chair with arms', 'es'],
    );
    await assert.rejects(
      client.attendances.change(own.id, own.token, { version, guests: 1 }),
      conflict('version_mismatch'),
    );
    assert.equal((await managed(own)).guests, 2);
  });

  void test('a party finds no seats that aren’t there, and the host makes some', async () => {
    const own = await signUp('bob');
    const { attendanceCounts, version } = await host.events.get(hosted.id, hosted.token);
    const seated = attendanceCounts.confirmed + attendanceCounts.guests;
    const full = await host.events.change(hosted.id, hosted.token, { version, capacity: seated });
    assert.equal(full.timeslots[0]?.isFull, true);
    const grow = async (): Promise<ManagedAttendance> =>
      client.attendances.change(own.id, own.token, { version: (await managed(own)).version, guests: 1 });
    await assert.rejects(grow(), conflict('timeslot_full', ['/guests']));
    const more = { version: full.version, capacity: seated + 1 };
    await host.events.change(hosted.id, hosted.token, more);
    assert.equal((await grow()).guests, 1);
    const { version: last } = await host.events.get(hosted.id, hosted.token);
    await host.events.change(hosted.id, hosted.token, { version: last, capacity: null });
  });

  void test('text of a public event waits for the review, and the host sees that it does', async () => {
    const { version, title } = await host.events.get(hosted.id, hosted.token);
    const changed = await host.events.change(hosted.id, hosted.token, {
      version,
      title: 'Songs and soup on the porch',
      languages: ['en', 'es'],
    });
    assert.deepEqual([changed.title, changed.pendingChange?.title], [title, 'Songs and soup on the porch']);
    const event = await client.events.get(hosted.id);
    assert.deepEqual([event.title, event.languages], [title, ['en', 'es']]);
  });

  void test('what doesn’t fit is told by its field', async () => {
    const { version } = await host.events.get(hosted.id, hosted.token);
    const change = { version, timeslots: [{ startDate: '2020-01-01T12:00:00Z' }] };
    await assert.rejects(host.events.change(hosted.id, hosted.token, change), (error: unknown) => {
      assert.ok(isValidationError(error));
      assert.deepEqual(
        error.fields.map(({ pointer, code }) => [pointer, code]),
        [['/timeslots/0/startDate', 'in_the_past']],
      );
      return true;
    });
    const own = await signUp('cleo');
    await assert.rejects(
      client.attendances.change(own.id, own.token, { version: 1, guests: 51 }),
      isValidationError,
    );
    await assert.rejects(
      client.attendances.change(own.id, hosted.token, { version: 1, guests: 1 }),
      (error: unknown) => isHuddleError(error) && error.code === 'unauthorized',
    );
  });

  void test('a change whose answer got lost holds once and surfaces as what it is', async () => {
    const proxy = await startFaultProxy(hub.url, ({ method, nth }) =>
      method === 'PATCH' && nth === 0 ? { kind: 'reset', after: true } : { kind: 'none' },
    );
    try {
      const own = await signUp('dana');
      const far = createClient({ hub: proxy.url });
      const changed = await far.attendances.change(own.id, own.token, { version: 1, guests: 3 });
      assert.deepEqual([changed.guests, changed.version], [3, 2]);
      assert.deepEqual(await managed(own), changed);
      const farHost = createHostClient({ hub: proxy.url });
      const { version } = await host.events.get(hosted.id, hosted.token);
      const event = await farHost.events.change(hosted.id, hosted.token, { version, guestsPerRsvp: 7 });
      assert.deepEqual([event.guestsPerRsvp, event.version], [7, version + 1]);
      const tries = proxy.passages.filter(({ method }) => method === 'PATCH');
      assert.deepEqual(
        tries.map(({ hasReachedServer }) => hasReachedServer),
        [true, true, true, true],
        'each was tried twice, and each try took effect or would have',
      );
    } finally {
      await proxy.close();
    }
  });

  void test('without a key the same try again would be taken for somebody else’s change', async () => {
    let tries = 0;
    const keyless = createClient({
      hub: hub.url,
      fetch: async (input, init) => {
        const request = new Request(input, init);
        request.headers.delete('idempotency-key');
        const answer = await fetch(request);
        tries += 1;
        if (tries === 1) throw new TypeError('fetch failed');
        return answer;
      },
    });
    const own = await signUp('eli');
    await assert.rejects(
      keyless.attendances.change(own.id, own.token, { version: 1, guests: 3 }),
      conflict('version_mismatch'),
    );
    assert.equal((await managed(own)).guests, 3, 'though it holds');
  });

  void test('a key of one’s own makes a change the same one after an error', async () => {
    const own = await signUp('finn');
    const options = { idempotencyKey: 'a-key-of-the-page-itself' };
    const change = { version: 1, guests: 1 };
    const first = await client.attendances.change(own.id, own.token, change, options);
    assert.deepEqual(await client.attendances.change(own.id, own.token, change, options), first);
    const error: unknown = await client.attendances
      .change(own.id, own.token, { ...change, guests: 2 }, options)
      .catch((thrown: unknown) => thrown);
    assert.ok(isHuddleError(error) && error.code === 'idempotency_mismatch');
  });
});
