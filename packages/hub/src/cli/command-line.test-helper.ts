import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../bin/huddlekit.mjs', import.meta.url));

export interface CommandResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `huddlekit` as a process of its own on a data folder. */
export async function huddlekit(dataFolder: string, ...args: string[]): Promise<CommandResult> {
  const { HUDDLEKIT_BASE_URL: _base, SMTP_URL: _smtp, ...environment } = process.env;
  const child = spawn(process.execPath, ['--conditions=@huddlekit/source', program, ...args], {
    env: { ...environment, HUDDLEKIT_DATA: dataFolder },
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number];
  return { code, stdout, stderr };
}

/** The values of JSON text with one value a line. */
export function jsonLines(text: string): Record<string, unknown>[] {
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}
