#!/usr/bin/env node
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';

const needed = 24;
const sourceCondition = '--conditions=@huddlekit/source';
const sources = new URL('../src/cli/main.ts', import.meta.url);

if (Number.parseInt(process.versions.node, 10) < needed) {
  console.error(
    `Huddlekit needs Node ${needed} or newer, and this is Node ${process.versions.node}: install one from https://nodejs.org`,
  );
  process.exitCode = 1;
} else if (!existsSync(sources)) {
  const { main } = await import(new URL('../dist/cli/main.js', import.meta.url).href);
  process.exitCode = await main(process.argv.slice(2));
} else if (isActive(sourceCondition)) {
  const { main } = await import(sources.href);
  process.exitCode = await main(process.argv.slice(2));
} else {
  // In the repository the packages are read from their sources, and only a new process can take that condition.
  const bin = fileURLToPath(import.meta.url);
  const child = spawn(process.execPath, [sourceCondition, bin, ...process.argv.slice(2)], {
    stdio: 'inherit',
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      // A terminal sends Ctrl-C to the whole group, so the child already has it.
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    });
  }
  child.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]));
}

function isActive(condition) {
  return process.execArgv.includes(condition) || (process.env.NODE_OPTIONS ?? '').includes(condition);
}
