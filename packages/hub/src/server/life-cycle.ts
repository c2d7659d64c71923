import type { FastifyInstance } from 'fastify';

/** How long requests under way may take when the hub stops. */
const grace = 10_000;

/** Whether the hub takes work; a load balancer asks at /readyz. */
export interface LifeCycle {
  readonly isStopping: boolean;
  /** Takes no new work, finishes what is under way, and then runs `finish`. Later calls get the same promise. */
  stop(): Promise<void>;
}

/** The end of a server's life, in order. */
export function createLifeCycle(app: FastifyInstance, finish: () => Promise<void>): LifeCycle {
  let stopped: Promise<void> | undefined;
  const stop = async (): Promise<void> => {
    const deadline = setTimeout(() => {
      app.server.closeAllConnections();
    }, grace);
    await app.close();
    clearTimeout(deadline);
    await finish();
  };
  return {
    get isStopping() {
      return stopped !== undefined;
    },
    stop: () => (stopped ??= stop()),
  };
}
