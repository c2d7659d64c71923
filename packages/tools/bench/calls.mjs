import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { createClient } from '@huddlekit/sdk';
import { createClient as createLeanClient } from '@huddlekit/sdk/lean';
import { Octokit } from '@octokit/core';
import ky from 'ky';
import OpenAI from 'openai';
import { manyEvents } from './events.mjs';
import { interleave } from './measure.mjs';

/** A server of its own thread that answers everything with one page of events. */
async function startServer() {
  const body = JSON.stringify({ data: manyEvents(25), next: null });
  const worker = new Worker(
    `const { parentPort, workerData } = require('node:worker_threads');
    const server = require('node:http').createServer((request, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(workerData) });
      response.end(workerData);
    });
    server.listen(0, '127.0.0.1', () => parentPort.postMessage(server.address().port));`,
    { eval: true, workerData: body },
  );
  const [port] = await once(worker, 'message');
  return { origin: `http://127.0.0.1:${port}`, stop: () => worker.terminate() };
}

/** One page of 25 events from a server of this machine, by each client as its manual says. */
export async function measureCalls() {
  const { origin, stop } = await startServer();
  const url = `${origin}/v1/events?limit=25`;
  const client = createClient({ hub: origin });
  const lean = createLeanClient({ hub: origin });
  const octokit = new Octokit({ baseUrl: origin });
  const openai = new OpenAI({ apiKey: 'none', baseURL: origin });
  const calls = {
    'fetch + JSON.parse': async () => JSON.parse(await (await fetch(url)).text()),
    '@huddlekit/sdk': () => client.events.page({ limit: 25 }),
    '@huddlekit/sdk/lean': () => lean.events.page({ limit: 25 }),
    'ky alone': () => ky(url).json(),
    openai: () => openai.get('/v1/events', { query: { limit: 25 } }),
    '@octokit/core': async () => (await octokit.request('GET /v1/events', { limit: 25 })).data,
  };
  for (const [name, call] of Object.entries(calls)) {
    const { data } = await call();
    if (data.length !== 25) throw new Error(`${name} read no page`);
  }
  try {
    return await interleave(calls, { rounds: 1_000, warmUp: 300 });
  } finally {
    await stop();
  }
}
