import { existsSync, mkdirSync } from 'node:fs';
import { readCampaign, writeCampaign } from '../campaign/campaign.ts';
import { localize } from '../campaign/campaign-file.ts';
import { openHub } from '../hub.ts';
import { settingsFrom } from '../settings.ts';
import { readArguments, UsageError } from './arguments.ts';

const help = `huddlekit campaign check FILE
huddlekit campaign apply FILE
huddlekit campaign close --yes

Checks a campaign file; apply puts it into the data folder, where a running hub takes it within seconds. close, with
the hub stopped, ends the campaign's count: guests of all that is over are erased at once, who was only a hash becomes
part of one number, and the key of the hashes is destroyed.
`;

export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments({
    args: [...args],
    allowPositionals: true,
    options: { help: { type: 'boolean', short: 'h' }, yes: { type: 'boolean' } },
  });
  if (values.help) {
    process.stdout.write(help);
    return 0;
  }
  const [act, file] = positionals;
  if (act === 'close') return close(values.yes === true);
  if ((act !== 'check' && act !== 'apply') || file === undefined) {
    throw new UsageError('Write huddlekit campaign check FILE, apply FILE, or close --yes');
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

async function close(isSure: boolean): Promise<number> {
  if (!isSure)
    throw new UsageError('This can’t be taken back. Stop the hub and write huddlekit campaign close --yes');
  const hub = openHub(settingsFrom(process.env));
  try {
    await hub.people.closeCampaign();
  } finally {
    await hub.close();
  }
  process.stdout.write('The count is one number now, and its key is gone\n');
  return 0;
}
