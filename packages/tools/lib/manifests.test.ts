import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { suite, test } from 'node:test';
import { fromRoot, root } from './paths.mjs';

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly private?: boolean;
  readonly type?: string;
  readonly license?: string;
  readonly description?: string;
  readonly engines?: { readonly node: string };
  readonly files?: readonly string[];
  readonly exports?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly scripts?: Readonly<Record<string, string>>;
}

const read = (path: string): Manifest => JSON.parse(readFileSync(fromRoot(path), 'utf8')) as Manifest;

const manifests = globSync('{packages,examples}/*/package.json', { cwd: root }).map((path) => ({
  folder: dirname(path),
  manifest: read(path),
}));
const { version } = read('package.json');
const published = manifests.filter(({ manifest }) => !manifest.private);

void test('what is published is known', () => {
  const names = published.map(({ manifest }) => manifest.name).sort();
  assert.deepEqual(
    names,
    ['connectors', 'contract', 'hub', 'mocks', 'sdk', 'widgets'].map((name) => `@huddlekit/${name}`),
  );
});

void test('all packages carry one version and name each other by it', () => {
  for (const { manifest } of manifests) {
    assert.equal(manifest.version, version, manifest.name);
    for (const [name, range] of Object.entries(manifest.dependencies ?? {}))
      if (name.startsWith('@huddlekit/')) assert.equal(range, version, `${manifest.name} needs ${name}`);
  }
});

for (const { folder, manifest } of published) {
  void suite(manifest.name, () => {
    void test('says what it is and under which licence', () => {
      assert.equal(manifest.type, 'module');
      assert.equal(manifest.license, 'MIT');
      assert.ok(manifest.description);
      assert.equal(
        readFileSync(fromRoot(folder, 'LICENSE'), 'utf8'),
        readFileSync(fromRoot('LICENSE'), 'utf8'),
      );
    });

    void test('runs nothing when it is installed', () => {
      assert.deepEqual(Object.keys(manifest.scripts ?? {}), []);
    });

    void test('each entry has its source, its types and its module', () => {
      for (const [entry, conditions] of Object.entries(manifest.exports ?? {})) {
        const { '@huddlekit/source': source = '', types, default: module } = conditions;
        assert.ok(existsSync(fromRoot(folder, source)), `${entry} has no source`);
        const path = source.replace(/^\.\/src\//, './dist/').replace(/\.ts$/, '');
        assert.deepEqual([types, module], [`${path}.d.ts`, `${path}.js`], entry);
        assert.equal(Object.keys(conditions).at(-1), 'default', 'The first condition that fits wins');
      }
    });

    void test('the README names every entry', () => {
      const path = fromRoot(folder, 'README.md');
      const entries = Object.keys(manifest.exports ?? {}).slice(1);
      if (entries.length === 0) return;
      const readme = readFileSync(path, 'utf8');
      for (const entry of entries)
        assert.ok(
          readme.includes(`\`${entry}\``) || readme.includes(manifest.name + entry.slice(1)),
          `${path} says nothing of ${entry}`,
        );
    });

    void test('exact dependencies, so that all of a version run alike', () => {
      for (const range of Object.values(manifest.dependencies ?? {})) assert.match(range, /^\d+\.\d+\.\d+$/);
    });
  });
}
