import type { FastifyInstance } from 'fastify';

/** Pages that a partner's site may show in a frame. */
const framable = /^\/(host|embed)(\/|\?|$)/;

/** What an answer that isn't a page may do when a browser is brought to show it: nothing. */
const nothing = "default-src 'none'; frame-ancestors 'none'";

/** Headers of every answer; a handler that sets its own Content-Security-Policy keeps it. */
export function protectAnswers(app: FastifyInstance, { isSecure }: { isSecure: boolean }): void {
  app.addHook('onSend', async (request, reply) => {
    const mayBeFramed = framable.test(request.url);
    reply.headers({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'permissions-policy': 'camera=(), microphone=(), payment=(), usb=()',
      'x-request-id': request.id,
    });
    if (isSecure) reply.header('strict-transport-security', 'max-age=31536000');
    if (!reply.hasHeader('content-security-policy')) {
      reply.header('content-security-policy', mayBeFramed ? "default-src 'none'" : nothing);
    }
    // For browsers that don't read frame-ancestors.
    if (!mayBeFramed)
      reply.headers({ 'x-frame-options': 'DENY', 'cross-origin-opener-policy': 'same-origin' });
  });
}
