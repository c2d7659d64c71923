import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';

const compress = promisify(gzip);

/** Bodies below this many bytes fit one packet anyway. */
const worthCompressing = 1200;

/** A body that many requests get, with its tag and its compressed form made once. */
export interface CacheableBody {
  readonly type: string;
  readonly tag: string;
  readonly plain: Buffer;
  readonly gzipped: Buffer | undefined;
}

/** Prepares a body. `level` is zlib's: 1 for what is sent once, 9 for what stays. */
export async function cacheableBody(
  type: string,
  content: string | Buffer,
  level: number = constants.Z_BEST_SPEED,
): Promise<CacheableBody> {
  const plain = Buffer.from(content);
  const isText = /^(text|application\/(json|geo\+json|ld\+json|manifest\+json|javascript)|image\/svg)/.test(
    type,
  );
  return {
    type,
    // Weak, as the compressed and the plain form share it.
    tag: `W/"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`,
    plain,
    gzipped: isText && plain.length >= worthCompressing ? await compress(plain, { level }) : undefined,
  };
}

/** Sends a prepared body, or 304 where the caller holds it already. */
export function sendCacheable(
  request: FastifyRequest,
  reply: FastifyReply,
  { type, tag, plain, gzipped }: CacheableBody,
  cacheControl: string,
): FastifyReply {
  reply.headers({ etag: tag, 'cache-control': cacheControl });
  if (gzipped) reply.header('vary', [reply.getHeader('vary'), 'accept-encoding'].filter(Boolean).join(', '));
  if (matches(request.headers['if-none-match'], tag)) return reply.code(304).send();
  reply.type(type);
  if (!gzipped || !acceptsGzip(request.headers['accept-encoding'])) return reply.send(plain);
  return reply.header('content-encoding', 'gzip').send(gzipped);
}

/** Weak comparison of RFC 9110, section 13.1.2. */
function matches(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false;
  const opaque = (text: string): string => text.trim().replace(/^W\//, '');
  return header.trim() === '*' || header.split(',').some((candidate) => opaque(candidate) === opaque(tag));
}

function acceptsGzip(header: string | string[] | undefined): boolean {
  return String(header ?? '')
    .split(',')
    .some((coding) => /^\s*(gzip|\*)\s*(;\s*q=(?!0(\.0*)?\s*$).*)?$/i.test(coding));
}
