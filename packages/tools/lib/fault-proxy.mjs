import { connect, createServer } from 'node:net';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { firstRequest, headerOf, partsOf, withHeader } from './http-message.mjs';

/**
 * What happens to one request and its answer. `after` says on which side of the server: false is before the request
 * reached it, true is after it did its work and answered.
 * @typedef {{ kind: 'none' }
 *   | { kind: 'latency', milliseconds: number }
 *   | { kind: 'reset', after: boolean }
 *   | { kind: 'cut', how: 'reset' | 'close' }
 *   | { kind: 'drip', milliseconds: number }
 *   | { kind: 'status', status: number, retryAfter?: number | undefined, after: boolean }} Fault
 */

/**
 * A request as the proxy got it. `subject` is its header `fault-subject`, else its method and path; `nth` counts the
 * requests of a subject from 0.
 * @typedef {{ method: string, path: string, subject: string, nth: number }} Asked
 */

/**
 * What was done with a request. `at` and `answeredAt` are milliseconds by `performance.now()`; `answeredAt` is when an
 * answer began to go out, if one did.
 * @typedef {Asked & { fault: Fault, at: number, answeredAt?: number, hasReachedServer: boolean }} Passage
 */

/**
 * Stands in front of a server and does to each request what `plan` says. Everything else is as without it: it speaks
 * TCP, keeps connections open, and hands on every byte as it is.
 * @param {string} target origin of the server
 * @param {(asked: Asked) => Fault} plan
 * @returns {Promise<{ url: string, passages: readonly Passage[], close: () => Promise<void> }>} `close` waits for what
 *   has reached the server until that is through with it.
 */
export async function startFaultProxy(target, plan) {
  /** @type {Passage[]} */
  const passages = [];
  const counts = new Map();
  const clients = new Set();
  const underWay = new Set();
  const end = new AbortController();

  const server = createServer({ noDelay: true }, (client) => {
    clients.add(client);
    client.on('close', () => clients.delete(client));
    // Who goes away in the middle is no concern of a proxy's.
    client.on('error', () => {});
    let received = Buffer.alloc(0);
    client.on('data', (chunk) => {
      received = Buffer.concat([received, chunk]);
      const request = firstRequest(received);
      if (!request) return;
      received = request.rest;
      const passage = begin(request.message);
      const carried = carry(target, client, request.message, passage, end.signal)
        .catch(() => client.resetAndDestroy())
        .finally(() => underWay.delete(carried));
      underWay.add(carried);
    });
  });

  function begin(message) {
    const { head } = partsOf(message);
    const [method, path] = head.split(' ', 2);
    const subject = headerOf(head, 'fault-subject') ?? `${method} ${path}`;
    const nth = counts.get(subject) ?? 0;
    counts.set(subject, nth + 1);
    const asked = { method, path, subject, nth };
    const passage = { ...asked, fault: plan(asked), at: performance.now(), hasReachedServer: false };
    passages.push(passage);
    return passage;
  }

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    passages,
    async close() {
      end.abort();
      for (const client of clients) client.destroy();
      server.close();
      await Promise.all([once(server, 'close'), ...underWay]);
    },
  };
}

async function carry(target, client, request, passage, signal) {
  const { fault } = passage;
  if (fault.kind === 'latency') await delay(fault.milliseconds, undefined, { signal });
  if (fault.kind === 'reset' && !fault.after) {
    client.resetAndDestroy();
    return;
  }
  const ownAnswer = fault.kind === 'status' ? statusAnswer(fault) : undefined;
  if (ownAnswer && !fault.after) {
    passage.answeredAt = performance.now();
    client.write(ownAnswer);
    return;
  }
  passage.hasReachedServer = true;
  const answer = await ask(target, request);
  if (fault.kind === 'reset') {
    client.resetAndDestroy();
    return;
  }
  if (client.destroyed) return;
  passage.answeredAt = performance.now();
  if (fault.kind === 'cut') await cut(client, answer, fault.how);
  else if (fault.kind === 'drip') await drip(client, answer, fault.milliseconds, signal);
  else client.write(ownAnswer ?? answer);
}

/** The whole answer of the server, as it is but for the connection, which goes on. */
async function ask(target, request) {
  const { hostname, port } = new URL(target);
  const server = connect({ host: hostname, port: Number(port), noDelay: true });
  server.write(withHeader(request, 'connection', 'close'));
  const chunks = [];
  for await (const chunk of server) chunks.push(chunk);
  return withHeader(Buffer.concat(chunks), 'connection', 'keep-alive');
}

/** Ends in the middle of the body, or of the head where there is none. */
async function cut(client, answer, how) {
  const { body } = partsOf(answer);
  const end = body.length > 0 ? answer.length - Math.ceil(body.length / 2) : Math.floor(answer.length / 2);
  await new Promise((resolve) => client.write(answer.subarray(0, end), resolve));
  if (how === 'close') client.end();
  // What is reset overtakes what was written, unless that is given a moment.
  else setTimeout(() => client.resetAndDestroy(), 5);
}

async function drip(client, answer, milliseconds, signal) {
  const drops = 16;
  const size = Math.ceil(answer.length / drops);
  for (let start = 0; start < answer.length && !client.destroyed; start += size) {
    client.write(answer.subarray(start, start + size));
    await delay(milliseconds / drops, undefined, { signal });
  }
}

/** An answer such as load balancers give, which know nothing of the contract. */
function statusAnswer({ status, retryAfter }) {
  const body = `<h1>${status}</h1>`;
  return [
    `HTTP/1.1 ${status} Proxy`,
    'content-type: text/html',
    `content-length: ${body.length}`,
    ...(retryAfter === undefined ? [] : [`retry-after: ${retryAfter}`]),
    '',
    body,
  ].join('\r\n');
}
