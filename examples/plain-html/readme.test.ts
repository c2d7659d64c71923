import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { after, before, test } from 'node:test';
import { HubProcess } from './test/hub-process.ts';

const root = new URL('../../', import.meta.url);
const readme = await readFile(new URL('README.md', root), 'utf8');
const hubAddress = 'https://hub.example.org';

function code(language: string): string[] {
  return [...readme.matchAll(new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, 'gs'))].map(
    ([, block]) => block ?? '',
  );
}

let hub: HubProcess;
before(async () => {
  hub = await HubProcess.create();
  await hub.start();
});
after(() => hub.remove());

void test('the snippet is the one the hub’s own page gives, and the example’s', async () => {
  const [snippet = ''] = code('html');
  const page = await (await fetch(hub.url)).text();
  // Started without a public address, a hub calls itself by its local name.
  const ownAddress = `http://localhost:${new URL(hub.url).port}`;
  const text = page.replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
  for (const line of snippet.replaceAll(hubAddress, ownAddress).trim().split('\n'))
    assert.ok(text.includes(line), line);
  const example = await readFile(new URL('index.html', import.meta.url), 'utf8');
  assert.ok(example.includes(snippet.trim().split('\n')[1] ?? '-'));
});

void test('the program of the README lists the hub’s events', async () => {
  const [program = ''] = code('ts');
  const file = fileURLToPath(new URL('readme-program.generated.ts', import.meta.url));
  await writeFile(file, program.replaceAll(hubAddress, hub.url));
  try {
    const { stdout } = await promisify(execFile)(process.execPath, ['--conditions=@huddlekit/source', file]);
    assert.match(stdout.split('\n')[0] ?? '', /\S \d{4}-\d\d-\d\dT/);
  } finally {
    await rm(file);
  }
});

void test('every command it names is there', async () => {
  const { scripts } = JSON.parse(await readFile(new URL('package.json', root), 'utf8')) as {
    scripts: Record<string, string>;
  };
  for (const [, name] of readme.matchAll(/npm run ([\w:]+)/g))
    assert.ok(scripts[name ?? ''], `npm run ${name ?? ''}`);
  for (const command of ['convert', 'import', 'moderate', 'campaign']) {
    const { code: exit, stdout } = await hub.run(command, '--help');
    assert.equal(exit, 0);
    assert.match(stdout, new RegExp(`huddlekit ${command}`));
  }
});

void test('every link into the repository leads somewhere', () => {
  for (const [, target] of readme.matchAll(/\]\(([^)#:]+)\)/g))
    assert.ok(existsSync(new URL(target ?? '', root)), target);
});
