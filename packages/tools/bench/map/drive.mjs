import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { quantile } from '../measure.mjs';
import { longestTask, mainThread } from './trace.mjs';

/** No more than is needed: what is traced is slowed down. */
const categories = ['toplevel', 'blink.user_timing'];
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

export class NothingDrawnError extends Error {}

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
  // Playwright's own way brings a script of 330 kB along, whose compiling would be among the page's tasks.
  const evaluate = async (expression) => {
    const answer = await session.send('Runtime.evaluate', { expression, returnByValue: true });
    if (answer.exceptionDetails) throw new Error(`${url}: ${answer.exceptionDetails.exception.description}`);
    return answer.result.value;
  };
  await session.send('Network.enable');
  const received = new Map();
  session.on('Network.responseReceived', ({ requestId, response }) =>
    received.set(requestId, { url: response.url }),
  );
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (received.has(requestId)) received.get(requestId).bytes = encodedDataLength;
  });
  await page.addInitScript(`
    globalThis.longTasks = [];
    new PerformanceObserver((list) => longTasks.push(...list.getEntries().map(({ duration }) => duration)))
      .observe({ type: 'longtask', buffered: true });
    const look = () => {
      if (${isDrawn}) requestAnimationFrame(() => performance.mark('bench-drawn'));
      else requestAnimationFrame(look);
    };
    addEventListener('DOMContentLoaded', look);`);
  const path = join(tmpdir(), `huddlekit-trace-${process.pid}.json`);
  await browser.startTracing(page, { path, categories });
  await page.goto(url);
  const latest = performance.now() + 60_000;
  while (!(await evaluate(`performance.getEntriesByName('bench-drawn').length > 0`))) {
    if (performance.now() > latest) {
      await browser.stopTracing();
      await context.close();
      throw new NothingDrawnError();
    }
    await setTimeout(50);
  }
  const feedBytes = [...received.values()]
    .filter((answer) => feed.test(answer.url))
    .reduce((sum, { bytes = 0 }) => sum + bytes, 0);
  await setTimeout(1500);
  await browser.stopTracing();
  const { tasks, marks } = mainThread(readFileSync(path, 'utf8'));
  rmSync(path);
  const [start, drawn] = ['bench-start', 'bench-drawn'].map(
    (name) => marks.find((mark) => mark.name === name).time,
  );
  const steps = hasSteps ? await stepAbout(page, session, evaluate, canvas, isPeer) : [];
  const longTask = await evaluate('Math.max(0, ...longTasks)');
  const memory = await heap(session);
  const loading = longestTask(tasks, start);
  await context.close();
  return {
    firstClusters: (drawn - start) / 1000,
    feedBytes,
    longestTask: Math.max(loading.longestTask, longTask),
    longestOwn: loading.longestOwn,
    stepP50: quantile(
      steps.map(({ work }) => work),
      0.5,
    ),
    stepP95: quantile(
      steps.map(({ work }) => work),
      0.95,
    ),
    allP95: quantile(
      steps.map(({ all }) => all),
      0.95,
    ),
    memory,
  };
}

/**
 * Moves the map about without a trace; answers for each step, in milliseconds, the main thread's work (script, style
 * and layout) and all its tasks, in which a machine without a graphics card also paints.
 */
async function stepAbout(page, session, evaluate, canvas, isPeer) {
  await session.send('Performance.enable');
  const times = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    const of = (name) => metrics.find((metric) => metric.name === name).value * 1000;
    const work = of('ScriptDuration') + of('LayoutDuration') + of('RecalcStyleDuration');
    return { work, all: of('TaskDuration') };
  };
  const during = async (act) => {
    const before = await times();
    await act();
    await setTimeout(settle);
    const after = await times();
    return { work: after.work - before.work, all: after.all - before.all };
  };
  await evaluate(focusOn(canvas));
  // What asking costs by itself.
  const idle = [];
  for (let index = 0; index < 5; index += 1) idle.push(await during(() => evaluate('0')));
  const still = {
    work: quantile(
      idle.map(({ work }) => work),
      0.5,
    ),
    all: quantile(
      idle.map(({ all }) => all),
      0.5,
    ),
  };
  const steps = [];
  for (const key of keys) {
    const { work, all } = await during(() =>
      // By a timer: what runs inside of an evaluation is not among the page's script.
      isPeer ? evaluate(`void setTimeout(() => step(${moves[key]}))`) : page.keyboard.press(key),
    );
    steps.push({ work: Math.max(0, work - still.work), all: Math.max(0, all - still.all) });
  }
  return steps;
}

/** An expression that sets the focus on the element of a selector, also where it is inside of a custom element. */
function focusOn(selector) {
  const [outer, inner] = selector.split(' ');
  const host = `document.querySelector('${outer}')`;
  return `${inner ? `${host}.shadowRoot.querySelector('${inner}')` : host}.focus()`;
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
