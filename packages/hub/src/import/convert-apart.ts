import { Worker } from 'node:worker_threads';
import {
  problem,
  type Conversion,
  type ConvertContext,
  type Format,
  type ProblemCode,
} from '@huddlekit/connectors';

/** What a worker converts. */
export interface ConversionTask extends Omit<ConvertContext, 'timezoneAt'> {
  readonly bytes: Uint8Array;
  readonly format: Format | 'auto';
  /** Milliseconds of work; what isn't read by then is reported. */
  readonly limit: number;
}

/** Milliseconds of work for a file of up to 1 MB, and for each MB more. */
const millisecondsEach = 1_000;
/** Milliseconds that may pass beyond the limit until a worker that doesn't answer is ended. */
const grace = 5_000;
const megabyte = 1_000_000;

/**
 * Converts a file in a thread of its own, which is ended when it takes too long or too much memory: what others wrote
 * must not stop or exhaust the hub. Never rejects for anything the file holds.
 */
export async function convertApart(task: Omit<ConversionTask, 'limit'>): Promise<Conversion> {
  const limit = millisecondsEach * Math.max(1, task.bytes.length / megabyte);
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  const worker = new Worker(new URL(`./conversion-worker.${extension}`, import.meta.url), {
    workerData: { ...task, limit } satisfies ConversionTask,
    resourceLimits: { maxOldGenerationSizeMb: 512 + Math.ceil((task.bytes.length / megabyte) * 40) },
  });
  const { promise, resolve } = Promise.withResolvers<Conversion>();
  const timer = setTimeout(
    () => {
      resolve(failed('too_slow'));
    },
    3 * limit + grace,
  );
  worker.once('message', resolve);
  worker.once('error', ({ code }: NodeJS.ErrnoException) => {
    resolve(failed(code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'too_large' : 'unreadable_file'));
  });
  worker.once('exit', () => {
    resolve(failed('unreadable_file'));
  });
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}

function failed(code: ProblemCode): Conversion {
  return { events: [], problems: [problem(1, code)], rows: 0 };
}
