import { esbuildPlugin } from '@web/dev-server-esbuild';
import { chromeLauncher } from '@web/test-runner-chrome';
import { defaultReporter } from '@web/test-runner';
import { readFileSync, writeFileSync } from 'node:fs';
import { chromiumArgs, findChromium } from '../lib/chromium.mjs';
import { fromRoot, root } from '../lib/paths.mjs';
import { leafletTrustedTypesInTests } from '../rollup/leaflet-trusted-types.mjs';

const countsFile = process.env.HUDDLEKIT_COUNTS;

function countTests({ tests, suites }) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const test of tests) counts[test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed'] += 1;
  for (const suite of suites) {
    for (const [key, value] of Object.entries(countTests(suite))) counts[key] += value;
  }
  return counts;
}

/** Writes the counts of the whole run; a file that couldn't be loaded counts as one failure. */
function countsReporter() {
  return {
    onTestRunFinished({ sessions }) {
      const total = { passed: 0, failed: 0, skipped: 0 };
      for (const { testResults, errors } of sessions) {
        const counts = testResults ? countTests(testResults) : { passed: 0, failed: 0, skipped: 0 };
        if (errors.length > 0 && counts.failed === 0) counts.failed = 1;
        for (const key of Object.keys(total)) total[key] += counts[key];
      }
      if (countsFile) writeFileSync(countsFile, JSON.stringify(total));
    },
  };
}

/** msw finds its worker at the root of the server. */
function mockServiceWorker() {
  const path = fromRoot('node_modules/msw/lib/mockServiceWorker.js');
  return {
    name: 'mock-service-worker',
    serve: (context) =>
      context.path === '/mockServiceWorker.js'
        ? { body: readFileSync(path, 'utf8'), type: 'js', headers: { 'Service-Worker-Allowed': '/' } }
        : undefined,
  };
}

export default {
  rootDir: root,
  files: ['packages/widgets/src/**/*.test.ts'],
  nodeResolve: { exportConditions: ['@huddlekit/source', 'browser', 'development', 'default'] },
  // A page behind another gets no animation frames, so the pages come one after the other.
  concurrency: 1,
  browsers: [
    chromeLauncher({
      concurrency: 1,
      launchOptions: { executablePath: findChromium(), args: chromiumArgs },
    }),
  ],
  plugins: [
    mockServiceWorker(),
    leafletTrustedTypesInTests(),
    esbuildPlugin({ ts: true, tsconfig: fromRoot('tsconfig.json'), target: 'es2022' }),
  ],
  testFramework: { config: { ui: 'bdd', timeout: 15_000 } },
  testsFinishTimeout: 180_000,
  reporters: [defaultReporter({ reportTestResults: true, reportTestProgress: false }), countsReporter()],
};
