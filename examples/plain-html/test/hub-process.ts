import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '@huddlekit/tools/lib/free-port.mjs';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const program = join(root, 'packages/hub/bin/huddlekit.mjs');
// Without it the program starts itself again with it, and a signal would end only the first of the two.
const direct = ['--conditions=@huddlekit/source'];

/** A hub as an operator runs it: a process of its own, a data folder, a real port. */
export class HubProcess {
  readonly dataFolder: string;
  readonly url: string;
  readonly #smtpUrl: string | undefined;
  #process: ChildProcess | undefined;

  private constructor(dataFolder: string, port: number, smtpUrl: string | undefined) {
    this.dataFolder = dataFolder;
    this.url = `http://127.0.0.1:${String(port)}`;
    this.#smtpUrl = smtpUrl;
  }

  /** Without a mail server its mails are files in the data folder. */
  static async create(smtpUrl?: string): Promise<HubProcess> {
    return new HubProcess(await mkdtemp(join(tmpdir(), 'huddlekit-')), await freePort(), smtpUrl);
  }

  async start(...args: string[]): Promise<void> {
    const child = spawn(process.execPath, [...direct, program, 'serve', ...args], {
      env: this.#environment(),
      cwd: root,
    });
    this.#process = child;
    let output = '';
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    for (let attempt = 0; attempt < 300; attempt++) {
      if (child.exitCode !== null) throw new Error(`The hub stopped at its start:\n${output}`);
      const answer = await fetch(`${this.url}/readyz`).catch(() => null);
      if (answer?.ok) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`The hub did not become ready in 30 seconds:\n${output}`);
  }

  /** Ends the process as a crash would, with nothing flushed or finished. */
  async crash(): Promise<void> {
    await this.#end('SIGKILL');
  }

  /** Runs a command of the hub's command line on the same data, and answers what it printed. */
  async run(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
    const child = spawn(process.execPath, [...direct, program, ...args], {
      env: this.#environment(),
      cwd: root,
    });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    const [code] = (await once(child, 'close')) as [number];
    return { code, stdout, stderr };
  }

  async remove(): Promise<void> {
    await this.#end('SIGTERM');
    await rm(this.dataFolder, { recursive: true, force: true });
  }

  async #end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const child = this.#process;
    this.#process = undefined;
    if (!child || child.exitCode !== null) return;
    child.kill(signal);
    await once(child, 'exit');
  }

  #environment(): NodeJS.ProcessEnv {
    const { SMTP_URL: _smtp, HUDDLEKIT_BASE_URL: _base, ...inherited } = process.env;
    return {
      ...inherited,
      PORT: new URL(this.url).port,
      HUDDLEKIT_DATA: this.dataFolder,
      ...(this.#smtpUrl !== undefined && { SMTP_URL: this.#smtpUrl }),
    };
  }
}
