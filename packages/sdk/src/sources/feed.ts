import type { ConvertContext, Format } from '@huddlekit/connectors';
import { HuddleError } from '../errors/huddle-error.ts';
import { eventsOf } from './events-of.ts';
import type { UtmValues } from './credited-url.ts';
import { getContent } from './get-content.ts';
import { listedClient, listOnly } from './listed-client.ts';
import { shelved } from './listing.ts';
import type { Source } from './source.ts';

/** How a feed is read. */
export interface FeedOptions extends Pick<ConvertContext, 'timezone' | 'dateOrder'> {
  /** `auto`, the default, tells the format by the content. */
  readonly format?: Format | 'auto' | undefined;
  /** Values for the links of its events; the source is the client's `partner` where left out. */
  readonly utm?: UtmValues | undefined;
}

/** What `format` may be. Named here too: the connectors themselves load when something is read. */
const formats: Readonly<Record<Format | 'auto', true>> = {
  auto: true,
  csv: true,
  ics: true,
  geojson: true,
  'json-ld': true,
  mobilize: true,
  osdi: true,
};

/** Bytes of a feed that a page reads at most. */
const largest = 8_000_000;

/**
 * A calendar file, GeoJSON, JSON-LD, a web page with events in it, or a table, read straight from its address. Its
 * site must let other sites' pages read it (CORS); else import it into a hub.
 * @example
 * const client = createClient({ source: feed('https://chapter.example.org/calendar.ics') });
 * for await (const { title } of client.events.list()) console.log(title);
 * @throws TypeError when the address isn't one
 */
export function feed(url: string, { format = 'auto', utm, ...context }: FeedOptions = {}): Source {
  const address = url.replace(/^webcals?:\/\//i, 'https://');
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address))
    throw new TypeError(
      `"${url}" isn’t the address of a feed; give one like https://example.org/calendar.ics`,
    );
  if (!Object.hasOwn(formats, format))
    throw new TypeError(`The format ${format} isn’t known; name one of ${Object.keys(formats).join(', ')}`);
  return {
    name: `feed:${url}`,
    capabilities: listOnly,
    open: (options) =>
      listedClient(
        shelved(async (_, call) => {
          const [content, { convert }] = await Promise.all([
            getContent(address, options, call),
            import('@huddlekit/connectors/browser'),
          ]);
          const system = `feed:${new URL(address).host}${new URL(address).pathname}`;
          const { events, problems } = await convert(content, format, {
            ...context,
            system,
            largest,
            signal: call.signal,
          });
          const failure = events.length === 0 ? problems.find(({ code }) => unreadable.has(code)) : undefined;
          if (failure) throw new HuddleError(`${address}: ${failure.message}`, { code: 'unreadable_feed' });
          const cut = problems.find(({ code }) => incomplete.has(code));
          const values = { ...utm, source: utm?.source ?? options.partner };
          return {
            events: eventsOf(events, values),
            failures: cut ? [{ source: `feed:${url}`, error: incompleteError(address, cut.message) }] : [],
          };
        }),
      ),
  };
}

/** Problems of a whole feed; one that holds no event is merely empty. */
const unreadable: ReadonlySet<string> = new Set([
  'unreadable_file',
  'unknown_format',
  'too_large',
  'too_slow',
]);

/** Problems that cost a feed some of its events. */
const incomplete: ReadonlySet<string> = new Set(['too_slow', 'too_many']);

function incompleteError(address: string, message: string): HuddleError {
  return new HuddleError(`${address}: ${message}. Import it into a hub.`, { code: 'incomplete_feed' });
}
