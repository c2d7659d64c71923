import { proofHeader, type Event } from '@huddlekit/contract';
import { challengeOf, headerOf, solved } from '../../admission/solved.test-helper.ts';
import { addEvent, newKey, post, rsvpTo, startTestHub } from '../../server/test-hub.test-helper.ts';
import type { HubOptions } from '../../hub.ts';

export interface FloodOptions {
  readonly bots: number;
  readonly networks: number;
  readonly honest: number;
  readonly admission: NonNullable<HubOptions['admission']>;
}

/** What came of a flood. */
export interface Flood {
  /** RSVPs of bots that the hub stored. */
  readonly taken: number;
  /** Seats that no honest person took. */
  readonly seatsHeld: number;
  /** Parts of the honest who are in, from 0 to 1. */
  readonly honestPassed: number;
  /** How often each answer was given to a bot, by status and code. */
  readonly answers: ReadonlyMap<string, number>;
}

/** Requests under way at a time. */
const atOnce = 40;
const lifetime = 31 * 60_000;

/**
 * Bots with no proof, with proofs that others used, whose challenge is for another event, or has expired, against an
 * event that people want to come to, each from a network of their own behind a trusted proxy.
 */
export async function flood({ bots, networks, honest, admission }: FloodOptions): Promise<Flood> {
  let clock = Date.now() - lifetime;
  await using server = await startTestHub({
    admission,
    now: () => clock,
    environment: { HUDDLEKIT_TRUSTED_PROXIES: '1', HUDDLEKIT_PROOF_WORK: '500' },
  });
  const { hub, url } = server;
  const event = await addEvent(hub, 'wanted');
  const other = await addEvent(hub, 'other');
  const proofFor = async ({ id }: Event, headers = {}): Promise<string> =>
    solved(await challengeOf(url, { action: 'createAttendances', event: id }, headers));
  const send = async (email: string, headers: Readonly<Record<string, string>>): Promise<string> => {
    const { status, body } = await post(`${url}/v1/events/${event.id}/attendances`, rsvpTo(event, email), {
      'idempotency-key': newKey(),
      ...headers,
    });
    return [status, body.code].filter(Boolean).join(' ');
  };

  const expired = await proofFor(event);
  clock += lifetime;
  const used = await proofFor(event);
  await send('first@example.org', { [proofHeader]: used });
  const challenge = await challengeOf(url, { action: 'createAttendances', event: other.id });
  const { solution } = JSON.parse(Buffer.from(await solved(challenge), 'base64').toString()) as object & {
    solution: unknown;
  };
  const { parameters } = challenge;
  const spliced = headerOf({
    challenge: { ...challenge, parameters: { ...parameters, data: { ...parameters.data, event: event.id } } },
    solution,
  });
  const kinds: readonly Record<string, string>[] = [
    {},
    ...[used, spliced, expired].map((proof) => ({ [proofHeader]: proof })),
  ];

  const answers = new Map<string, number>();
  let passed = 0;
  const bot = async (index: number): Promise<void> => {
    const network = Math.floor(index / kinds.length) % networks;
    const from = { 'x-forwarded-for': `10.1.${String(network >> 8)}.${String(network & 255)}` };
    const answer = await send(`bot-${String(index)}@example.org`, {
      ...from,
      ...kinds[index % kinds.length],
    });
    answers.set(answer, (answers.get(answer) ?? 0) + 1);
  };
  const person = async (index: number): Promise<void> => {
    const from = { 'x-forwarded-for': `10.9.${String(index >> 8)}.${String(index & 255)}` };
    const proof = await proofFor(event, from);
    const answer = await send(`person-${String(index)}@example.org`, { ...from, [proofHeader]: proof });
    if (answer === '201') passed++;
  };
  const every = Math.max(1, Math.floor(bots / honest));
  const crowd = Array.from({ length: bots }, (_, index) => index).flatMap((index) => [
    () => bot(index),
    ...(index % every === 0 && index / every < honest ? [() => person(index / every)] : []),
  ]);
  await inTurns(crowd);

  const rows = await hub.storage.read.selectFrom('attendances').select('id').execute();
  const slots = await hub.storage.read.selectFrom('timeslots').select('taken').execute();
  const own = passed + 1;
  return {
    taken: rows.length - own,
    seatsHeld: slots.reduce((sum, { taken }) => sum + taken, 0) - own,
    honestPassed: passed / honest,
    answers,
  };
}

async function inTurns(work: readonly (() => Promise<void>)[]): Promise<void> {
  const waiting = work[Symbol.iterator]();
  const run = async (): Promise<void> => {
    for (const next of waiting) await next();
  };
  await Promise.all(Array.from({ length: atOnce }, run));
}
