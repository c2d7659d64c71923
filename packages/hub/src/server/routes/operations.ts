import { openApiDocument } from '@huddlekit/contract/openapi';
import type { FastifyInstance } from 'fastify';
import type { Hub } from '../../hub.ts';
import { cacheableBody, sendCacheable } from '../cacheable.ts';

/** What a developer and an operator's machines ask for. */
export function operationRoutes(app: FastifyInstance, { settings, storage }: Hub): void {
  const document = cacheableBody(
    'application/json; charset=utf-8',
    JSON.stringify(openApiDocument(settings.baseUrl)),
  );
  app.get('/openapi.json', async (request, reply) => {
    reply.header('access-control-allow-origin', '*');
    return sendCacheable(request, reply, await document, 'public, max-age=300');
  });

  // Alive means that the process answers at all, so this asks nothing else.
  app.get('/livez', (_, reply) => reply.header('cache-control', 'no-store').type('text/plain').send('ok\n'));

  app.get('/readyz', (_, reply) => {
    // Throws where the database can't be read.
    storage.version();
    return reply.header('cache-control', 'no-store').type('text/plain').send('ok\n');
  });
}
