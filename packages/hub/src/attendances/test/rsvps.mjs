import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { processorTimeOf } from '@huddlekit/tools/bench/machine.mjs';
import { median, quantile } from '@huddlekit/tools/bench/measure.mjs';
import { startHubProcess } from '../../server/hub-process.test-helper.ts';
import { addEvent, newKey, rsvpTo, startTestHub } from '../../server/test-hub.test-helper.ts';
import { openConnections, sendRsvp } from './rsvp-calls.ts';

/** A hub in a process of its own on a database of its own, with one event that has seats for all. */
async function startServer(groupCommit) {
  const folder = mkdtempSync(join(tmpdir(), 'huddlekit-bench-'));
  const { event } = await (async () => {
    await using server = await startTestHub({ folder });
    return { event: await addEvent(server.hub, 'bench', { capacity: 10_000_000 }) };
  })();
  const { url, child } = await startHubProcess(folder, { groupCommit });
  return {
    url,
    event,
    processorTime: () => processorTimeOf(child.pid),
    stop() {
      child.kill('SIGKILL');
      rmSync(folder, { recursive: true });
    },
  };
}

/** One RSVP of a person nobody knows yet. Fulfils when the answer is read whole. */
async function rsvp({ url, event }, agent) {
  const person = `${randomBytes(8).toString('hex')}@example.org`;
  const request = rsvpTo(event, person, {
    guests: 1,
    accessNeeds: 'A chair with a back',
    consent: { email: true, organizations: ['host'] },
  });
  const { status } = await sendRsvp(agent, url, event.id, request, newKey());
  if (status !== 201) throw new Error(`Answered ${status}`);
}

/**
 * Asks over so many connections, each again once it has its answer. Answers the milliseconds each took, and those
 * that the server and this process had a processor for each.
 */
async function load(server, connections, milliseconds) {
  const agent = openConnections(connections);
  const end = performance.now() + milliseconds;
  const took = [];
  const ask = async () => {
    while (performance.now() < end) {
      const start = performance.now();
      await rsvp(server, agent);
      took.push(performance.now() - start);
    }
  };
  const times = () => [server.processorTime(), processorTimeOf(process.pid)];
  const before = times();
  const start = performance.now();
  await Promise.all(Array.from({ length: connections }, ask));
  const seconds = (performance.now() - start) / 1000;
  const [serverTime, clientTime] = times().map((time, index) => (time - before[index]) / took.length);
  agent.destroy();
  return { took, perSecond: took.length / seconds, serverTime, clientTime };
}

/** RSVPs a second of a hub that commits together and of one that commits each, turn about on the same machine. */
export async function measureRsvps({ connections, seconds, rounds }) {
  const servers = { 'group commit': await startServer('on'), 'a commit each': await startServer('off') };
  const results = Object.fromEntries(
    Object.keys(servers).map((name) => [name, { rates: [], took: [], serverTimes: [], clientTimes: [] }]),
  );
  try {
    for (const server of Object.values(servers)) await load(server, connections, 2_000);
    for (let round = 0; round < rounds; round += 1) {
      for (const [name, server] of Object.entries(servers)) {
        const { took, perSecond, serverTime, clientTime } = await load(server, connections, seconds * 1000);
        results[name].rates.push(perSecond);
        results[name].took.push(...took);
        results[name].serverTimes.push(serverTime);
        results[name].clientTimes.push(clientTime);
      }
    }
  } finally {
    for (const server of Object.values(servers)) server.stop();
  }
  return Object.fromEntries(
    Object.entries(results).map(([name, { rates, took, serverTimes, clientTimes }]) => [
      name,
      {
        perSecond: median(rates),
        p50: median(took),
        p99: quantile(took, 0.99),
        count: took.length,
        serverTime: median(serverTimes),
        clientTime: median(clientTimes),
      },
    ]),
  );
}
