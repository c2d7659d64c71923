// Runs on Node 20 with nothing installed: imports nothing but Node and its own lib.
import { spawn, spawnSync } from 'node:child_process';
import { constants } from 'node:os';
import { ensureInstalled } from './lib/install.mjs';
import { childEnvironment, findNode } from './lib/node24.mjs';
import { fromRoot, hubBin, root, sourceCondition } from './lib/paths.mjs';
import { staleParts } from './lib/stale.mjs';

ensureInstalled();
const node = findNode();

const stale = staleParts();
if (stale.length > 0) {
  const args = [fromRoot('packages/tools/build.mjs'), ...stale];
  const { status } = spawnSync(node, args, { cwd: root, stdio: 'inherit', env: childEnvironment() });
  if (status !== 0) process.exit(status ?? 1);
}

const args = [
  sourceCondition,
  '--disable-warning=ExperimentalWarning',
  hubBin,
  'serve',
  ...process.argv.slice(2),
];
const hub = spawn(node, args, { stdio: 'inherit', env: childEnvironment() });

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    // A terminal sends Ctrl-C to the whole group, so the hub already has it.
    if (signal === 'SIGINT' && process.stdin.isTTY) return;
    hub.kill(signal);
  });
}
hub.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]));
