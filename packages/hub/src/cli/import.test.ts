import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { startTestHub } from '../server/test-hub.test-helper.ts';
import { huddlekit, jsonLines } from './command-line.test-helper.ts';

const folder = mkdtempSync(join(tmpdir(), 'huddlekit-import-'));
after(() => {
  rmSync(folder, { recursive: true });
});

const text = `id,title,start_date,city,state,country,lat,lon,url
1,March,2099-05-01,Chicago,IL,US,41.88,-87.63,https://example.org/1
2,Teach-in,2099-05-02T17:00:00Z,Houston,TX,US,41.88,-87.63,
3,Old rally,2017-01-21,Adak,AK,US,0,0,
4,Undated,,Boise,ID,US,43.6,-116.2,
5,,2099-05-03,Boise,ID,US,43.6,-116.2,
`;
const problems = { bad_coordinates: 1, missing_date: 1, missing_title: 1, place_outside_region: 1 };

function fileOf(name: string, content: string | Uint8Array): string {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
}

const plain = fileOf('events.csv', text);

void test('convert writes events and problems, packed or not, and names each lost row', async () => {
  for (const file of [plain, fileOf('events.csv.gz', gzipSync(text)), fileOf('packed.csv', gzipSync(text))]) {
    const { code, stdout, stderr } = await huddlekit(folder, 'convert', file);
    assert.equal(code, 0);
    assert.deepEqual(
      jsonLines(stdout).map(({ title }) => title),
      ['March', 'Teach-in', 'Old rally'],
    );
    assert.deepEqual(
      jsonLines(stderr).map(({ line, code: problem }) => [line, problem]),
      [
        [3, 'place_outside_region'],
        [4, 'bad_coordinates'],
        [5, 'missing_date'],
        [6, 'missing_title'],
      ],
    );
  }
});

void test('a dry run counts and leaves the data folder alone', async () => {
  const data = join(folder, 'dry');
  const { code, stdout } = await huddlekit(data, 'import', plain, '--dry-run', '--json');
  assert.equal(code, 0);
  assert.deepEqual(JSON.parse(stdout), { rows: 5, events: 3, problems, dryRun: true });
  assert.equal(existsSync(data), false);
});

void test('importing twice changes nothing, a changed row only itself', async () => {
  const data = join(folder, 'data');
  const load = async (file: string): Promise<unknown> => {
    const { stdout, stderr } = await huddlekit(data, 'import', file, '--json');
    assert.equal(stderr, '');
    return JSON.parse(stdout);
  };
  const counts = { rows: 5, events: 3, problems, dryRun: false, withdrawn: 0 };
  assert.deepEqual(await load(plain), { ...counts, created: 3, updated: 0, unchanged: 0 });
  assert.deepEqual(await load(plain), { ...counts, created: 0, updated: 0, unchanged: 3 });
  const changed = fileOf('changed.csv', text.replace('March', 'Long march'));
  assert.deepEqual(await load(changed), { ...counts, created: 0, updated: 1, unchanged: 2 });
  const words = await huddlekit(data, 'import', changed);
  assert.match(words.stdout, /5 rows, 3 events\n0 created, 0 updated, 3 unchanged\n +1 {2}bad_coordinates/);
});

void test('a running hub shows what was imported beside it, without what is past', async () => {
  await using hub = await startTestHub();
  const { code } = await huddlekit(hub.folder, 'import', plain, '--rsvp', 'native', '--json');
  assert.equal(code, 0);
  const answer = await fetch(`${hub.url}/v1/events`);
  const { data } = (await answer.json()) as { data: Record<string, unknown>[] };
  assert.deepEqual(
    data.map(({ title, rsvp }) => [title, rsvp]),
    [
      ['March', 'native'],
      ['Teach-in', 'native'],
    ],
  );
});

void test('a wrong call gets one clear line and exit code 2', async () => {
  const calls: [string[], RegExp][] = [
    [['convert'], /Name one file/],
    [['convert', 'missing.csv'], /missing\.csv can’t be read/],
    [['convert', plain, '--frmat', 'csv'], /Unknown option '--frmat'/],
    [['convert', plain, '--format', 'xls'], /The format xls isn’t known; name one of: auto, csv/],
    [['import', fileOf('broken.csv', gzipSync(text).subarray(0, 40))], /is damaged/],
    [['import', plain, '--rsvp', 'link'], /--rsvp can only be native/],
    [['moderate', 'praise'], /knows no “praise”/],
    [['moderate', 'approve'], /Give the id/],
    [['moderate', 'reject', 'x'], /--message/],
    [['campaign', 'check', 'missing.json'], /missing\.json can’t be read/],
  ];
  for (const [args, message] of calls) {
    const { code, stdout, stderr } = await huddlekit(join(folder, 'unused'), ...args);
    assert.deepEqual([code, stdout], [2, ''], args.join(' '));
    assert.match(stderr, message);
    assert.equal(stderr.trim().split('\n').length, 1, stderr);
  }
  assert.equal(existsSync(join(folder, 'unused')), false, 'a wrong call makes no data folder');
});

void test('a file without the columns of events says which it needs', async () => {
  const file = fileOf('people.csv', 'name,age\nAda,36\n');
  for (const command of ['convert', 'import']) {
    const { code, stdout, stderr } = await huddlekit(join(folder, 'unused'), command, file);
    assert.deepEqual([code, stdout], [1, '']);
    assert.match(stderr, /name a column for the title and one for the date/);
  }
});

void test('every command explains itself', async () => {
  for (const command of ['convert', 'import', 'moderate', 'campaign']) {
    const { code, stdout } = await huddlekit(join(folder, 'unused'), command, '--help');
    assert.equal(code, 0);
    assert.match(stdout, new RegExp(`^huddlekit ${command}`));
  }
});
