import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';
import { chromiumArgs, ensureChromium } from './lib/chromium.mjs';
import { fromRoot, root } from './lib/paths.mjs';
import { run } from './lib/run.mjs';
import { serveFolder } from './lib/serve.mjs';
import { inputsOfStories, requireFile } from './lib/stale.mjs';
import { isFresh, markFresh } from './lib/stamp.mjs';

const folder = fromRoot('.storybook/static');
const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const perStory = 20_000;

async function buildStories() {
  const inputs = inputsOfStories();
  if (isFresh('stories', inputs)) return;
  requireFile('.storybook/main.ts', 'there are no stories to build.');
  const args = ['build', '--config-dir', '.storybook', '--output-dir', '.storybook/static', '--quiet'];
  const env = { STORYBOOK_DISABLE_TELEMETRY: '1' };
  const { code, output } = await run(fromRoot('node_modules/.bin/storybook'), args, { env });
  if (code !== 0) throw new Error(`Storybook's build failed:\n${output}`);
  markFresh('stories', inputs, ['.storybook/static/index.json']);
}

/** Notes in the page how the story ended; between `completed` and `finished` the a11y addon still runs axe itself. */
function watchRenderPhase() {
  const ended = ['finished', 'errored', 'aborted'];
  const poll = setInterval(() => {
    const phase = globalThis.__STORYBOOK_PREVIEW__?.currentRender?.phase;
    if (!ended.includes(phase)) return;
    clearInterval(poll);
    globalThis.huddlekitRenderPhase = phase;
  }, 20);
}

async function violationsIn(page) {
  const found = await page.evaluate(async () => {
    const { violations } = await globalThis.axe.run(document.body, {
      // A story is a part of a page, not one.
      rules: {
        region: { enabled: false },
        'page-has-heading-one': { enabled: false },
        'landmark-one-main': { enabled: false },
      },
    });
    return violations.map(({ id, help, nodes }) => ({
      id,
      help,
      targets: nodes.map(({ target }) => target.flat().join(' ')),
    }));
  });
  return found.map(({ id, help, targets }) => `axe ${id}: ${help} (${targets.slice(0, 3).join(', ')})`);
}

/** How a page may look: its colour scheme, or colours that the visitor's system forces. */
const themes = {
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  'forced colours': { colorScheme: 'dark', forcedColors: 'active' },
};
/** The elements that are held against every theme and language; other stories are as they are written. */
const inEveryLook = /^Event (map|list)/;
const languages = ['en', 'es'];

async function wear(page, { colorScheme, forcedColors = 'none' }) {
  await page.emulateMedia({ colorScheme, forcedColors });
  await page.evaluate(async (scheme) => {
    document.documentElement.style.colorScheme = scheme;
    for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
  }, colorScheme);
}

async function violationsInThemes(page) {
  const found = [];
  for (const [name, theme] of Object.entries(themes)) {
    await wear(page, theme);
    found.push(...(await violationsIn(page)).map((violation) => `${name}: ${violation}`));
  }
  return found;
}

/** The mocks ask for their service worker anew with each story, and a browser may just have let go of it. */
const renewal = /^Failed to update a ServiceWorker .*: Not found$/;
/** Errors that a story is made to show: a browser reports each failed answer by itself. */
const expectedNoise = /^Failed to load resource: /;

async function problemsOf(context, origin, { id, title }, language) {
  const page = await context.newPage();
  const problems = [];
  page.on('pageerror', ({ message }) => {
    if (!renewal.test(message)) problems.push(`page error: ${message}`);
  });
  page.on('console', (message) => {
    if (message.type() === 'error' && !expectedNoise.test(message.text())) {
      problems.push(`console error: ${message.text()}`);
    }
  });
  try {
    await page.addInitScript(watchRenderPhase);
    await page.goto(
      `${origin}/iframe.html?id=${id}&viewMode=story&globals=language:${language};a11y.manual:!true`,
    );
    await page.waitForFunction(() => globalThis.huddlekitRenderPhase, null, { timeout: perStory });
    const phase = await page.evaluate(() => globalThis.huddlekitRenderPhase);
    if (phase !== 'finished') problems.push(`the story ended as "${phase}"`);
    await page.waitForFunction(() => !document.querySelector(':not(:defined)'), null, { timeout: perStory });
    await page.addScriptTag({ path: axePath });
    problems.push(...(await (inEveryLook.test(title) ? violationsInThemes(page) : violationsIn(page))));
  } catch (error) {
    problems.push(error.message);
  } finally {
    await page.close();
  }
  return problems;
}

process.chdir(root);
const executablePath = ensureChromium();
if (!executablePath) process.exit(1);
await buildStories();
if (!existsSync(`${folder}/index.json`))
  throw new Error(`Storybook wrote no index: delete ${folder} and run this again.`);

const { entries } = JSON.parse(readFileSync(`${folder}/index.json`, 'utf8'));
const only = process.argv[2];
const queue = Object.values(entries)
  .filter(({ type, id }) => type === 'story' && (!only || id.includes(only)))
  .flatMap((story) =>
    (inEveryLook.test(story.title) ? languages : ['en']).map((language) => ({ story, language })),
  );
const counts = { passed: 0, failed: 0, skipped: 0 };

const server = await serveFolder(folder);
const browser = await chromium.launch({ executablePath, args: chromiumArgs });
async function worker() {
  // Stories of one context share msw's service worker, so each worker of ours has its own.
  const context = await browser.newContext({ reducedMotion: 'reduce' });
  for (let next = queue.shift(); next; next = queue.shift()) {
    const { story, language } = next;
    const problems = await problemsOf(context, server.origin, story, language);
    counts[problems.length > 0 ? 'failed' : 'passed'] += 1;
    for (const problem of problems) console.error(`${story.title} / ${story.name} (${language}): ${problem}`);
  }
  await context.close();
}
await Promise.all([worker(), worker()]);
await browser.close();
await server.close();

if (process.env.HUDDLEKIT_COUNTS) writeFileSync(process.env.HUDDLEKIT_COUNTS, JSON.stringify(counts));
console.log(`${counts.passed} stories passed, ${counts.failed} failed`);
process.exitCode = counts.failed > 0 || counts.passed === 0 ? 1 : 0;
