import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';

/** A request as a server on a real port got it. */
export interface Received {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingMessage['headers'];
  readonly body: unknown;
}

/** Answers one request; `nth` counts from 0. */
export type Responder = (response: ServerResponse, request: Received, nth: number) => void;

export interface TestServer extends AsyncDisposable {
  readonly url: string;
  readonly received: readonly Received[];
}

/** Starts a server that answers as the test says. */
export async function startServer(respond: Responder): Promise<TestServer> {
  const received: Received[] = [];
  const server = createServer((incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const text = Buffer.concat(chunks).toString();
      const { method = '', url = '', headers } = incoming;
      const body: unknown = text === '' ? undefined : JSON.parse(text);
      const request = { method, url: new URL(url, 'http://hub'), headers, body };
      received.push(request);
      respond(response, request, received.length - 1);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  return {
    url: `http://127.0.0.1:${String(address.port)}`,
    received,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Sends JSON. */
export function send(
  response: ServerResponse,
  content: unknown,
  status = 200,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(content));
}

/** Sends a problem document (RFC 9457). */
export function sendProblem(
  response: ServerResponse,
  status: number,
  code: string,
  { headers, ...more }: { headers?: Record<string, string>; errors?: object[]; detail?: string } = {},
): void {
  const problem = { type: 'about:blank', title: `Title of ${code}`, status, code, requestId: 'r-1', ...more };
  send(response, problem, status, { 'content-type': 'application/problem+json', ...headers });
}
