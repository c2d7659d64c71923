import { existsSync, mkdirSync } from 'node:fs';
import { readCampaign, writeCampaign } from '../campaign/campaign.ts';
import { localize } from '../campaign/campaign-file.ts';
import { settingsFrom } from '../settings.ts';
import { readArguments, UsageError } from './arguments.ts';

const help = `huddlekit campaign check FILE
huddlekit campaign apply FILE

Checks a campaign file; apply puts it into the data folder, where a running hub takes it within seconds.
`;

export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments({
    args: [...args],
    allowPositionals: true,
    options: { help: { type: 'boolean', short: 'h' } },
  });
  if (values.help) {
    process.stdout.write(help);
    return 0;
  }
  const [act, file] = positionals;
  if ((act !== 'check' && act !== 'apply') || file === undefined) {
    throw new UsageError('Write huddlekit campaign check FILE, or apply FILE');
  }
  if (!existsSync(file)) throw new UsageError(`${file} can’t be read. Check the name.`);
  let campaign;
  try {
    campaign = readCampaign(file);
  } catch (error) {
    throw new UsageError((error as Error).message, { cause: error });
  }
  if (act === 'apply') {
    const { dataFolder } = settingsFrom(process.env);
    mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
    writeCampaign(dataFolder, campaign);
  }
  process.stdout.write(`${localize(campaign.title)}: ${act === 'apply' ? 'in place' : 'no faults'}\n`);
  return Promise.resolve(0);
}
