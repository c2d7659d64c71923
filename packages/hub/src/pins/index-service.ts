import { Worker } from 'node:worker_threads';
import type { CountsQuery, PinsQuery } from '@huddlekit/contract';
import { tileFrom } from '@huddlekit/contract/pins';
import { boundsOf, pointOf, queryError } from '../events/event-filters.ts';

/** What the thread is asked; `now` in milliseconds since 1970. */
export type Question = { readonly id: number; readonly now: number } & (
  | { readonly type: 'pins'; readonly query: PinsQuery }
  | { readonly type: 'counts'; readonly query: CountsQuery }
);

/** What it answers: JSON, or what went wrong. */
export type Reply = { readonly id: number } & ({ readonly body: string } | { readonly error: unknown });

/** Pins and counts, from an index of the public events that a thread of its own keeps. */
export interface IndexService {
  /** A `PinFeed` as JSON. @throws ProblemError `bad_request` that names the value of the query. */
  pins(query: PinsQuery): Promise<string>;
  /** `Counts` as JSON. @throws ProblemError `bad_request` that names the value of the query. */
  counts(query: CountsQuery): Promise<string>;
  close(): Promise<void>;
}

type Waiting = PromiseWithResolvers<string>;

/** `database` is the file; the thread starts with the first question. */
export function createIndexService(database: string, now: () => number): IndexService {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let asked = 0;

  const fail = (error: unknown): void => {
    worker = undefined;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };

  const start = (): Worker => {
    const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
    const started = new Worker(new URL(`./index-thread.${extension}`, import.meta.url), {
      workerData: database,
    });
    started.on('message', (reply: Reply) => {
      const { resolve, reject } = waiting.get(reply.id) ?? {};
      waiting.delete(reply.id);
      if ('body' in reply) resolve?.(reply.body);
      else reject?.(reply.error);
    });
    started.on('error', fail);
    started.on('exit', () => {
      if (worker === started) fail(new Error('The thread that keeps the index of events has ended'));
    });
    // It holds no work that a process would have to finish.
    started.unref();
    return started;
  };

  const ask = (
    question: { type: 'pins'; query: PinsQuery } | { type: 'counts'; query: CountsQuery },
  ): Promise<string> => {
    worker ??= start();
    const answer: Waiting = Promise.withResolvers();
    const id = ++asked;
    waiting.set(id, answer);
    worker.postMessage({ ...question, id, now: now() } satisfies Question);
    return answer.promise;
  };

  return {
    async pins(query) {
      checkQuery(query);
      if (query.tile !== undefined && !tileFrom(query.tile))
        throw queryError('tile', 'Give zoom/column/row of a square of the map, with a zoom of at most 19');
      return ask({ type: 'pins', query });
    },
    async counts(query) {
      checkQuery(query);
      return ask({ type: 'counts', query });
    },
    async close() {
      const ended = worker;
      worker = undefined;
      await ended?.terminate();
      fail(new Error('The hub is closing'));
    },
  };
}

/** What can be wrong with a query is told before it is asked. @throws ProblemError */
function checkQuery({ near, within, bbox }: PinsQuery | CountsQuery): void {
  if (near !== undefined) pointOf(near);
  if (within !== undefined && near === undefined) throw queryError('within', 'A radius needs near');
  if (bbox !== undefined) boundsOf(bbox);
}
