import { once } from 'node:events';
import type { Writable } from 'node:stream';

/** Writes values as JSON, one a line, no faster than they are read. */
export async function writeLines(stream: Writable, values: Iterable<unknown>): Promise<void> {
  for (const value of values) {
    if (!stream.write(`${JSON.stringify(value)}\n`)) await once(stream, 'drain');
  }
}
