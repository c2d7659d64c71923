import { copyFileSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { longestTask, mainThread, quantile, workBetween } from './trace.mjs';

const categories = [
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'toplevel',
  'blink.user_timing',
];
/** What a visitor does with the keys: around, closer, around, and out again. A peer without keys has `step`. */
const moves = {
  ArrowRight: [80, 0, 0],
  ArrowLeft: [-80, 0, 0],
  ArrowDown: [0, 80, 0],
  ArrowUp: [0, -80, 0],
  '+': [0, 0, 1],
  '-': [0, 0, -1],
};
const keys = [
  ...['ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp', '+', 'ArrowLeft', 'ArrowUp', '+', 'ArrowRight', '+'],
  ...[
    'ArrowDown',
    'ArrowDown',
    '+',
    'ArrowLeft',
    'ArrowUp',
    '+',
    'ArrowRight',
    'ArrowRight',
    '-',
    'ArrowUp',
    '-',
  ],
  ...['ArrowLeft', '-', 'ArrowDown', '-', 'ArrowRight', '-'],
];
/** Milliseconds for which a step may still cause work. */
const settle = 450;

/**
 * Opens a page, waits for its first clusters, and moves its map about.
 * @param {{ url: string, canvas: string, isDrawn: string, feed: RegExp }} page `isDrawn` is an expression of the page
 */
export async function measureMap(browser, { url, canvas, isDrawn, feed, isPeer }, { hasSteps }) {
  const context = await browser.newContext({
    viewport: { width: 1100, height: 860 },
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  page.on('pageerror', (error) => console.error(`${url}: ${error.message}`));
  page.on('console', (message) => message.type() === 'error' && console.error(`${url}: ${message.text()}`));
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  const received = new Map();
  session.on('Network.responseReceived', ({ requestId, response }) =>
    received.set(requestId, { url: response.url }),
  );
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (received.has(requestId)) received.get(requestId).bytes = encodedDataLength;
  });
  await page.addInitScript(`
    const look = () => {
      if (${isDrawn}) requestAnimationFrame(() => performance.mark('bench-drawn'));
      else requestAnimationFrame(look);
    };
    addEventListener('DOMContentLoaded', look);`);
  const path = join(tmpdir(), `huddlekit-trace-${process.pid}.json`);
  await browser.startTracing(page, { path, categories });
  await page.goto(url);
  await page.waitForFunction(() => performance.getEntriesByName('bench-drawn').length > 0, null, {
    timeout: 180_000,
  });
  const feedBytes = [...received.values()]
    .filter((answer) => feed.test(answer.url))
    .reduce((sum, { bytes = 0 }) => sum + bytes, 0);
  await page.waitForTimeout(1500);
  if (hasSteps) {
    await page.locator(canvas).first().focus();
    for (const key of keys) {
      await page.evaluate((move) => {
        performance.mark('bench-step');
        globalThis.step?.(...move);
      }, moves[key]);
      if (!isPeer) await page.keyboard.press(key);
      await page.waitForTimeout(settle);
    }
  }
  await page.evaluate(() => performance.mark('bench-end'));
  await browser.stopTracing();
  const { tasks, marks } = mainThread(readFileSync(path, 'utf8'));
  if (process.env.KEEP_TRACE) copyFileSync(path, process.env.KEEP_TRACE);
  rmSync(path);
  const [start, drawn] = ['bench-start', 'bench-drawn'].map(
    (name) => marks.find((mark) => mark.name === name).time,
  );
  const steps = marks.filter(({ name }) => name === 'bench-step');
  const works = steps.map(({ time }, index) =>
    workBetween(tasks, time, steps[index + 1]?.time ?? marks.at(-1).time),
  );
  const memory = await heap(session);
  await context.close();
  return {
    firstClusters: (drawn - start) / 1000,
    feedBytes,
    longestTask: longestTask(tasks, start),
    stepP50: quantile(works, 0.5),
    stepP95: quantile(works, 0.95),
    memory,
    works,
  };
}

/** Bytes of the page's heap and of what it holds outside of it, after a collection. */
async function heap(session) {
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  const {
    usedSize,
    embedderHeapUsedSize = 0,
    backingStorageSize = 0,
  } = await session.send('Runtime.getHeapUsage');
  return usedSize + embedderHeapUsedSize + backingStorageSize;
}
