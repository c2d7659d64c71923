import { readArguments } from './arguments.ts';
import { openHub } from '../hub.ts';
import { loadSampleCampaign } from '../sample/sample.ts';
import { createLog } from '../server/log.ts';
import { startHub } from '../server/start.ts';
import { settingsFrom } from '../settings.ts';

/** Runs the hub until it is told to stop. A first start without data loads the sample, unless `--empty` is given. */
export async function run(args: readonly string[]): Promise<number> {
  const { values } = readArguments({
    args: [...args],
    options: { empty: { type: 'boolean', default: false } },
  });
  const settings = settingsFrom(process.env);
  const hub = openHub(settings);
  // A hub with a public address is somebody's real one.
  const wantsSample = !values.empty && !settings.isPublic;
  if (wantsSample && !(await hub.hasData())) await loadSampleCampaign(hub);

  const log = createLog((line) => process.stderr.write(line), hub.now);
  const running = await startHub(hub, log);
  process.stdout.write(`Huddlekit is running at ${settings.baseUrl}/\n`);

  return new Promise((resolve, reject) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        running.stop().then(() => {
          resolve(0);
        }, reject);
      });
    }
  });
}
