import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromRoot, output } from './paths.mjs';

const ignored = /\.(test|stories)\.ts$/;

/** Files under a path of the project, in a stable order; a path that isn't there has none. */
export function filesUnder(path, { skip } = {}) {
  const full = fromRoot(path);
  if (!existsSync(full)) return [];
  if (statSync(full).isFile()) return [path];
  return readdirSync(full, { withFileTypes: true })
    .filter((entry) => entry.name !== 'node_modules')
    .flatMap((entry) => filesUnder(join(path, entry.name), { skip }))
    .filter((file) => !skip?.test(file))
    .sort();
}

/** A hash over names and contents: unlike times, it survives a clone and a switch of branches. */
export function fingerprint(paths, { skip = ignored } = {}) {
  const hash = createHash('sha256');
  for (const path of paths) {
    for (const file of filesUnder(path, { skip }))
      hash.update(`${file}\0`).update(readFileSync(fromRoot(file)));
  }
  return hash.digest('hex');
}

const stampPath = (name) => join(output, 'stamps', `${name}.json`);

/** Whether the last build called `name` saw the same inputs and what it wrote is still there. */
export function isFresh(name, inputs) {
  if (!existsSync(stampPath(name))) return false;
  const stamp = JSON.parse(readFileSync(stampPath(name), 'utf8'));
  return stamp.inputs === inputs && stamp.outputs.every((file) => existsSync(fromRoot(file)));
}

/** `inputs` is the fingerprint from before the build, so a change made meanwhile leads to another build. */
export function markFresh(name, inputs, outputs) {
  mkdirSync(join(output, 'stamps'), { recursive: true });
  writeFileSync(stampPath(name), JSON.stringify({ inputs, outputs }));
}
