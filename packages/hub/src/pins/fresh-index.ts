import { setTimeout } from 'node:timers/promises';
import type { EventFilters } from '@huddlekit/contract';
import type { PublicReader } from '../storage/sqlite/sqlite-storage.ts';
import type { EventIndex } from './event-index.ts';
import { readIndex } from './read-index.ts';

/** An index is made at most once in this time, however many events change; milliseconds. */
const shortest = 1000;
/** An index is made anew after this time even without a change, for what is over by then. */
const longest = 3_600_000;
/** A caller waits so long for a newer index before it gets the one that is there. */
const patience = 300;

interface Version {
  /** Another number after each change of an event. */
  readonly events: number;
  /** Another number after each change of anything, such as of the seats that are taken. */
  readonly all: number;
}

/** Keeps an index of the public events that follows the database. */
export class FreshIndex {
  readonly #reader: PublicReader;
  #index: EventIndex | undefined;
  #version: Version = { events: -1, all: -1 };
  #madeAt = -Infinity;
  #making: Promise<void> | undefined;

  constructor(reader: PublicReader) {
    this.#reader = reader;
  }

  /** The index as it is now, as far as these filters can tell a difference. */
  async get({ hasRoom }: EventFilters, now: number): Promise<EventIndex> {
    // A clock that was set back must not keep an old index alive.
    const age = Math.abs(now - this.#madeAt);
    if (age >= shortest && !this.#making) {
      const version = await this.#versionNow();
      const isStale =
        age >= longest ||
        version.events !== this.#version.events ||
        (hasRoom === 'true' && version.all !== this.#version.all);
      if (isStale) this.#making ??= this.#make(version, now);
    }
    if (!this.#index) await this.#making;
    else if (this.#making)
      await Promise.race([this.#making, setTimeout(patience, undefined, { ref: false })]);
    if (!this.#index) throw new Error('The index of events could not be made');
    return this.#index;
  }

  async #make(version: Version, now: number): Promise<void> {
    try {
      this.#index = await readIndex(this.#reader.publicRead, now);
      this.#version = version;
      this.#madeAt = now;
    } finally {
      this.#making = undefined;
    }
  }

  async #versionNow(): Promise<Version> {
    const { latest } = await this.#reader.publicRead
      .selectFrom('events')
      .select((select) => select.fn.max('updatedAt').as('latest'))
      .executeTakeFirstOrThrow();
    return { events: latest ?? 0, all: this.#reader.version() };
  }
}
