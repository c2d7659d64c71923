import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { isInstalled } from './install.mjs';

const folder = mkdtempSync(join(tmpdir(), 'huddlekit-install-'));
after(() => rmSync(folder, { recursive: true }));

const packages = {
  '': { name: 'root' },
  'packages/sdk': { version: '0.1.0' },
  'node_modules/@huddlekit/sdk': { link: true },
  'node_modules/ky': { version: '2.1.0' },
  'node_modules/only-on-a-mac': { version: '1.0.0', optional: true },
};

function installed(changes: object): boolean {
  const paths = ['package-lock.json', 'installed.json'].map((name) => join(folder, name)) as [string, string];
  writeFileSync(paths[0], JSON.stringify({ packages }));
  writeFileSync(paths[1], JSON.stringify({ packages: { ...packages, ...changes } }));
  return isInstalled(...paths);
}

test('an install that matches the lock is left alone, whatever optional packages it has', () => {
  assert.equal(installed({}), true);
  assert.equal(installed({ 'node_modules/only-on-a-mac': undefined }), true);
});

test('a missing or older package leads to an install', () => {
  assert.equal(installed({ 'node_modules/ky': undefined }), false);
  assert.equal(installed({ 'node_modules/ky': { version: '2.0.0' } }), false);
  assert.equal(installed({ 'node_modules/@huddlekit/sdk': undefined }), false);
});

test('so does an install that never ended', () => {
  assert.equal(isInstalled(join(folder, 'package-lock.json'), join(folder, 'nothing.json')), false);
});
