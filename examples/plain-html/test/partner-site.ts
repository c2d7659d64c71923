import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';

/** The example page as a partner serves it: on another site than the hub's, under a strict policy. */
export interface PartnerSite {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** The policy that partners are told to use, at its strictest; `sources` are those whose events come beside the hub's. */
export function strictPolicy(hub: string, sources: readonly string[] = []): string {
  return [
    `default-src 'none'`,
    `script-src ${hub}`,
    `connect-src ${[hub, ...sources].join(' ')}`,
    `img-src ${hub} data:`,
    `frame-src ${hub}`,
    `style-src 'nonce-x'`,
    `require-trusted-types-for 'script'`,
  ].join('; ');
}

/** What differs from the plain example. */
export interface PartnerPage {
  /** File of the page beside this folder; `index.html` where left out. */
  readonly file?: string;
  /** Addresses that the page's policy lets it read, beside the hub's. */
  readonly sources?: readonly string[];
  /** Without the strict policy, as on a site that loads whatever it likes. */
  readonly isOpen?: boolean;
  change?(page: string): string;
}

export async function servePartnerSite(
  hub: string,
  { file = 'index.html', sources = [], isOpen = false, change = (page) => page }: PartnerPage = {},
): Promise<PartnerSite> {
  const source = await readFile(new URL(`../${file}`, import.meta.url), 'utf8');
  const page = change(source.replaceAll('https://hub.example.org', hub));
  const server: Server = createServer((request, response) => {
    if (request.url === '/favicon.ico') {
      response.writeHead(204).end();
      return;
    }
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      ...(!isOpen && { 'content-security-policy': strictPolicy(hub, sources) }),
    });
    response.end(page);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port could be had');
  return {
    // `localhost` is another site than `127.0.0.1`, so nothing is shared by accident.
    url: `http://localhost:${String(address.port)}/`,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
