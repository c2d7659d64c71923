import type { PinsQuery } from '@huddlekit/contract';
import { cacheableBody, type CacheableBody } from '../server/cacheable.ts';

/** A feed is made at most once in this time, however many events change. */
const shortest = 1000;
/** A feed is made anew after this time even without a change: events end, and the next start moves on. */
const longest = 60_000;
/** Bytes of feeds that are kept. */
const most = 64_000_000;

interface Entry {
  readonly builtAt: number;
  readonly revision: Promise<number>;
  readonly body: Promise<CacheableBody>;
  /** Known once it is made. */
  bytes: number;
}

export interface PinsCacheOptions {
  /** The feed as JSON. */
  readonly build: (query: PinsQuery) => Promise<string>;
  /** A number that differs whenever what the feed tells has changed, in this process or another. */
  readonly revision: (query: PinsQuery) => Promise<number>;
  readonly now: () => number;
}

/** Keeps the feeds that were asked for, ready to send. */
export function createPinsCache({ build, revision, now }: PinsCacheOptions) {
  const entries = new Map<string, Entry>();

  const isFresh = async (entry: Entry, query: PinsQuery): Promise<boolean> => {
    const age = now() - entry.builtAt;
    return age < shortest || (age < longest && (await entry.revision) === (await revision(query)));
  };

  const start = (name: string, query: PinsQuery): Entry => {
    // Read before building, so that a change meanwhile is noticed by the next request.
    const read = revision(query);
    const body = read
      .then(() => build(query))
      .then((feed) => cacheableBody('application/json; charset=utf-8', feed));
    const entry: Entry = { builtAt: now(), revision: read, body, bytes: 0 };
    body.then(
      ({ plain, gzipped }) => {
        entry.bytes = plain.length + (gzipped?.length ?? 0);
        dropOldest();
      },
      () => entries.delete(name),
    );
    return entry;
  };

  const dropOldest = (): void => {
    let kept = 0;
    for (const [name, { bytes }] of [...entries].reverse()) {
      kept += bytes;
      if (kept > most) entries.delete(name);
    }
  };

  return async (query: PinsQuery): Promise<CacheableBody> => {
    const name = JSON.stringify(Object.entries(query).sort());
    const known = entries.get(name);
    if (known && (await isFresh(known, query))) return known.body;
    // Another request may have started the build while this one looked at the revision.
    const other = entries.get(name);
    const entry = other && other !== known ? other : start(name, query);
    entries.delete(name);
    entries.set(name, entry);
    return entry.body;
  };
}
