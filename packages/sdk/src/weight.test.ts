import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { bundleWeight } from '@huddlekit/tools/lib/bundle-weight.mjs';

async function assertWeight(code: string, limit: number, splits: boolean): Promise<void> {
  const { first } = await bundleWeight(code, { splits });
  assert.ok(first <= limit, `It weighs ${String(first)} bytes`);
}

for (const splits of [false, true]) {
  // Who writes one file takes along what makes a proof of work, which else loads with the first write.
  const limit = splits ? 20_500 : 22_000;
  void suite(`by a bundler that ${splits ? 'splits' : 'writes one file'}`, () => {
    void test(`listing events weighs at most ${(limit / 1000).toFixed(1)} kB`, () =>
      assertWeight(
        `import { createClient } from '@huddlekit/sdk';
        for await (const { title } of createClient({ hub: 'https://hub.example.org' }).events.list()) console.log(title);`,
        limit,
        splits,
      ));

    void test('hosting alone weighs no more', () =>
      assertWeight(
        `import { createHostClient } from '@huddlekit/sdk/host';
        export const host = createHostClient({ hub: 'https://hub.example.org' });`,
        limit,
        splits,
      ));

    void test('what isn’t used is left out', () =>
      assertWeight(
        `import { isOfflineError } from '@huddlekit/sdk'; console.log(isOfflineError);`,
        1_000,
        splits,
      ));
  });
}

void test('the lean client begins with at most 11 kB', () =>
  assertWeight(
    `import { createClient } from '@huddlekit/sdk/lean';
    for await (const { title } of createClient({ hub: 'https://hub.example.org' }).events.list()) console.log(title);`,
    11_000,
    true,
  ));

void test('all of the SDK weighs at most 30 kB, and each format loads when it is read', async () => {
  const { first, later } = await bundleWeight(`export * from '@huddlekit/sdk';`);
  assert.ok(first <= 30_000, `It weighs ${String(first)} bytes`);
  const names = later.map(({ name }) => name);
  for (const format of ['csv', 'ics', 'geojson', 'json-ld', 'mobilize', 'osdi'])
    assert.ok(
      names.some((name) => name.endsWith(`/${format}.ts`)),
      `${format} isn’t apart: ${names.join(', ')}`,
    );
});
