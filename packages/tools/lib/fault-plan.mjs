import { createHash } from 'node:crypto';

/** @import { Asked, Fault } from './fault-proxy.mjs' */

/**
 * A plan that is the same for the same seed, whatever order requests come in: each request's fault follows from the
 * seed, its subject and its number alone.
 * @param {number | string} seed
 * @param {{ weight: number, fault: (chance: () => number) => Fault }[]} choices `chance` gives numbers from 0 up to 1
 * @returns {(asked: Asked) => Fault}
 */
export function seededPlan(seed, choices) {
  const whole = choices.reduce((sum, { weight }) => sum + weight, 0);
  return ({ subject, nth }) => {
    let draws = 0;
    const chance = () => number(`${seed} ${subject} ${nth} ${draws++}`);
    let left = chance() * whole;
    const chosen = choices.find(({ weight }) => (left -= weight) < 0);
    return chosen ? chosen.fault(chance) : { kind: 'none' };
  };
}

function number(text) {
  return createHash('sha256').update(text).digest().readUInt32BE() / 2 ** 32;
}

/**
 * Every fault there is, about half of all requests left alone.
 * @param {number} timeout milliseconds a client waits for an answer; what is slow is slower than that as often as not
 */
export function everyFault(timeout) {
  const slow = (chance) => timeout * (0.2 + 1.6 * chance());
  const half = (chance) => chance() < 0.5;
  /** @type {{ weight: number, fault: (chance: () => number) => Fault }[]} */
  const choices = [
    { weight: 34, fault: () => ({ kind: 'none' }) },
    { weight: 14, fault: (chance) => ({ kind: 'latency', milliseconds: 5 + 40 * chance() }) },
    { weight: 6, fault: (chance) => ({ kind: 'latency', milliseconds: slow(chance) }) },
    { weight: 12, fault: (chance) => ({ kind: 'reset', after: half(chance) }) },
    { weight: 10, fault: (chance) => ({ kind: 'cut', how: half(chance) ? 'reset' : 'close' }) },
    { weight: 8, fault: (chance) => ({ kind: 'drip', milliseconds: slow(chance) }) },
    { weight: 6, fault: (chance) => ({ kind: 'status', status: 500, after: half(chance) }) },
    { weight: 5, fault: (chance) => ({ kind: 'status', status: 503, retryAfter: 1, after: half(chance) }) },
    { weight: 3, fault: (chance) => ({ kind: 'status', status: 429, retryAfter: 1, after: half(chance) }) },
    { weight: 2, fault: (chance) => ({ kind: 'status', status: 429, retryAfter: 60, after: half(chance) }) },
  ];
  return choices;
}
