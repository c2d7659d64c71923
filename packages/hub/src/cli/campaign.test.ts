import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { huddlekit } from './command-line.test-helper.ts';

const folder = mkdtempSync(join(tmpdir(), 'huddlekit-campaign-'));
after(() => {
  rmSync(folder, { recursive: true });
});

const campaign = { slug: 'spring', title: 'Spring', summary: '', organizer: { name: 'Allies' } };

function fileOf(name: string, content: unknown): string {
  const file = join(folder, name);
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

void test('a campaign is checked, then put in place', async () => {
  const file = fileOf('spring.json', campaign);
  const checked = await huddlekit(folder, 'campaign', 'check', file);
  assert.deepEqual([checked.code, checked.stdout], [0, 'Spring: no faults\n']);
  assert.equal(existsSync(join(folder, 'campaign.json')), false);

  // The data folder may not be there yet.
  const data = join(folder, 'data');
  const applied = await huddlekit(data, 'campaign', 'apply', file);
  assert.deepEqual([applied.code, applied.stderr], [0, '']);
  const stored = JSON.parse(readFileSync(join(data, 'campaign.json'), 'utf8')) as typeof campaign;
  assert.equal(stored.title, 'Spring');
});

void test('a fault is named with its key, and nothing is put in place', async () => {
  const faults: [unknown, RegExp][] = [
    [{ ...campaign, titel: 'Spring' }, /titel/],
    [{ ...campaign, slug: 'No spaces' }, /slug/],
    ['{', /is not JSON/],
  ];
  for (const [content, message] of faults) {
    const data = join(folder, 'untouched');
    const { code, stderr } = await huddlekit(data, 'campaign', 'apply', fileOf('faulty.json', content));
    assert.equal(code, 2);
    assert.match(stderr, message);
    assert.equal(existsSync(data), false);
  }
});
