import type { FastifyInstance } from 'fastify';

/** How long requests under way may take when the hub stops, in milliseconds. */
const grace = 10_000;

/** Takes no new work, finishes what is under way, and then runs `finish`. */
export async function stopGracefully(app: FastifyInstance, finish: () => Promise<void>): Promise<void> {
  const { server } = app;
  const deadline = setTimeout(() => {
    server.closeAllConnections();
  }, grace);
  // A connection becomes idle when its answer is out, and would then be kept for the client's next request.
  const sweep = setInterval(() => {
    server.closeIdleConnections();
  }, 50);
  await app.close();
  clearTimeout(deadline);
  clearInterval(sweep);
  await finish();
}
