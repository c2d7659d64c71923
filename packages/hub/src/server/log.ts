import type { FastifyInstance } from 'fastify';

/** Takes one line of the log. */
export type LogWriter = (line: string) => void;

/**
 * Everything a line of the log may say. Addresses, tokens, names and mails are not among it: a route is written
 * as its pattern, and an error by its kind and the places in the code, without its message.
 */
export interface LogEntry {
  readonly level: 'info' | 'error';
  readonly event: 'request' | 'failure' | 'start' | 'stop' | 'delivery' | 'alarm';
  /** Public id of the event that an alarm is about. */
  readonly subject?: string;
  readonly requestId?: string;
  readonly method?: string;
  readonly route?: string;
  readonly status?: number;
  readonly milliseconds?: number;
  readonly error?: string;
  readonly stack?: readonly string[];
  /** Id of a mail, by which its Message-ID is known too. */
  readonly mail?: string;
  /** Whether the mail that wasn't handed over is kept as failed, else it's tried again. */
  readonly isGivenUp?: boolean;
}

export interface Log {
  write(entry: LogEntry): void;
  /** An error as far as the log may tell it. */
  failure(
    error: unknown,
    entry?: Partial<Pick<LogEntry, 'event' | 'requestId' | 'method' | 'route' | 'mail' | 'isGivenUp'>>,
  ): void;
}

/** A log of JSON lines. */
export function createLog(writer: LogWriter, now: () => number): Log {
  const write = (entry: LogEntry): void => {
    writer(`${JSON.stringify({ time: new Date(now()).toISOString(), ...entry })}\n`);
  };
  return {
    write,
    failure(error, entry = {}) {
      const { name, code } = error as { name?: unknown; code?: unknown };
      const kind = [name, code].filter((part) => typeof part === 'string').join(' ');
      write({
        level: 'error',
        event: 'failure',
        ...entry,
        error: kind || typeof error,
        stack: frames(error),
      });
    },
  };
}

// The first lines of a stack repeat the message, which may quote what a person typed, also lines that look like places.
function frames(error: unknown): string[] {
  const { stack, message } = error as { stack?: unknown; message?: unknown };
  if (typeof stack !== 'string') return [];
  const quoted = typeof message === 'string' ? stack.indexOf(message) : -1;
  const places = quoted < 0 ? stack : stack.slice(quoted + String(message).length);
  return places
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8)
    .map((line) => line.trim());
}

/** Logs each answered request by its route's pattern. */
export function logRequests(app: FastifyInstance, log: Log): void {
  app.addHook('onResponse', async (request, reply) => {
    log.write({
      level: 'info',
      event: 'request',
      requestId: request.id,
      method: request.method,
      route: request.routeOptions.url ?? '(none)',
      status: reply.statusCode,
      milliseconds: Math.round(reply.elapsedTime * 10) / 10,
    });
  });
}
