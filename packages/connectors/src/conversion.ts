import type { DateOrder } from './rows/dates.ts';
import type { ImportedEvent } from './imported-event.ts';
import type { ConvertProblem } from './problem.ts';

/** A source brought to events. */
export interface Conversion {
  readonly events: readonly ImportedEvent[];
  readonly problems: readonly ConvertProblem[];
  /** Rows, entries or items of the source. Each gave an event or exactly one problem with a fatal code. */
  readonly rows: number;
}

/** What a conversion may ask of its surroundings. */
export interface ConvertContext {
  /** The IANA zone at a point, where that can be told. */
  readonly timezoneAt?: ((latitude: number, longitude: number) => string) | undefined;
  /** IANA zone of times for which the source names none; it stands before a guess by place. */
  readonly timezone?: string | undefined;
  /** How `3/4/2026` is meant; month first where left out. */
  readonly dateOrder?: DateOrder | undefined;
  /** The moment recurrences are told from, milliseconds since 1970; the present where left out. */
  readonly now?: number | undefined;
  /** Name of the source, like `feed:chapters.example.org`; the format's name where left out. */
  readonly system?: string | undefined;
}

/** A conversion under way; what it holds so far is whole at each rest. */
export interface Gathering {
  readonly events: ImportedEvent[];
  readonly problems: ConvertProblem[];
  rows: number;
}

/** Work that may rest between two rows: whoever drives it decides for how long, and when to stop. */
export type Steps = Generator<undefined, void, undefined>;

/** A format: brings its bytes to events, row by row. Throws for nothing that the bytes hold. */
export type Converter = (bytes: Uint8Array, context: ConvertContext, gathering: Gathering) => Steps;
