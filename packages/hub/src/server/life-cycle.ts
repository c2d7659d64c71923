import type { FastifyInstance } from 'fastify';

/** How long requests under way may take when the hub stops, in milliseconds. */
const grace = 10_000;

/** Takes no new work, finishes what is under way, and then runs `finish`. */
export async function stopGracefully(app: FastifyInstance, finish: () => Promise<void>): Promise<void> {
  const deadline = setTimeout(() => {
    app.server.closeAllConnections();
  }, grace);
  await app.close();
  clearTimeout(deadline);
  await finish();
}
