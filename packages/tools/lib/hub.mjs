import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from './free-port.mjs';
import { hubBin, root, sourceCondition } from './paths.mjs';

/**
 * Starts a hub with the sample campaign in a folder that goes with it.
 * @param {Record<string, string>} [environment] More of what it is set up with.
 * @returns {Promise<{ url: string, folder: string, stop: () => Promise<void> }>}
 */
export async function startHub(environment = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'huddlekit-'));
  const port = await freePort();
  const { SMTP_URL: _mail, HUDDLEKIT_BASE_URL: _base, ...inherited } = process.env;
  // All of a test's people come from one machine, which solves for each of them.
  const ease = { HUDDLEKIT_PROOF_WORK: '500', HUDDLEKIT_SENDS_PER_NETWORK: '100000' };
  const env = { ...inherited, ...ease, ...environment, PORT: String(port), HUDDLEKIT_DATA: folder };
  const child = spawn(process.execPath, [sourceCondition, hubBin, 'serve'], { cwd: root, env });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));

  const url = `http://127.0.0.1:${port}`;
  const stop = async () => {
    if (child.exitCode === null && child.kill('SIGTERM')) await once(child, 'exit');
    rmSync(folder, { recursive: true, force: true });
  };
  for (let attempt = 0; attempt < 300 && child.exitCode === null; attempt += 1) {
    const answer = await fetch(`${url}/readyz`).catch(() => null);
    if (answer?.ok) return { url, folder, stop };
    await delay(100);
  }
  await stop();
  throw new Error(`The hub didn't become ready:\n${output}`);
}
