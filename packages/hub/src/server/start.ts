import type { FastifyInstance } from 'fastify';
import { publishTrainings } from '../campaign/trainings.ts';
import type { Hub } from '../hub.ts';
import { startDelivery } from '../mail/delivery.ts';
import { startReminders } from '../mail/reminders.ts';
import { registerPages } from '../pages/pages.ts';
import { createApp } from './app.ts';
import { watchCampaign } from './campaign-watch.ts';
import { stopGracefully } from './life-cycle.ts';
import type { Log } from './log.ts';
import { startUpkeep } from './upkeep.ts';

export interface RunningHub {
  /** Finishes what is under way and closes the hub. Later calls get the same promise. */
  stop(): Promise<void>;
}

/** Starts everything a running hub does. @throws Error that says the repair, with the hub closed again. */
export async function startHub(hub: Hub, log: Log): Promise<RunningHub> {
  await publishTrainings(hub);
  let stopped: Promise<void> | undefined;
  const app = await createApp({ hub, log, isStopping: () => stopped !== undefined, pages: registerPages });
  await listen(app, hub);
  const watch = watchCampaign(hub, log);
  const delivery = startDelivery(hub, (error, mail, isGivenUp) => {
    log.failure(error, { event: 'delivery', ...(mail && { mail, isGivenUp }) });
  });
  const reminders = startReminders(hub, (error) => {
    log.failure(error);
  });
  const upkeep = startUpkeep(hub, log);
  log.write({ level: 'info', event: 'start' });

  const finish = async (): Promise<void> => {
    watch.stop();
    upkeep.stop();
    await reminders.stop();
    await delivery.stop();
    await hub.close();
    log.write({ level: 'info', event: 'stop' });
  };
  return { stop: () => (stopped ??= stopGracefully(app, finish)) };
}

async function listen(app: FastifyInstance, hub: Hub): Promise<void> {
  const { port, host } = hub.settings;
  try {
    await app.listen({ port, host });
  } catch (error) {
    await app.close();
    await hub.close();
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new Error(`Port ${String(port)} is in use: stop what runs there, or name another by PORT`, {
      cause: error,
    });
  }
}
