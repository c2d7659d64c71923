import type { Place } from '@huddlekit/contract';
import type { EventSource } from '../store/event-store.ts';

/** Long enough for the next letter of a steady typist. */
const pause = 150;
const mostPlaces = 6;

/** Looks places up while somebody types: waits for a pause, and forgets questions that a newer one replaced. */
export class PlaceSearch {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #request: AbortController | null = null;

  /** Answers after a pause in typing; null where a newer question came. Rejects with what went wrong. */
  async afterPause(source: EventSource, words: string): Promise<readonly Place[] | null> {
    const { signal } = this.#begin();
    await new Promise((resolve) => {
      this.#timer = setTimeout(resolve, pause);
      signal.addEventListener('abort', resolve);
    });
    return signal.aborted ? null : this.#ask(source, words, signal);
  }

  /** Answers as soon as can be; null where a newer question came. Rejects with what went wrong. */
  async now(source: EventSource, words: string): Promise<readonly Place[] | null> {
    return this.#ask(source, words, this.#begin().signal);
  }

  cancel(): void {
    clearTimeout(this.#timer);
    this.#request?.abort();
  }

  #begin(): AbortController {
    this.cancel();
    return (this.#request = new AbortController());
  }

  async #ask(source: EventSource, words: string, signal: AbortSignal): Promise<readonly Place[] | null> {
    if (!words.trim()) return [];
    try {
      const places = await source.places.search(words.trim(), { limit: mostPlaces, signal });
      return signal.aborted ? null : places;
    } catch (error) {
      if (signal.aborted) return null;
      throw error;
    }
  }
}
