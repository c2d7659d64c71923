import type { CallOptions } from '../connection.ts';
import type { Trainings } from './trainings.ts';

/** What a hub's clock showed. */
export interface ServerTime {
  /** Milliseconds since 1970, as of the moment the call resolves. */
  readonly now: number;
  /** Milliseconds by which `now` may be off either way: the hub tells whole seconds, and the way takes its time. */
  readonly uncertainty: number;
}

export interface Time {
  /**
   * The hub's clock, for a countdown that is right on a device whose own clock isn't.
   * @example
   * const { now } = await client.time.get();
   * console.log(new Date(now).toISOString());
   */
  get(options?: CallOptions): Promise<ServerTime>;
}

/** The list of trainings comes with the hub's clock and is kept by no cache. */
export function createTime(trainings: Trainings): Time {
  return {
    async get(options) {
      const sent = performance.now();
      const { now } = await trainings.list(options);
      const way = (performance.now() - sent) / 2;
      return { now: Date.parse(now) + way, uncertainty: way + 1_000 };
    },
  };
}
