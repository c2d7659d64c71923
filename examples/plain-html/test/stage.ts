import { after, before } from 'node:test';
import type { Browser } from 'playwright-core';
import { launchChromium } from './browser.ts';
import { HubProcess } from './hub-process.ts';
import { servePartnerSite, type PartnerSite } from './partner-site.ts';

/** What a test of the example page stands on. */
export interface Stage {
  readonly hub: HubProcess;
  readonly site: PartnerSite;
  readonly browser: Browser;
}

export interface StageOptions {
  /** What is done before the hub starts; answers the arguments to start it with. */
  readonly prepare?: (hub: HubProcess) => Promise<readonly string[]>;
  readonly skip?: string | false;
}

/** A hub, the example page and a browser, there from a file's first test to its last. */
export function setStage({ prepare = async () => [], skip = false }: StageOptions = {}): Stage {
  const stage = {} as { hub: HubProcess; site: PartnerSite; browser: Browser };
  if (skip) return stage;
  before(async () => {
    stage.hub = await HubProcess.create();
    await stage.hub.start(...(await prepare(stage.hub)));
    stage.site = await servePartnerSite(stage.hub.url);
    stage.browser = await launchChromium();
  });
  after(async () => {
    await stage.browser.close();
    await stage.site.close();
    await stage.hub.remove();
  });
  return stage;
}
