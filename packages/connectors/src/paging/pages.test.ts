import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ConvertProblem } from '../problem.ts';
import { pagesOf } from './pages.ts';

const first = 'https://api.example.org/events?page=1';

/** The addresses that are read where each page links to the one given for it, and what is told. */
async function walk(
  links: Readonly<Record<string, string | null>>,
): Promise<{ read: string[]; told: string[] }> {
  const problems: ConvertProblem[] = [];
  const read: string[] = [];
  const paging = {
    first,
    nextOf: (page: unknown) => links[String(page)] ?? null,
    get: (url: string) => {
      read.push(url);
      return Promise.resolve(url);
    },
  };
  for await (const page of pagesOf(paging, problems)) assert.equal(page, read.at(-1));
  return { read, told: problems.map(({ code }) => code) };
}

void test('links are followed to the last page, relative ones too', async () => {
  const second = 'https://api.example.org/events?page=2';
  assert.deepEqual(await walk({ [first]: '?page=2', [second]: null }), { read: [first, second], told: [] });
});

void test('a link in a circle or to another site isn’t followed', async () => {
  assert.deepEqual(await walk({ [first]: first }), { read: [first], told: ['next_again'] });
  for (const link of ['https://evil.example/events', 'http://api.example.org/events', 'http://['])
    assert.deepEqual(await walk({ [first]: link }), { read: [first], told: ['next_elsewhere'] }, link);
});

void test('a list without end ends', async () => {
  const endless = new Proxy(
    {},
    { get: (_, url) => `?page=${String(Number(/\d+$/.exec(String(url))?.[0]) + 1)}` },
  );
  const { read, told } = await walk(endless);
  assert.deepEqual([read.length, told], [400, ['too_many']]);
});
