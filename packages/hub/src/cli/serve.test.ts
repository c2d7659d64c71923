import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Campaign, EventPage, TrainingList } from '@huddlekit/contract';
import { freePort } from '@huddlekit/tools/lib/free-port.mjs';

const bin = fileURLToPath(new URL('../../bin/huddlekit.mjs', import.meta.url));

interface Run {
  readonly url: string;
  readonly line: string;
  readonly stderr: () => string;
  stop(): Promise<unknown[]>;
}

/** Runs `huddlekit serve` as a user does and waits for its line. */
async function serve(
  folder: string,
  args: readonly string[] = [],
  environment: Record<string, string> = {},
): Promise<Run> {
  const port = await freePort();
  const { SMTP_URL: _mail, HUDDLEKIT_BASE_URL: _base, ...inherited } = process.env;
  const child = spawn(process.execPath, ['--conditions=@huddlekit/source', bin, 'serve', ...args], {
    env: { ...inherited, PORT: String(port), HUDDLEKIT_DATA: folder, ...environment },
  });
  let stderr = '';
  child.stderr.on('data', (part: Buffer) => (stderr += part.toString()));
  const ended = once(child, 'exit');
  const first = await Promise.race([
    once(child.stdout, 'data'),
    ended.then(() => [`The hub ended: ${stderr}`]),
  ]);
  return {
    url: `http://127.0.0.1:${String(port)}`,
    line: String(first[0]),
    stderr: () => stderr,
    stop() {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

async function withFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'huddlekit-serve-'));
  try {
    await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function read(url: string): Promise<unknown> {
  return (await fetch(url)).json();
}

test('a first start shows the sample, says where, and stops when told', () =>
  withFolder(async (folder) => {
    const hub = await serve(folder);
    assert.match(hub.line, /^Huddlekit is running at http:\/\/localhost:\d+\/\n$/);
    assert.equal((await fetch(`${hub.url}/readyz`)).status, 200);
    assert.equal(Campaign.parse(await read(`${hub.url}/v1/campaign`)).isSample, true);
    const page = EventPage.parse(await read(`${hub.url}/v1/events`));
    assert.ok(page.data.length > 0 && page.next !== null);
    const trainings = TrainingList.parse(await read(`${hub.url}/v1/trainings`));
    assert.equal(trainings.data.length, 3);
    assert.deepEqual(await hub.stop(), [0, null]);
    for (const line of hub.stderr().trim().split('\n')) assert.ok(JSON.parse(line), line);

    const again = await serve(folder);
    const same = EventPage.parse(await read(`${again.url}/v1/events`));
    assert.deepEqual(
      same.data.map(({ id }) => id),
      page.data.map(({ id }) => id),
    );
    await again.stop();
  }));

test('no sample where it isn’t wanted: --empty, or a hub with a public address', () =>
  withFolder(async (folder) => {
    for (const [args, environment] of [
      [['--empty'], {}],
      [[], { HUDDLEKIT_BASE_URL: 'https://hub.example.org' }],
    ] as const) {
      const hub = await serve(folder, args, environment);
      const page = EventPage.parse(await read(`${hub.url}/v1/events`));
      assert.deepEqual(page.data, []);
      await hub.stop();
    }
  }));

test('a setting that doesn’t fit ends the start with the repair', () =>
  withFolder(async (folder) => {
    const hub = await serve(folder, ['--empty'], { PORT: 'eighty' });
    assert.match(hub.line, /PORT must be a whole number/);
    assert.deepEqual(await hub.stop(), [1, null]);
  }));
