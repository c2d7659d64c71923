import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter } from 'node:path';
import { fromRoot, root } from './paths.mjs';

const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));

/** npm writes its own copy of the lock as the last act of an install, so a half-done install is noticed too. */
export function isInstalled(lockPath, installedPath) {
  if (!existsSync(installedPath)) return false;
  const installed = readJson(installedPath).packages;
  return Object.entries(readJson(lockPath).packages).every(([path, entry]) => {
    if (!path.includes('node_modules/') || entry.optional) return true;
    const found = installed[path];
    return entry.link ? found?.link === true : found?.version === entry.version;
  });
}

/** The PATH without this folder's own binaries: npm must not run on a Node that it is about to replace. */
function outerPath() {
  const own = fromRoot('node_modules', '.bin');
  return (process.env.PATH ?? '')
    .split(delimiter)
    .filter((entry) => entry !== own)
    .join(delimiter);
}

export function ensureInstalled() {
  if (isInstalled(fromRoot('package-lock.json'), fromRoot('node_modules/.package-lock.json'))) return;
  console.log('Installing dependencies (npm ci) …');
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status, error } = spawnSync('npm', args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, PATH: outerPath() },
  });
  if (status === 0) return;
  const reason = error ? ` (${error.message})` : '';
  console.error(
    `npm ci failed${reason}. Check that npm reaches its registry, then run "npm ci" and this again.`,
  );
  process.exit(1);
}
