import { spawn } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';
import { childEnvironment } from './node24.mjs';
import { root } from './paths.mjs';

/**
 * Runs a command, in the project's root where no other folder is named, and collects what it prints.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: Record<string, string>, timeout?: number }} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(command, args, { cwd = root, env = {}, timeout = 0 } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...childEnvironment(), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout,
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => (output += text));
    }
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (signal) output += `\n${command} was stopped by ${signal}.`;
      resolve({ code: code ?? 1, output: stripVTControlCharacters(output) });
    });
  });
}
