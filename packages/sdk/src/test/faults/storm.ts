import type { AttendanceInput, EventInput } from '@huddlekit/contract';
import { createClient } from '../../create-client.ts';
import { isHuddleError } from '../../errors/guards.ts';
import { createHostClient } from '../../host.ts';
import { newIdempotencyKey } from '../../idempotency-key.ts';
import type { CallOptions, HubOptions, WriteOptions } from '../../connection.ts';
import type { Hall } from './hall.ts';

/** How a call of the SDK ended. `subject` is what the proxy knew its requests by. */
export type Told<Data> =
  | { readonly subject: string; readonly data: Data; readonly error?: never }
  | { readonly subject: string; readonly error: unknown; readonly data?: never };

/** Somebody who wants one thing once, and what the SDK said of it, call by call. */
export interface Caller<Wish, Data> {
  readonly name: string;
  readonly wish: Wish;
  readonly told: readonly Told<Data>[];
}

export type Guest = Caller<AttendanceInput, Awaited<ReturnType<Create>>>;
export type Host = Caller<EventInput, { readonly id: string }>;
export type Reader = Caller<string, readonly string[]>;

type Create = ReturnType<typeof createClient>['attendances']['create'];

/** What everybody was told. */
export interface Storm {
  readonly guests: readonly Guest[];
  readonly hosts: readonly Host[];
  readonly readers: readonly Reader[];
}

export interface StormOptions extends HubOptions {
  readonly hall: Hall;
  readonly guests: number;
  readonly hosts: number;
  readonly readers: number;
  /** Calls under way at a time. */
  readonly atOnce: number;
  /** False makes each try a request of its own, as a program does that knows nothing of keys. */
  readonly hasKeys: boolean;
}

/**
 * Sends everybody's wish by the SDK. Every tenth taps twice; every other comes back by the same key when the call
 * ended in an error that may pass.
 */
export async function storm({
  hall,
  guests,
  hosts,
  readers,
  atOnce,
  hasKeys,
  ...options
}: StormOptions): Promise<Storm> {
  const connection = { ...options, ...(!hasKeys && { fetch: forgetful }) };
  const client = createClient(connection);
  const hostClient = createHostClient(connection);
  const commitments = hall.event.commitments.map(({ id, version }) => ({ id, version }));
  const wishes: (() => Promise<void>)[] = [];

  function crowd<Wish, Data>(
    kind: string,
    count: number,
    wishOf: (name: string, index: number) => Wish,
    send: (wish: Wish, call: WriteOptions) => Promise<Data>,
  ): Caller<Wish, Data>[] {
    return Array.from({ length: count }, (_, index) => {
      const name = `${kind}-${String(index)}`;
      const told: Told<Data>[] = [];
      const wish = wishOf(name, index);
      wishes.push(() => press(name, index, told, (call) => send(wish, call)));
      return { name, wish, told };
    });
  }

  const people = {
    guests: crowd(
      'guest',
      guests,
      (name, index): AttendanceInput => ({
        timeslotIds: [hall.timeslotId],
        person: { givenName: 'Ada', email: `${name}@example.org` },
        guests: index % 4 === 0 ? (index / 4) % 4 : 0,
        commitments,
        // Tells the row of a person whose call ended without an answer.
        referrer: { utmCampaign: name },
      }),
      (wish, call) => client.attendances.create(hall.event.id, wish, call),
    ),
    hosts: crowd(
      'host',
      hosts,
      (name): EventInput => ({
        kind: 'huddle',
        title: `Huddle of ${name}`,
        timezone: 'America/Chicago',
        timeslots: [{ startDate: new Date(Date.now() + 86_400_000).toISOString() }],
        location: { kind: 'home', addressLines: ['2417 Quillfeather Avenue'], postalCode: '60647' },
        host: { givenName: 'Rosa', email: `${name}@example.org` },
        commitments,
      }),
      (wish, call) => hostClient.events.create(wish, call),
    ),
    readers: crowd(
      'reader',
      readers,
      () => '',
      async (_, call: CallOptions) => {
        const { data } = await client.events.page({ limit: 20 }, call);
        return data.map(({ id }) => id);
      },
    ),
  };
  await inTurns(mixed(wishes), atOnce);
  return people;
}

async function press<Data>(
  name: string,
  index: number,
  told: Told<Data>[],
  send: (call: WriteOptions) => Promise<Data>,
): Promise<void> {
  const idempotencyKey = newIdempotencyKey();
  let calls = 0;
  const call = async (): Promise<Told<Data>> => {
    const subject = `${name}/${String(++calls)}`;
    const headers = { 'fault-subject': subject };
    const result = await send({ idempotencyKey, headers }).then(
      (data) => ({ subject, data }),
      (error: unknown) => ({ subject, error }),
    );
    told.push(result);
    return result;
  };
  const [first] = await Promise.all(index % 10 === 0 ? [call(), call()] : [call()]);
  if (index % 2 === 1 && isHuddleError(first.error) && first.error.retryable) await call();
}

const forgetful: typeof fetch = (input, init) => {
  const request = new Request(input, init);
  if (request.headers.has('idempotency-key')) request.headers.set('idempotency-key', newIdempotencyKey());
  return fetch(request);
};

/** All kinds of wishes side by side, in an order that is always the same. */
function mixed<Item>(items: readonly Item[]): Item[] {
  const stride = 7;
  return Array.from({ length: stride }, (_, start) =>
    items.filter((_item, index) => index % stride === start),
  ).flat();
}

async function inTurns(works: readonly (() => Promise<void>)[], atOnce: number): Promise<void> {
  const queue = works.values();
  const workers = Array.from({ length: atOnce }, async () => {
    for (const work of queue) await work();
  });
  await Promise.all(workers);
}
