import assert from 'node:assert/strict';
import { test } from 'node:test';
import { importProblems } from './imports.mjs';

const rootDependencies = { chai: '1', 'playwright-core': '1' };

function problems(file: string, text: string, dependencies: Record<string, string> = {}) {
  const own = /^packages\/([^/]+)/.exec(file)?.[1];
  return importProblems(text, { file, ...(own ? { own } : {}), dependencies, rootDependencies });
}

test('a package may use those before it', () => {
  const dependencies = { '@huddlekit/sdk': '0.1.0', lit: '3.3.3' };
  const text = `import { html } from 'lit';\nimport type { Client } from '@huddlekit/sdk';\nimport './a.ts';`;
  assert.deepEqual(problems('packages/widgets/src/map/map.ts', text, dependencies), []);
});

test('an import against the direction is refused even where it is declared', () => {
  const dependencies = { '@huddlekit/hub': '0.1.0' };
  for (const text of [
    `import { serve } from '@huddlekit/hub';`,
    `import type { Hub } from '@huddlekit/hub';`,
    `export { serve } from '@huddlekit/hub';`,
    `const hub = await import('@huddlekit/hub');`,
    `let hub: import('@huddlekit/hub').Hub;`,
  ]) {
    const [problem, ...rest] = problems('packages/widgets/src/map/map.ts', text, dependencies);
    assert.match(problem ?? '', /^packages\/widgets\/src\/map\/map\.ts:1 .* widgets must not know hub\.$/);
    assert.deepEqual(rest, []);
  }
});

test('an undeclared package is refused, in a test only where the root has it not either', () => {
  assert.match(
    problems('packages/sdk/src/client.ts', `import 'chai';`)[0] ?? '',
    /packages\/sdk\/package\.json/,
  );
  assert.deepEqual(problems('packages/sdk/src/client.test.ts', `import 'chai';`), []);
  assert.equal(problems('packages/sdk/src/client.test.ts', `import 'mocha';`).length, 1);
});

test('a relative path into another package is refused', () => {
  const text = `import { Event } from '../../contract/src/event.ts';`;
  assert.match(problems('packages/sdk/src/client.ts', text)[0] ?? '', /another package/);
});

test('Node modules stay out of what runs in browsers', () => {
  const text = `import { readFile } from 'node:fs/promises';`;
  assert.match(problems('packages/sdk/src/client.ts', text)[0] ?? '', /only in Node/);
  assert.deepEqual(problems('packages/hub/src/server.ts', text), []);
  assert.deepEqual(problems('packages/sdk/src/client.test.ts', text), []);
  assert.match(problems('packages/mocks/src/platforms/platform.ts', text)[0] ?? '', /only in Node/);
  assert.deepEqual(problems('packages/mocks/src/node/serve.ts', text), []);
});

test('zod is brought as a namespace to what runs in browsers', () => {
  const dependencies = { '@huddlekit/contract': '0.1.0' };
  const whole = `import { Event, z } from '@huddlekit/contract';`;
  assert.match(problems('packages/connectors/src/csv.ts', whole, dependencies)[0] ?? '', /contract\/zod/);
  assert.deepEqual(problems('packages/hub/src/hub.ts', whole, dependencies), []);
  for (const text of [
    `import { Event, type z } from '@huddlekit/contract';`,
    `import type { z } from '@huddlekit/contract';`,
    `import * as z from '@huddlekit/contract/zod';`,
  ])
    assert.deepEqual(problems('packages/connectors/src/csv.ts', text, dependencies), []);
});

test('only the hub and the mocks see the whole route table', () => {
  const dependencies = { '@huddlekit/contract': '0.1.0' };
  const whole = `import { routes } from '@huddlekit/contract/routes';`;
  const single = `import { listEvents } from '@huddlekit/contract/routes';`;
  assert.match(problems('packages/sdk/src/client.ts', whole, dependencies)[0] ?? '', /route table/);
  assert.equal(
    problems('packages/sdk/src/client.ts', whole.replace('{ routes }', '* as all'), dependencies).length,
    1,
  );
  assert.deepEqual(problems('packages/sdk/src/client.ts', single, dependencies), []);
  assert.deepEqual(problems('packages/hub/src/server.ts', whole, dependencies), []);
});
