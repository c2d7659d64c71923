import { randomBytes } from 'node:crypto';
import Fastify, { type FastifyInstance } from 'fastify';
import type { Hub } from '../hub.ts';
import { allowOtherOrigins } from './cors.ts';
import { answerProblems, problemOf, sendProblem } from './errors.ts';
import { logRequests, type Log } from './log.ts';
import { feedRoutes } from './routes/feeds.ts';
import { manageRoutes } from './routes/manage.ts';
import { operationRoutes } from './routes/operations.ts';
import { reviewRoutes } from './routes/review.ts';
import { visitorRoutes } from './routes/visitors.ts';
import { writeRoutes } from './routes/writes.ts';
import { ProblemError } from './problem-error.ts';
import { protectAnswers } from './security-headers.ts';
import { serveFiles } from './static-files.ts';

/** The largest body of a request, in bytes; a long description in the host form is a sixth of it. */
export const bodyLimit = 64 * 1024;

export interface AppOptions {
  readonly hub: Hub;
  readonly log: Log;
  /** True from the moment the hub stops taking new work. */
  readonly isStopping: () => boolean;
  /** Adds the pages for people. */
  readonly pages?: (app: FastifyInstance, hub: Hub) => Promise<void> | void;
}

/** The hub's server, not yet listening. */
export async function createApp({ hub, log, isStopping, pages }: AppOptions): Promise<FastifyInstance> {
  const app = Fastify({
    bodyLimit,
    // Slow senders don't hold a connection for long.
    requestTimeout: 20_000,
    connectionTimeout: 60_000,
    keepAliveTimeout: 10_000,
    // Reading the files to serve takes long on a machine that has much else to do.
    pluginTimeout: 60_000,
    http: { headersTimeout: 10_000, maxHeaderSize: 16_384 },
    forceCloseConnections: 'idle',
    // Answered below, as a problem like every other.
    return503OnClosing: false,
    trustProxy: (_, hop) => hop < hub.settings.trustedProxies,
    genReqId: () => randomBytes(12).toString('base64url'),
    requestIdHeader: false,
    onProtoPoisoning: 'error',
    onConstructorPoisoning: 'error',
    frameworkErrors: (error, request, reply) => {
      void sendProblem(request, reply, problemOf(error));
    },
  });

  answerProblems(app, (request, error) => {
    const { id: requestId, method } = request;
    log.failure(error, { requestId, method, route: request.routeOptions.url ?? '(none)' });
  });
  protectAnswers(app, { isSecure: hub.settings.baseUrl.startsWith('https:') });
  logRequests(app, log);
  refuseWhenStopping(app, isStopping);
  allowOtherOrigins(app);

  await app.register(async (wire) => {
    acceptJsonOnly(wire);
    visitorRoutes(wire, hub);
    feedRoutes(wire, hub);
    writeRoutes(wire, hub, log);
    manageRoutes(wire, hub);
    reviewRoutes(wire, hub);
    operationRoutes(wire, hub);
  });
  await app.register(async (files) => serveFiles(files, hub.settings.publicFolder));
  if (pages) await app.register(async (scope) => pages(scope, hub));
  return app;
}

/** A connection that stays open may bring new requests when the hub stops; they are to come again, elsewhere. */
function refuseWhenStopping(app: FastifyInstance, isStopping: () => boolean): void {
  app.addHook('onRequest', async (_, reply) => {
    if (!isStopping()) return;
    reply.header('connection', 'close');
    throw new ProblemError('unavailable');
  });
}

function acceptJsonOnly(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'string' },
    app.getDefaultJsonParser('error', 'error'),
  );
}
