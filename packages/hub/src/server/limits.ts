import { isIPv4, isIPv6 } from 'node:net';
import { createTally, type Tally } from '../admission/tally.ts';
import type { Settings } from '../settings.ts';
import { ProblemError } from './problem-error.ts';
import { createRateLimit, type RateLimit } from './rate-limit.ts';

/** After this time, in milliseconds, nobody is counted any more. */
export const countingTime = 3_600_000;

/** What strangers may do, and how often. A whole house may share one network address. */
export interface Limits {
  readonly reportsOfNetwork: RateLimit;
  readonly reportsOfEvent: RateLimit;
  readonly signInsOfNetwork: RateLimit;
  readonly signInsOfMailbox: RateLimit;
  readonly challengesOfNetwork: RateLimit;
  /** RSVPs and new events that bring a proof of work. */
  readonly sendsOfNetwork: RateLimit;
  /** Of those, what was stored: whoever wears out proofs for nothing uses up no event's turns. */
  readonly storedOfEvent: RateLimit;
  /** RSVPs by the forms of the hub's own pages, which bring none. */
  readonly formsOfNetwork: RateLimit;
  /** Challenges that a network asked for in the last hour. */
  readonly asking: Tally;
  /** RSVPs that an event got in the last ten minutes. */
  readonly arrivals: Tally;
  readonly formsOfEvent: RateLimit;
}

export function createLimits(
  { sendsPerNetwork }: Pick<Settings, 'sendsPerNetwork'>,
  now: () => number,
): Limits {
  return {
    reportsOfNetwork: createRateLimit({ limit: 20, window: countingTime, now }),
    reportsOfEvent: createRateLimit({ limit: 60, window: countingTime, now }),
    signInsOfNetwork: createRateLimit({ limit: 20, window: countingTime, now }),
    signInsOfMailbox: createRateLimit({ limit: 5, window: countingTime / 4, now }),
    challengesOfNetwork: createRateLimit({ limit: 4 * sendsPerNetwork, window: countingTime, now }),
    sendsOfNetwork: createRateLimit({ limit: sendsPerNetwork, window: countingTime, now }),
    storedOfEvent: createRateLimit({ limit: 6000, window: countingTime / 6, now }),
    formsOfNetwork: createRateLimit({ limit: 60, window: countingTime, now }),
    asking: createTally(countingTime, now),
    arrivals: createTally(countingTime / 6, now),
    formsOfEvent: createRateLimit({ limit: 600, window: countingTime, now }),
  };
}

/** A limit and the key that a turn is taken under. */
type Turn = readonly [limit: RateLimit, key: string];

/** Takes a turn of each. Answers 0, or after how many seconds to ask again. */
export function takeTurns(...turns: Turn[]): number {
  for (const [limit, key] of turns) {
    const seconds = limit.take(key);
    if (seconds > 0) return seconds;
  }
  return 0;
}

/** As `takeTurns`. @throws ProblemError `rate_limited` */
export function checkTurns(...turns: Turn[]): void {
  checkWait(takeTurns(...turns));
}

/** @throws ProblemError `rate_limited` where there is a time to wait, in seconds */
export function checkWait(seconds: number): void {
  if (seconds > 0) throw new ProblemError('rate_limited', [], seconds);
}

/** What stands for one connection: an IPv4 address, or the /64 in which an IPv6 address may change as it likes. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address;
  if (isIPv4(mapped) || !isIPv6(mapped)) return mapped;
  const [head = '', tail] = (mapped.split('%', 1)[0] ?? '').split('::');
  const groups = head.split(':').filter(Boolean);
  const zeros = tail === undefined ? 0 : 8 - groups.length - tail.split(':').filter(Boolean).length;
  const all = [...groups, ...Array.from({ length: zeros }, () => '0')];
  return all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
