import type { Writable } from 'node:stream';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Writes values as JSON, one a line, no faster than they are read. A reader that has enough, like `head`, ends it. */
export async function writeLines(stream: Writable, values: Iterable<unknown>): Promise<void> {
  try {
    await pipeline(Readable.from(linesOf(values)), stream, { end: false });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPIPE') throw error;
  }
}

function* linesOf(values: Iterable<unknown>): Generator<string> {
  for (const value of values) yield `${JSON.stringify(value)}\n`;
}
