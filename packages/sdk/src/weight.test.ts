import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

/** Bytes that a consumer's bundler makes of some code, gzipped. */
async function weightOf(contents: string): Promise<number> {
  const resolveDir = fileURLToPath(new URL('.', import.meta.url));
  const { outputFiles } = await build({
    stdin: { contents, resolveDir },
    bundle: true,
    minify: true,
    format: 'esm',
    write: false,
    conditions: ['@huddlekit/source'],
    logLevel: 'silent',
  });
  return gzipSync(outputFiles[0]?.contents ?? new Uint8Array(), { level: 9 }).length;
}

void test('listing events weighs at most 20 kB', async () => {
  const weight = await weightOf(`
    import { createClient } from '@huddlekit/sdk';
    for await (const { title } of createClient({ hub: 'https://hub.example.org' }).events.list()) console.log(title);
  `);
  assert.ok(weight <= 20_000, `It weighs ${String(weight)} bytes`);
});

void test('hosting alone weighs no more', async () => {
  const weight = await weightOf(`
    import { createHostClient } from '@huddlekit/sdk/host';
    export const host = createHostClient({ hub: 'https://hub.example.org' });
  `);
  assert.ok(weight <= 20_000, `It weighs ${String(weight)} bytes`);
});

void test('what isn’t used is left out', async () => {
  const weight = await weightOf(
    `import { isOfflineError } from '@huddlekit/sdk'; console.log(isOfflineError);`,
  );
  assert.ok(weight <= 1_000, `It weighs ${String(weight)} bytes`);
});
