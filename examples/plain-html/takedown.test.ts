import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setStage } from './test/stage.ts';

const stage = setStage();
/** Seconds after which nobody may still be shown it, other people's caches included. */
const longest = 60;

interface Shown {
  readonly isShown: boolean;
  /** Seconds that a cache between may keep the answer. */
  readonly keptFor: number;
}

void test('what is taken down beside the running hub is gone from pins, feeds and pages within a minute', async (context) => {
  const { hub } = stage;
  const list = (await (await fetch(`${hub.url}/v1/events?limit=1`)).json()) as {
    data: { id: string; pin: number }[];
  };
  const [event] = list.data;
  assert.ok(event);
  const { id, pin } = event;
  const pins = async (): Promise<string> => (await fetch(`${hub.url}/v1/pins`)).text();
  const pinsBefore = await pins();
  const paths = [
    '/v1/events?limit=100',
    `/v1/events?pins=${String(pin)}`,
    `/v1/events/${id}`,
    `/v1/events/${id}/calendar.ics`,
    '/feeds/events.ics',
    '/feeds/events.geojson',
    '/feeds/events.json',
    `/e/${id}`,
  ];
  const look = (): Promise<Shown[]> => Promise.all(paths.map((path) => shown(hub.url + path, id)));
  const before = await look();
  assert.ok(before.every(({ isShown }) => isShown));

  const { code, stderr } = await hub.run('moderate', 'takedown', id, '--message', 'It isn’t real.');
  assert.equal(code, 0, stderr);
  const start = performance.now();
  for (;;) {
    const now = await look();
    if (now.every(({ isShown }) => !isShown) && (await pins()) !== pinsBefore) break;
    assert.ok(performance.now() - start < longest * 1000, JSON.stringify(now));
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  const keptFor = Math.max(...before.map((answer) => answer.keptFor));
  const pinsKeptFor = cacheLife((await fetch(`${hub.url}/v1/pins`)).headers);
  context.diagnostic(
    `gone after ${((performance.now() - start) / 1000).toFixed(1)} s; caches keep at most ${String(Math.max(keptFor, pinsKeptFor))} s`,
  );
  assert.ok(Math.max(keptFor, pinsKeptFor) < longest);
});

async function shown(url: string, id: string): Promise<Shown> {
  const response = await fetch(url);
  const text = (await response.text()).replaceAll('\r\n ', '');
  return { isShown: response.ok && text.includes(id), keptFor: cacheLife(response.headers) };
}

/** Seconds for which anybody may go on showing an answer (RFC 9111, RFC 5861). */
function cacheLife(headers: Headers): number {
  const control = headers.get('cache-control') ?? '';
  const seconds = (name: string): number =>
    Number(new RegExp(`(?:^|[\\s,])${name}=(\\d+)`).exec(control)?.[1] ?? 0);
  return Math.max(seconds('max-age'), seconds('s-maxage')) + seconds('stale-while-revalidate');
}
