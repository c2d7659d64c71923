import type { FastifyInstance } from 'fastify';
import { publishTrainings } from '../campaign/trainings.ts';
import type { Hub } from '../hub.ts';
import { startDelivery } from '../mail/delivery.ts';
import { registerPages } from '../pages/pages.ts';
import { createApp } from './app.ts';
import { watchCampaign } from './campaign-watch.ts';
import { createLifeCycle, type LifeCycle } from './life-cycle.ts';
import type { Log } from './log.ts';

/** Starts everything a running hub does; `hub` is closed with it. */
export async function startHub(hub: Hub, log: Log): Promise<LifeCycle> {
  await publishTrainings(hub);
  const app: FastifyInstance = await createApp({
    hub,
    log,
    isStopping: () => life.isStopping,
    pages: registerPages,
  });
  const { port, host } = hub.settings;
  await app.listen({ port, host });
  const watch = watchCampaign(hub, log);
  const delivery = startDelivery(hub);
  const life = createLifeCycle(app, async () => {
    watch.stop();
    await delivery.stop();
    await hub.close();
    log.write({ level: 'info', event: 'stop' });
  });
  log.write({ level: 'info', event: 'start' });
  return life;
}
