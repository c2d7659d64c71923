import { everyFault, seededPlan } from '@huddlekit/tools/lib/fault-plan.mjs';
import { startFaultProxy, type Passage } from '@huddlekit/tools/lib/fault-proxy.mjs';
import { startHub } from '@huddlekit/tools/lib/hub.mjs';
import { createClient } from '../../create-client.ts';
import { organizationKey } from '../hosted-event.ts';
import { openHall, type Hall } from './hall.ts';
import { readLedger, type Ledger } from './ledger.ts';
import { storm, type Storm } from './storm.ts';
import { untruthsOf, untruthsOfLinks, type Untruth } from './truth.ts';

/** One storm and what came of it. */
export interface Trial {
  readonly hall: Hall;
  readonly storm: Storm;
  readonly passages: readonly Passage[];
  readonly ledger: Ledger;
  readonly untruths: readonly Untruth[];
}

export interface TrialOptions {
  readonly seed: number;
  readonly guests: number;
  readonly hosts: number;
  readonly readers: number;
  readonly atOnce: number;
  readonly hasKeys: boolean;
}

/** Milliseconds a try may take; faults are slow by this measure. */
const timeout = 600;

/** Storms a hub of its own through every fault there is, and compares what people were told with its database. */
export async function holdTrial({ seed, guests, ...options }: TrialOptions): Promise<Trial> {
  const hub = await startHub();
  try {
    const hall = await openHall(hub, Math.ceil(guests * 0.7));
    const direct = createClient({ hub: hub.url });
    const listed = (await direct.events.page({ limit: 20 })).data.map(({ id }) => id);
    const proxy = await startFaultProxy(hub.url, seededPlan(seed, everyFault(timeout)));
    // An organization's own program: without proofs of work, so that each send is one of the call's tries.
    const headers = { authorization: `Bearer ${await organizationKey(hub)}` };
    const line = { hub: proxy.url, headers, timeout, deadline: 6_000 };
    const told = await storm({ ...options, ...line, guests, hall });
    // What nobody waits for any more is still written.
    await proxy.close();
    const ledger = readLedger(hub.folder, hall);
    const untruths = [
      ...untruthsOf(told, ledger, proxy.passages, listed),
      ...(await untruthsOfLinks(hub.url, told.guests)),
    ];
    return { hall, storm: told, passages: proxy.passages, ledger, untruths };
  } finally {
    await hub.stop();
  }
}
