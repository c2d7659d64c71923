import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const bundleForPages = (entry: string) =>
  build({
    entryPoints: [fileURLToPath(new URL(entry, import.meta.url))],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    conditions: ['@huddlekit/source'],
    logLevel: 'silent',
  });

void test('handlers and platforms are for pages as well, the port is not', async () => {
  for (const entry of ['index.ts', 'platforms/index.ts'])
    assert.equal((await bundleForPages(entry)).errors.length, 0);
  await assert.rejects(bundleForPages('node/index.ts'), /node:http/);
});
