import { parseArgs, type ParseArgsConfig } from 'node:util';

/** A mistake in how a command was called; its message is all that is printed. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Reads a command's arguments. @throws UsageError that names the flag. */
export function readArguments<const Config extends ParseArgsConfig>(config: Config) {
  try {
    return parseArgs(config);
  } catch (error) {
    // Node adds advice about `--` that isn't the repair here.
    const [fault = ''] = (error as Error).message.split('. ');
    throw new UsageError(`${fault.replace(/\.$/, '')}. See --help.`, { cause: error });
  }
}
