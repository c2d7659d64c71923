import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from '@huddlekit/tools/lib/free-port.mjs';
import { openHub, type Hub } from '../../hub.ts';
import { settingsFrom } from '../../settings.ts';

const program = fileURLToPath(new URL('../../../bin/huddlekit.mjs', import.meta.url));

/** A hub as an operator runs it, in a process of its own, with a mail server that doesn't answer. */
export interface RunningHub extends AsyncDisposable {
  readonly url: string;
  readonly folder: string;
  /** The same data, opened beside it as its command line does. */
  readonly beside: Hub;
  /** Everything it has printed so far. */
  readonly printed: () => string;
}

export async function runHub(): Promise<RunningHub> {
  const folder = mkdtempSync(join(tmpdir(), 'huddlekit-leaks-'));
  const [port, nobody] = [await freePort(), await freePort()];
  const { HUDDLEKIT_BASE_URL: _base, ...inherited } = process.env;
  const own = {
    PORT: String(port),
    HUDDLEKIT_DATA: folder,
    SMTP_URL: `smtp://127.0.0.1:${String(nobody)}`,
  };
  const child = spawn(process.execPath, ['--conditions=@huddlekit/source', program, 'serve', '--empty'], {
    env: { ...inherited, ...own },
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part: Buffer) => (printed += part.toString()));
  const ended = once(child, 'exit');
  const url = `http://127.0.0.1:${String(port)}`;
  while (!(await fetch(`${url}/readyz`).catch(() => undefined))?.ok) {
    if (child.exitCode !== null) throw new Error(`The hub ended at its start:\n${printed}`);
    await delay(50);
  }
  const beside = openHub(settingsFrom(own));
  return {
    url,
    folder,
    beside,
    printed: () => printed,
    async [Symbol.asyncDispose]() {
      await beside.close();
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
