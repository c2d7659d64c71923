import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { constants } from 'node:zlib';
import { cacheableBody, sendCacheable, type CacheableBody } from './cacheable.ts';

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.txt': 'text/plain; charset=utf-8',
};

/** A name that holds a hash of the content never changes its content. */
const hashed = /-[A-Za-z0-9_-]{8}\.[a-z]+$/;
const forever = 'public, max-age=31536000, immutable';
const shortly = 'public, max-age=60, stale-while-revalidate=86400';

/**
 * Serves the files of a folder at the root, to any site. Only names that were there at the start have a route,
 * so no request can reach another file.
 */
export async function serveFiles(app: FastifyInstance, folder: string): Promise<void> {
  if (!existsSync(folder)) return;
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    const type = types[extname(entry.name)];
    if (!entry.isFile() || type === undefined) continue;
    const file = join(entry.parentPath, entry.name);
    const path = `/${relative(folder, file).split(sep).join('/')}`;
    // Read now, so that a build that puts new chunks in place leaves a running hub whole.
    const content = await readFile(file);
    let body: Promise<CacheableBody> | undefined;
    app.get(path, async (request, reply) => {
      body ??= cacheableBody(type, content, constants.Z_BEST_COMPRESSION);
      reply.headers({ 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' });
      return sendCacheable(request, reply, await body, hashed.test(entry.name) ? forever : shortly);
    });
  }
}
