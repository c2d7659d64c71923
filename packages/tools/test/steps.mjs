import { existsSync, globSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fromRoot, output, root, sourceCondition } from '../lib/paths.mjs';
import { run } from '../lib/run.mjs';
import { countsOf, sum } from './counts.mjs';

const bin = (name) => fromRoot('node_modules', '.bin', name);
const tool = (name) => fromRoot('packages/tools', name);

/** Runs a program whose only result is its exit code; shows what it said only if it failed. */
async function check(command, args) {
  const { code, output: text } = await run(command, args);
  if (code !== 0) console.log(text.trimEnd());
  return countsOf(undefined, code);
}

/** Runs a program that writes its counts as JSON to the file named by `HUDDLEKIT_COUNTS`. */
async function counted(name, command, argsFor, summarize = (text) => text) {
  mkdirSync(output, { recursive: true });
  const file = join(output, `${name}-counts.json`);
  rmSync(file, { force: true });
  const { code, output: text } = await run(command, argsFor(file), { env: { HUDDLEKIT_COUNTS: file } });
  if (code !== 0) console.log(summarize(text).trimEnd());
  return countsOf(existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined, code);
}

const fromFailures = (text) => text.slice(Math.max(0, text.lastIndexOf('✖ failing tests:')));

async function nodeTests(name, patterns, { concurrency, timeout }) {
  const files = patterns.flatMap((pattern) => globSync(pattern, { cwd: root })).sort();
  if (files.length === 0) return sum([]);
  const argsFor = (counts) => [
    sourceCondition,
    '--disable-warning=ExperimentalWarning',
    '--test',
    `--test-concurrency=${concurrency}`,
    `--test-timeout=${timeout}`,
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    `--test-reporter=${new URL('node-reporter.mjs', import.meta.url)}`,
    `--test-reporter-destination=${counts}`,
    ...files,
  ];
  return counted(name, process.execPath, argsFor, fromFailures);
}

const nodePackages = '{contract,connectors,sdk,mocks,hub}';
const script = (name, file) => counted(name, process.execPath, () => [tool(file)]);

/** @type {{ name: string, title: string, needs: string[], reads?: 'sources', run: () => Promise<import('./counts.mjs').Counts> }[]} */
export const steps = [
  {
    name: 'types',
    title: 'Type check',
    needs: [],
    reads: 'sources',
    run: () => check(bin('tsc'), ['--project', fromRoot('tsconfig.json')]),
  },
  {
    name: 'lint',
    title: 'Lint and format',
    needs: [],
    reads: 'sources',
    run: async () =>
      sum([
        await check(bin('eslint'), ['--config', tool('eslint.config.mjs'), '--max-warnings=0', '.']),
        await check(bin('prettier'), [
          '--ignore-path',
          '.gitignore',
          '--log-level=warn',
          '--no-error-on-unmatched-pattern',
          '--check',
          '**/*.{ts,mjs,js,css}',
          '.storybook/*.{ts,html}',
        ]),
      ]),
  },
  {
    name: 'imports',
    title: 'Direction of imports',
    needs: [],
    reads: 'sources',
    run: () => check(process.execPath, [tool('check-imports.mjs')]),
  },
  {
    name: 'docs',
    title: 'Documentation of what is public',
    needs: [],
    reads: 'sources',
    run: () => check(process.execPath, [tool('docs.mjs')]),
  },
  {
    name: 'node',
    title: 'Node tests',
    needs: ['data', 'bundle'],
    run: () =>
      nodeTests('node', [`packages/${nodePackages}/src/**/*.test.ts`, 'packages/tools/**/*.test.ts'], {
        concurrency: Math.max(2, availableParallelism()),
        timeout: 120_000,
      }),
  },
  {
    name: 'widgets',
    title: 'Widget tests in Chromium',
    needs: [],
    run: async () =>
      globSync('packages/widgets/src/**/*.test.ts', { cwd: root }).length === 0
        ? sum([])
        : counted('widgets', bin('wtr'), () => ['--config', tool('test/web-test-runner.config.mjs')]),
  },
  { name: 'size', title: 'First-load weight', needs: ['bundle'], run: () => script('size', 'size.mjs') },
  { name: 'stories', title: 'Stories and axe', needs: [], run: () => script('stories', 'stories.mjs') },
  {
    name: 'e2e',
    title: 'End-to-end tests in Chromium',
    needs: ['data', 'bundle'],
    run: () =>
      nodeTests('e2e', ['examples/**/*.test.ts', 'packages/hub/src/**/*.e2e.ts'], {
        concurrency: 1,
        timeout: 600_000,
      }),
  },
];
