import type { Training } from '@huddlekit/contract';

const minute = 60_000;
const day = 86_400_000;

/** How a training stands at an instant. */
export type CountdownState =
  | { readonly name: 'upcoming' | 'starting'; readonly training: Training; readonly left: number }
  | { readonly name: 'live'; readonly training: Training; readonly minutesAgo: number }
  | { readonly name: 'ended' | 'recording'; readonly training: Training }
  | { readonly name: 'none' };

/** Minutes before the start at which the doors open, unless the training says otherwise. */
const doors = 15 * minute;
const openEnd = 2 * 3_600_000;

/**
 * The training that matters at an instant (milliseconds since 1970, by the hub's clock): the one that is live, else
 * the next one, else the last with its recording. A training that ended within the last day comes before one that is
 * more than a day ahead, so that people find its recording.
 */
export function countdownState(trainings: readonly Training[], now: number): CountdownState {
  const planned = trainings
    .filter(({ status }) => status !== 'cancelled')
    .flatMap((training) => {
      const [slot] = training.timeslots;
      if (!slot) return [];
      const start = Date.parse(slot.startDate);
      return [{ training, start, end: slot.endDate ? Date.parse(slot.endDate) : start + openEnd }];
    })
    .sort((a, b) => a.start - b.start);
  const next = planned.find(({ end }) => end > now);
  const last = planned.findLast(({ end }) => end <= now);
  if (next && (next.start - now <= day || !last || now - last.end > day)) {
    const { training, start } = next;
    if (start <= now) return { name: 'live', training, minutesAgo: Math.floor((now - start) / minute) };
    const opens = training.join ? Date.parse(training.join.opensAt) : start - doors;
    return {
      name: now >= Math.min(opens, start - minute) ? 'starting' : 'upcoming',
      training,
      left: start - now,
    };
  }
  if (!last) return { name: 'none' };
  return { name: last.training.recording ? 'recording' : 'ended', training: last.training };
}

/** A span as the figures of a clock. Seconds belong to the last day. */
export interface Figures {
  readonly days: number;
  readonly hours: number;
  readonly minutes: number;
  readonly seconds: number;
}

/** Splits a span of milliseconds, rounded up to the next full second. */
export function figuresOf(span: number): Figures {
  const total = Math.max(0, Math.ceil(span / 1000));
  return {
    days: Math.floor(total / 86_400),
    hours: Math.floor((total % 86_400) / 3600),
    minutes: Math.floor((total % 3600) / 60),
    seconds: total % 60,
  };
}
