import type { Event } from '@huddlekit/contract';
import type { CallOptions } from '../connection.ts';

/** A source that couldn't be read while others could. */
export interface SourceFailure {
  /** The source's name, like `mobilize:1234`. */
  readonly source: string;
  readonly error: unknown;
}

/** Everything a source lists at a moment. */
export interface Listing {
  readonly events: readonly Event[];
  /** Sources whose events are missing here. */
  readonly failures: readonly SourceFailure[];
}

/** Reads everything of a source. `from` is the instant (milliseconds since 1970) from which events are needed. */
export type ReadListing = (from: number, options: CallOptions) => Promise<Listing>;

/** Milliseconds for which a listing stands; whoever filters and turns pages asks again within seconds. */
const shelfLife = 60_000;
/** The same for one that lacks sources: they are asked again soon, but not for every page. */
const shortLife = 15_000;

/** Reads a listing once for all who ask within a minute. A reading that fails isn't kept. */
export function shelved(read: ReadListing): ReadListing {
  const shelf = new Map<number, { until: number; readonly listing: Promise<Listing> }>();
  return async (from, { signal, ...options }) => {
    // Whoever asks for upcoming events asks a moment later each time.
    const key = from >= Date.now() - shelfLife ? Infinity : from;
    let kept = shelf.get(key);
    if (!kept || kept.until < Date.now()) {
      // One caller's signal must not end what another one waits for.
      const fresh = { until: Date.now() + shelfLife, listing: read(from, options) };
      kept = fresh;
      shelf.set(key, fresh);
      kept.listing.then(
        ({ failures }) => {
          if (failures.length > 0) fresh.until = Date.now() + shortLife;
        },
        () => shelf.delete(key),
      );
    }
    return raceSignal(kept.listing, signal);
  };
}

async function raceSignal<Value>(value: Promise<Value>, signal: AbortSignal | undefined): Promise<Value> {
  if (!signal) return value;
  signal.throwIfAborted();
  const aborted = Promise.withResolvers<never>();
  const abort = (): void => {
    aborted.reject(signal.reason as Error);
  };
  signal.addEventListener('abort', abort, { once: true });
  try {
    return await Promise.race([value, aborted.promise]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}
