import assert from 'node:assert/strict';
import { Agent, request, type IncomingMessage } from 'node:http';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { AttendanceInput } from '@huddlekit/contract';
import { feeds, routes } from '@huddlekit/contract/routes';
import { freePort } from '@huddlekit/tools/lib/free-port.mjs';
import { openHub } from '../hub.ts';
import { settingsFrom } from '../settings.ts';
import { createApp } from './app.ts';
import { stopGracefully } from './life-cycle.ts';
import { createLog } from './log.ts';
import { serverPath } from './route-table.ts';
import { addEvent, newKey, post, rsvpTo } from './test-hub.test-helper.ts';
import { startUpkeep } from './upkeep.ts';

async function withHub(work: (options: { folder: string; port: number }) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'huddlekit-app-'));
  try {
    await work({ folder, port: await freePort() });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('every route of the wire is served', () =>
  withHub(async ({ folder, port }) => {
    const hub = openHub(settingsFrom({ PORT: String(port), HUDDLEKIT_DATA: folder }));
    const app = await createApp({ hub, log: createLog(() => undefined, Date.now), isStopping: () => false });
    for (const route of [...routes, ...feeds]) {
      assert.ok(
        app.hasRoute({ method: route.method, url: serverPath(route) }),
        `${route.method} ${route.path}`,
      );
    }
    await app.close();
    await hub.close();
  }));

test('a stopping hub answers what is under way and sends the rest away', () =>
  withHub(async ({ folder, port }) => {
    const hub = openHub(settingsFrom({ PORT: String(port), HUDDLEKIT_DATA: folder }), {
      pause: () => setTimeout(300),
      admission: 'open',
    });
    let stopping = false;
    const app = await createApp({
      hub,
      log: createLog(() => undefined, Date.now),
      isStopping: () => stopping,
    });
    const url = await app.listen({ port, host: '127.0.0.1' });
    const event = await addEvent(hub, 'x');

    // Two connections that stay open: one is busy when the hub stops, the other sends something new.
    const underWay = post(`${url}/v1/events/${event.id}/attendances`, rsvpTo(event, 'a@example.org'));
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const get = (path: string): Promise<IncomingMessage> =>
      new Promise((resolve, reject) => {
        request(url + path, { agent }, (response) => {
          response.resume();
          resolve(response);
        })
          .on('error', reject)
          .end();
      });
    assert.equal((await get('/readyz')).statusCode, 200);
    await setTimeout(100);
    stopping = true;
    const refused = await get('/readyz');
    assert.equal(refused.statusCode, 503);
    assert.equal(refused.headers['retry-after'], '1');
    assert.equal(refused.headers.connection, 'close');

    let finished = false;
    await stopGracefully(app, async () => {
      assert.equal((await underWay).status, 201);
      finished = true;
      await hub.close();
    });
    assert.ok(finished);
    await assert.rejects(fetch(`${url}/livez`));
    agent.destroy();
  }));

test('old idempotency keys are forgotten, present ones kept', () =>
  withHub(async ({ folder }) => {
    let clock = Date.now();
    const hub = openHub(settingsFrom({ HUDDLEKIT_DATA: folder }), { now: () => clock });
    const event = await addEvent(hub, 'x', {
      timeslots: [{ startDate: '2099-01-01T18:00:00Z', endDate: null, allDay: false, capacity: null }],
    });
    const send = async (email: string): Promise<void> => {
      await hub.attendances.create(event.id, AttendanceInput.parse(rsvpTo(event, email)), newKey());
    };
    await send('a@example.org');
    clock += 8 * 86_400_000;
    await send('b@example.org');
    startUpkeep(
      hub,
      createLog(() => undefined, hub.now),
    ).stop();
    await hub.storage.write(async () => undefined);
    const { length } = await hub.storage.read.selectFrom('idempotencyKeys').select('keyHash').execute();
    assert.equal(length, 1);
    await hub.close();
  }));
