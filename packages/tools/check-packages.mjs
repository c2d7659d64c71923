import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { parts } from './build.mjs';
import { chromiumArgs, ensureChromium } from './lib/chromium.mjs';
import { startHub } from './lib/hub.mjs';
import { childEnvironment } from './lib/node24.mjs';
import { root } from './lib/paths.mjs';
import { visitByPage } from './packages/browser.mjs';
import { bundlers } from './packages/bundlers.mjs';
import { compile, makeConsumer, node22, resolutions, runOn } from './packages/consumer.mjs';
import { names, pack, publintProblems, typesProblems } from './packages/pack.mjs';

let failed = 0;

/** Does one piece of work, which gives what it found wrong, and says how it went. */
async function check(title, work) {
  const start = performance.now();
  const problems = await work().catch((error) => [error.message]);
  failed += problems.length;
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${problems.length > 0 ? '✖' : '✔'} ${title} (${seconds} s)`);
  for (const problem of problems) console.log(`    ${problem.replaceAll('\n', '\n    ')}`);
}

/** What is wrong with what a program saw of a hub with the sample campaign. */
function problemsIn({ titles, pins, again, rsvp, refusal, hosts, sources }) {
  const expected = [
    [titles.length === 3, `It listed ${titles.length} events and not 3`],
    [pins > 100, `It read ${pins} pins`],
    [again.length > 0, 'The lean client read no event'],
    [['unconfirmed', 'confirmed', 'waitlisted'].includes(rsvp), `Its RSVP is ${rsvp}`],
    [refusal === 'not_found', `An event that isn't there answered ${refusal}`],
    [hosts, 'It can’t host'],
    [sources === 2, `The event with a calendar file has ${sources} sources and not 2`],
  ];
  return expected.flatMap(([holds, problem]) => (holds ? [] : [problem]));
}

async function checkTarballs(folder) {
  const tarballs = [];
  for (const name of names) {
    await check(`@huddlekit/${name}: publint and attw`, async () => {
      const tarball = await pack(name, folder);
      tarballs.push(tarball);
      return [...(await publintProblems(tarball)), ...(await typesProblems(tarball))];
    });
  }
  return tarballs;
}

async function checkTypes(folder) {
  for (const resolution of resolutions) {
    await check(`types by ${resolution.moduleResolution}`, async () => {
      await compile(folder, resolution);
      return [];
    });
  }
}

async function checkNodes(folder, compiled, hub) {
  const old = await node22(join(folder, 'node22'));
  if (!old) console.log('- Node 22 can’t be had here');
  for (const node of [process.execPath, ...(old ? [old] : [])]) {
    await check(`runs on Node ${node === old ? 22 : process.versions.node}`, async () => {
      const { mocked, ...report } = await runOn(node, compiled, hub);
      return [...problemsIn(report), ...(mocked === 5 ? [] : [`The mocked hub gave ${mocked} events`])];
    });
  }
}

async function checkBundles(folder, compiled, hub) {
  ensureChromium();
  const browser = await chromium.launch({ executablePath: process.env.CHROME_PATH, args: chromiumArgs });
  try {
    for (const [name, bundle] of Object.entries(bundlers)) {
      await check(`bundled by ${name}, in a page and a worker`, async () => {
        const target = join(folder, 'bundles', name);
        await bundle(compiled, target);
        const { page, worker, complaints } = await visitByPage(browser, target, hub);
        return [...problemsIn(page), ...problemsIn(worker), ...complaints];
      });
    }
  } finally {
    await browser.close();
  }
}

process.chdir(root);
process.env.PATH = childEnvironment().PATH;
const folder = mkdtempSync(join(tmpdir(), 'huddlekit-packages-'));
const consumer = join(folder, 'consumer');
let hub;
try {
  await parts.libraries();
  const tarballs = await checkTarballs(folder);
  await check('installs', async () => {
    await makeConsumer(consumer, tarballs);
    return [];
  });
  await checkTypes(consumer);
  const compiled = join(consumer, 'out/nodenext');
  hub = await startHub();
  await checkNodes(folder, compiled, hub.url);
  await checkBundles(folder, compiled, hub.url);
} finally {
  await hub?.stop();
  rmSync(folder, { recursive: true, force: true });
}
console.log(failed > 0 ? `\n${failed} problems` : '\nThe packages can be published.');
process.exitCode = failed > 0 ? 1 : 0;
