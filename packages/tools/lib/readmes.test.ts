import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { fromRoot, sourceCondition } from './paths.mjs';

/** What the examples that need no hub print. */
const printed = {
  contract: '409\n',
  connectors: 'Soup and signs\n',
};

for (const [name, expected] of Object.entries(printed)) {
  void test(`the README’s example of ${name} runs as it stands`, async () => {
    const cwd = fromRoot('packages', name);
    const readme = readFileSync(`${cwd}/README.md`, 'utf8');
    const [, code = ''] = /^```ts\n(.*?)^```/ms.exec(readme) ?? [];
    const args = [sourceCondition, '--input-type=module-typescript', '--eval', code];
    assert.equal((await promisify(execFile)(process.execPath, args, { cwd })).stdout, expected);
  });
}
