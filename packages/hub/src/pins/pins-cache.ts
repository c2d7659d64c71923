import type { EventFilters } from '@huddlekit/contract';
import type { PinFeed } from '@huddlekit/contract/pins';
import { cacheableBody, type CacheableBody } from '../server/cacheable.ts';

/** A feed is built at most once in this time, however many events change. */
const shortest = 1000;
/** A feed is built anew after this time even without a change: events end, and the next start moves on. */
const longest = 60_000;
/** Feeds of different filters that are kept. */
const maximumEntries = 50;

interface Entry {
  readonly builtAt: number;
  readonly revision: Promise<number>;
  readonly body: Promise<CacheableBody>;
}

export interface PinsCacheOptions {
  readonly build: (filters: EventFilters) => Promise<PinFeed>;
  /** A number that differs whenever what the feed tells has changed, in this process or another. */
  readonly revision: (filters: EventFilters) => Promise<number>;
  readonly now: () => number;
}

/** Keeps the feeds that were asked for, ready to send. */
export function createPinsCache({ build, revision, now }: PinsCacheOptions) {
  const entries = new Map<string, Entry>();

  const isFresh = async (entry: Entry, filters: EventFilters): Promise<boolean> => {
    const age = now() - entry.builtAt;
    return age < shortest || (age < longest && (await entry.revision) === (await revision(filters)));
  };

  const start = (name: string, filters: EventFilters): Entry => {
    // Read before building, so that a change meanwhile is noticed by the next request.
    const read = revision(filters);
    const body = read
      .then(() => build(filters))
      .then((feed) => cacheableBody('application/json; charset=utf-8', JSON.stringify(feed)));
    body.catch(() => entries.delete(name));
    return { builtAt: now(), revision: read, body };
  };

  return async (filters: EventFilters): Promise<CacheableBody> => {
    const name = JSON.stringify(Object.entries(filters).sort());
    const known = entries.get(name);
    if (known && (await isFresh(known, filters))) return known.body;
    // Another request may have started the build while this one looked at the revision.
    const other = entries.get(name);
    const entry = other && other !== known ? other : start(name, filters);
    entries.delete(name);
    entries.set(name, entry);
    const [oldest] = entries.keys();
    if (entries.size > maximumEntries && oldest !== undefined) entries.delete(oldest);
    return entry.body;
  };
}
