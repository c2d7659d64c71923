import type { ConvertProblem, MobilizeQuery } from '@huddlekit/connectors';
import { BadResponseError } from '../errors/bad-response-error.ts';
import type { UtmValues } from './credited-url.ts';
import { eventsOf } from './events-of.ts';
import { getContent } from './get-content.ts';
import { listedClient, listOnly } from './listed-client.ts';
import { shelved } from './listing.ts';
import type { Source } from './source.ts';

/** Which organization's feed is shown. */
export interface MobilizeOptions extends Omit<MobilizeQuery, 'from'> {
  /** Values for the links to RSVP; the source is the client's `partner` where left out. */
  readonly utm?: UtmValues | undefined;
}

/**
 * The public events of an organization on Mobilize, its own and those it promotes, read straight from there. People
 * RSVP at each event's `browserUrl`, which carries the partner's utm values.
 * @example
 * const client = createClient({ source: mobilize({ organizationId: 1234 }), partner: 'lakefront-neighbors' });
 * for await (const { title, browserUrl } of client.events.list()) console.log(title, browserUrl);
 */
export function mobilize({ utm, ...query }: MobilizeOptions): Source {
  return {
    name: `mobilize:${String(query.organizationId)}`,
    capabilities: listOnly,
    open: (options) =>
      listedClient(
        shelved(async (from, call) => {
          const connectors = await import('@huddlekit/connectors/browser');
          const get = (url: string): Promise<Uint8Array> => getContent(url, options, call);
          const pages = await readPages({ ...query, from }, connectors, get);
          const { events } = await connectors.convertPages(pages, 'mobilize', { signal: call.signal });
          const values = { ...utm, source: utm?.source ?? options.partner };
          return { events: eventsOf(events, values), failures: [] };
        }),
      ),
  };
}

/** All pages of an organization's feed, parsed. */
async function readPages(
  query: MobilizeQuery,
  { mobilizeEventsUrl, nextMobilizePage, pagesOf }: typeof import('@huddlekit/connectors/browser'),
  get: (url: string) => Promise<Uint8Array>,
): Promise<unknown[]> {
  const pages: unknown[] = [];
  const problems: ConvertProblem[] = [];
  const paging = {
    first: mobilizeEventsUrl(query),
    nextOf: nextMobilizePage,
    get: async (url: string) => jsonOf(await get(url)),
  };
  for await (const page of pagesOf(paging, problems)) pages.push(page);
  return pages;
}

function jsonOf(content: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(content));
  } catch (cause) {
    throw new BadResponseError('The answer isn’t JSON, so it isn’t Mobilize’s. Try again later.', {
      code: 'bad_response',
      path: '',
      retryable: true,
      cause,
    });
  }
}
