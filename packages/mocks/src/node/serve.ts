import { createServer, type IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { Platform } from '../platforms/platform.ts';

/** A mocked platform behind a port of this machine. */
export interface Served {
  /** Base URL without a slash at its end, such as `http://127.0.0.1:43210`. */
  readonly url: string;
  /** Ends all connections and frees the port. */
  close(): Promise<void>;
}

/**
 * Puts a mocked platform behind a free port of this machine, for programs that run on their own: a hub, a browser.
 * @example
 * const mobilize = await serve(mobilizeServer());
 * const events = await fetch(`${mobilize.url}/v1/organizations/4242/events`);
 * await mobilize.close();
 */
export async function serve(platform: Platform): Promise<Served> {
  const server = createServer((incoming, outgoing) => {
    answerOf(platform, incoming)
      .then(async (answer) => {
        const body = Buffer.from(await answer.arrayBuffer());
        outgoing.writeHead(answer.status, Object.fromEntries(answer.headers)).end(body);
      })
      .catch((error: unknown) => {
        outgoing.writeHead(500, { 'content-type': 'text/plain' }).end(String(error));
      });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The mocked platform got no port');
  return {
    url: `http://127.0.0.1:${String(address.port)}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

async function answerOf(platform: Platform, incoming: IncomingMessage): Promise<Response> {
  const { method = 'GET', headers, url = '/' } = incoming;
  const body = await buffer(incoming);
  const fields = Object.entries(headers).flatMap(([name, value]) =>
    [value ?? []].flat().map((one): [string, string] => [name, one]),
  );
  return platform(
    new Request(`http://${headers.host ?? '127.0.0.1'}${url}`, {
      method,
      headers: fields,
      ...(body.length > 0 && { body: new Uint8Array(body) }),
    }),
  );
}
