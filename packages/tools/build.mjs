import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { rollup } from 'rollup';
import { childEnvironment } from './lib/node24.mjs';
import { fromRoot, publicFolder, root } from './lib/paths.mjs';
import { run } from './lib/run.mjs';
import { dataScripts, inputsOfBundle, inputsOfData, requireFile } from './lib/stale.mjs';
import { filesUnder, isFresh, markFresh } from './lib/stamp.mjs';

async function write(config) {
  const build = await rollup(config);
  try {
    const { output } = await build.write(config.output);
    return output.map(({ fileName }) => fileName);
  } finally {
    await build.close();
  }
}

/** Chunks of earlier builds go after the new ones are there: a hub may be running. */
function removeOldChunks(written) {
  const current = new Set(written);
  for (const file of readdirSync(`${publicFolder}/chunks`)) {
    if (!current.has(`chunks/${file}`)) rmSync(`${publicFolder}/chunks/${file}`, { force: true });
  }
}

async function buildBundle() {
  const inputs = inputsOfBundle();
  if (isFresh('bundle', inputs)) return;
  requireFile('packages/widgets/src/loader/loader.ts', 'the widgets have no loader to build from.');
  const { bundle } = await import('../../rollup.config.mjs');
  mkdirSync(`${publicFolder}/chunks`, { recursive: true });
  const written = await write(bundle);
  removeOldChunks(written);
  markFresh(
    'bundle',
    inputs,
    written.map((file) => `packages/hub/public/${file}`),
  );
}

const dataFolders = ['packages/hub/data', 'packages/hub/public'];
const fromBundle = /packages\/hub\/public\/(chunks\/|huddlekit\.js|manifest\.json)/;

async function buildData() {
  const inputs = inputsOfData();
  if (isFresh('data', inputs)) return;
  for (const folder of dataFolders) mkdirSync(fromRoot(folder), { recursive: true });
  const start = Date.now();
  for (const script of dataScripts) {
    requireFile(script, 'without it the hub has no places or no base map.');
    const { code, output } = await run(process.execPath, [fromRoot(script)]);
    if (code !== 0) throw new Error(`${script} failed:\n${output}`);
  }
  const written = dataFolders
    .flatMap((folder) => filesUnder(folder, { skip: fromBundle }))
    .filter((file) => statSync(fromRoot(file)).mtimeMs >= start - 1000);
  markFresh('data', inputs, written);
}

async function buildLibraries() {
  const { libraries } = await import('../../rollup.config.mjs');
  for (const library of libraries) {
    rmSync(library.output.dir, { recursive: true, force: true });
    await write(library);
  }
}

export const parts = { data: buildData, bundle: buildBundle, libraries: buildLibraries };

async function main(names) {
  process.chdir(root);
  process.env.PATH = childEnvironment().PATH;
  for (const name of names) {
    const start = performance.now();
    console.log(`Building ${name} …`);
    await parts[name]();
    console.log(`Built ${name} in ${((performance.now() - start) / 1000).toFixed(1)} s.`);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const wanted = process.argv.slice(2);
  const unknown = wanted.filter((name) => !(name in parts));
  if (unknown.length > 0) {
    console.error(`Unknown part ${unknown.join(', ')}: choose from ${Object.keys(parts).join(', ')}.`);
    process.exit(1);
  }
  try {
    await main(wanted.length > 0 ? wanted : Object.keys(parts));
  } catch (error) {
    const place = error.loc ? ` (${error.loc.file}:${error.loc.line}:${error.loc.column})` : '';
    console.error(`Build failed: ${error.message}${place}`);
    process.exit(1);
  }
}
