import { statSync } from 'node:fs';
import { campaignPath } from '../campaign/campaign.ts';
import { publishTrainings } from '../campaign/trainings.ts';
import type { Hub } from '../hub.ts';
import type { Log } from './log.ts';

/** How soon a changed campaign file is noticed, in milliseconds. */
const defaultInterval = 2000;

/** Takes up the campaign file whenever another process has written it. A file that doesn't fit changes nothing. */
export function watchCampaign(hub: Hub, log: Log, interval = defaultInterval): { stop(): void } {
  const file = campaignPath(hub.settings.dataFolder);
  let seen = changeTime(file);
  const timer = setInterval(() => {
    const current = changeTime(file);
    if (current === seen) return;
    seen = current;
    takeUp(hub).catch((error: unknown) => {
      log.failure(error);
    });
  }, interval);
  timer.unref();
  return {
    stop() {
      clearInterval(timer);
    },
  };
}

async function takeUp(hub: Hub): Promise<void> {
  hub.reloadCampaign();
  await publishTrainings(hub);
}

function changeTime(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
