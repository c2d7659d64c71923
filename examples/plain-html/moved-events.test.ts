import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { movedEvents } from './moved-events.ts';

async function moved(text: string, today: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'huddlekit-moved-'));
  try {
    const file = join(folder, 'events.csv.gz');
    await writeFile(file, gzipSync(text));
    return await movedEvents(pathToFileURL(file), new Date(today));
  } finally {
    await rm(folder, { recursive: true });
  }
}

void test('moves all dates by whole weeks until a third lies ahead', async () => {
  const days = Array.from({ length: 300 }, (_, day) => new Date(Date.UTC(2019, 0, 1 + day)));
  const rows = days.map((day) => `a,${day.toISOString().slice(0, 10)}`);
  const today = '2026-11-23T12:00:00Z';
  const starts = (await moved(['title,start_date', ...rows].join('\n'), today))
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => Date.parse(`${line.split(',')[1] ?? ''}T00:00:00Z`));
  const shifts = new Set(starts.map((start, index) => start - (days[index]?.getTime() ?? 0)));
  assert.equal(shifts.size, 1);
  assert.ok([...shifts].every((shift) => shift % (7 * 86_400_000) === 0));
  const ahead = starts.filter((start) => start >= Date.parse(today)).length;
  assert.ok(Math.abs(ahead - 100) <= 4, `${String(ahead)} of 300 lie ahead`);
});

void test('keeps spans, clock times, empty dates, quotes and line breaks', async () => {
  const text =
    'title,start_date,end_date,notes\n"Ada, ""again""",2019-01-01,2019-01-03,"x\ny"\nB,,,z\nC,2019-01-01T19:00:00Z,,\n';
  assert.equal(
    await moved(text, '2019-01-15T00:00:00Z'),
    text.replaceAll('2019-01-01', '2019-01-15').replace('2019-01-03', '2019-01-17'),
  );
});
