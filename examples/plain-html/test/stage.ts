import { after, before } from 'node:test';
import type { Browser } from 'playwright-core';
import { launchChromium } from './browser.ts';
import { HubProcess } from './hub-process.ts';
import { startMailServer, type MailServer } from './mail-server.ts';
import { servePartnerSite, type PartnerSite } from './partner-site.ts';

/** What a test of the example page stands on. */
export interface Stage {
  readonly hub: HubProcess;
  readonly site: PartnerSite;
  readonly browser: Browser;
  /** Gets the hub's mails where the stage has one. */
  readonly mails: MailServer;
}

export interface StageOptions {
  /** What is done before the hub starts; answers the arguments to start it with. */
  readonly prepare?: (hub: HubProcess) => Promise<readonly string[]>;
  readonly skip?: string | false;
  /** The hub hands its mails to a mail server; else they are files. */
  readonly hasMailServer?: boolean;
  /** What is done once everything is there. */
  readonly begin?: (stage: Stage) => Promise<void>;
}

/** A hub, the example page and a browser, there from a file's first test to its last. */
export function setStage({
  prepare = async () => [],
  skip = false,
  hasMailServer = false,
  begin,
}: StageOptions = {}): Stage {
  const stage = {} as { hub: HubProcess; site: PartnerSite; browser: Browser; mails: MailServer };
  if (skip) return stage;
  // What was opened is closed again, also where the next thing didn't open.
  const closers: (() => Promise<void>)[] = [];
  before(async () => {
    if (hasMailServer) {
      stage.mails = await startMailServer();
      closers.push(() => stage.mails.close());
    }
    stage.hub = await HubProcess.create(hasMailServer ? stage.mails.url : undefined);
    closers.push(() => stage.hub.remove());
    await stage.hub.start(...(await prepare(stage.hub)));
    stage.site = await servePartnerSite(stage.hub.url);
    closers.push(stage.site.close);
    stage.browser = await launchChromium();
    closers.push(() => stage.browser.close());
    await begin?.(stage);
  });
  after(async () => {
    for (const close of closers.reverse()) await close();
  });
  return stage;
}
