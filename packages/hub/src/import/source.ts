import { extname } from 'node:path';
import {
  deletedIds,
  detectFormat,
  formats,
  mobilizeDeletedUrl,
  mobilizeEventsUrl,
  problem,
  type ConvertProblem,
  type Format,
} from '@huddlekit/connectors';
import { UsageError } from '../cli/arguments.ts';
import { getBytes } from './get-bytes.ts';
import { readFileBytes } from './read-file.ts';
import { readPages } from './read-pages.ts';

/** The content of a source, and how it is to be read. */
export interface SourceContent {
  readonly bytes: Uint8Array;
  readonly format: Format | 'auto';
  /** Name of the source for events that bring none. */
  readonly system: string | undefined;
  /** What went wrong while its pages were fetched. */
  readonly problems: readonly ConvertProblem[];
  /** Ids of events that the platform has deleted. */
  readonly deleted: readonly string[];
}

/**
 * Reads a file, or what an address serves: a feed, or the pages of Mobilize (`mobilize:1234` is the feed of that
 * organization) or of an OSDI server, whose key is taken from OSDI_API_TOKEN.
 * @throws UsageError when the name or the format isn't known, or nothing can be read there
 */
export async function readSource(name: string, format: string): Promise<SourceContent> {
  const known = knownFormat(format);
  const [, organizationId] = /^mobilize:(\w+)$/.exec(name) ?? [];
  const address = organizationId === undefined ? name : mobilizeEventsUrl({ organizationId });
  const url = address.replace(/^webcals?:\/\//i, 'https://');
  if (!/^https?:\/\//i.test(url)) {
    const bytes = await readFileBytes(name);
    return {
      bytes,
      format: known === 'auto' ? formatOfFile(name, bytes) : known,
      system: undefined,
      ...nothing,
    };
  }
  if (!URL.canParse(url))
    throw new UsageError(`${name} isn’t an address. Give one like https://example.org/calendar.ics`);
  const { host, pathname } = new URL(url);
  const first = await getBytes(url);
  const found = known === 'auto' ? (detectFormat(first) ?? 'auto') : known;
  if (found !== 'mobilize' && found !== 'osdi')
    return { bytes: first, format: found, system: `feed:${host}${pathname}`, ...nothing };
  const { bytes, problems } = await readPages(url, first, found);
  return { bytes, format: found, system: undefined, ...(await withDeleted(url, problems)) };
}

const nothing = { problems: [], deleted: [] } as const;

/** Days of which the deleted feed is read: events are planned some weeks ahead. */
const deletedDays = 90;

/** Events that an organization on Mobilize has deleted; where they can't be had that is told, and nothing else is lost. */
async function withDeleted(
  url: string,
  problems: readonly ConvertProblem[],
): Promise<Pick<SourceContent, 'problems' | 'deleted'>> {
  const [, api, organizationId] = /^(.+)\/organizations\/(\d+)\/events\/?(?:\?|$)/.exec(url) ?? [];
  if (organizationId === undefined) return { problems, deleted: [] };
  const since = Date.now() - deletedDays * 86_400_000;
  const first = mobilizeDeletedUrl({ organizationId, api }, since);
  try {
    const pages = await readPages(first, await getBytes(first), 'mobilize');
    const deleted = (JSON.parse(Buffer.from(pages.bytes).toString()) as unknown[]).flatMap(deletedIds);
    return { problems: [...problems, ...pages.problems], deleted };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return { problems: [...problems, problem(1, 'unread_deletions')], deleted: [] };
  }
}

function knownFormat(format: string): Format | 'auto' {
  const known = ['auto' as const, ...formats].find((name) => name === format);
  if (!known)
    throw new UsageError(`The format ${format} isn’t known; name one of: auto, ${formats.join(', ')}`);
  return known;
}

/** The format of a file: by its content, else by its ending. */
function formatOfFile(file: string, bytes: Uint8Array): Format | 'auto' {
  const ending = extname(file.replace(/\.gz$/i, '')).slice(1).toLowerCase();
  return detectFormat(bytes) ?? formats.find((name) => name === ending) ?? 'auto';
}
