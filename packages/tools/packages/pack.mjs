import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { fromRoot } from '../lib/paths.mjs';
import { run } from '../lib/run.mjs';

/** What partner developers install; the hub is a program and has no types to check. */
export const names = ['contract', 'connectors', 'sdk', 'mocks', 'widgets'];

/** Packs a package as it would be published, and gives the path of its tarball. */
export async function pack(name, folder) {
  const args = [
    'pack',
    fromRoot('packages', name),
    '--pack-destination',
    folder,
    '--loglevel=error',
    '--json',
  ];
  const { code, output } = await run('npm', args);
  if (code !== 0) throw new Error(`npm pack of ${name} failed:\n${output}`);
  const [{ filename }] = JSON.parse(output.slice(output.indexOf('[')));
  return join(folder, filename);
}

/** What publint has to say against a tarball. */
export async function publintProblems(tarball) {
  const { buffer } = Uint8Array.from(readFileSync(tarball));
  const { messages, pkg } = await publint({ pack: { tarball: buffer }, strict: true });
  return messages.map((message) => `publint: ${formatMessage(message, pkg, { color: false })}`);
}

/** What "Are the types wrong?" has to say against a tarball. */
export async function typesProblems(tarball) {
  const args = ['--profile', 'esm-only', '--format', 'ascii', '--no-color', '--no-emoji', tarball];
  const { code, output } = await run(fromRoot('node_modules/.bin/attw'), args);
  return code === 0 ? [] : [`attw: ${output}`];
}
