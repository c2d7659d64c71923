import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { HubOptions } from '../hub.ts';
import { startTestHub } from './test-hub.test-helper.ts';

const script = fileURLToPath(import.meta.url);

/** Starts a hub on a data folder in a process of its own, which the test has to end. */
export async function startHubProcess(
  folder: string,
  options: Pick<HubOptions, 'groupCommit'> = {},
): Promise<{ url: string; child: ChildProcess }> {
  const child = spawn(
    process.execPath,
    ['--conditions=@huddlekit/source', script, folder, JSON.stringify(options)],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return { url: line.toString().trim(), child };
}

if (process.argv[1] === script) {
  const options = JSON.parse(process.argv[3] ?? '{}') as Pick<HubOptions, 'groupCommit'>;
  const { url } = await startTestHub({ folder: process.argv[2] ?? '', ...options });
  process.stdout.write(`${url}\n`);
}
