import type { Conversion, ConvertContext, Converter, Gathering, Steps } from './conversion.ts';
import { problem } from './problem.ts';

/** How long a conversion may take, in milliseconds, and who may end it. */
export interface Pace {
  /** Work between two rests; 8 where left out, so that a page goes on answering its visitor. */
  readonly slice?: number | undefined;
  /** From beginning to end, rests and all; 1,000 where left out. What isn't read by then is reported as `too_slow`. */
  readonly limit?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  /** The clock that `slice` and `limit` are told by, in milliseconds; the wall's where left out. */
  readonly clock?: (() => number) | undefined;
}

/** Drives a conversion of bytes and rests now and then. Rejects only with the signal's reason. */
export function convertPaced(
  converter: Converter,
  bytes: Uint8Array,
  context: ConvertContext = {},
  pace: Pace = {},
): Promise<Conversion> {
  return gatherPaced((gathering) => converter(bytes, context, gathering), pace);
}

/** Drives any steps that gather events, and rests now and then. Rejects only with the signal's reason. */
export async function gatherPaced(
  begin: (gathering: Gathering) => Steps,
  { slice = 8, limit = 1_000, signal, clock = () => performance.now() }: Pace = {},
): Promise<Conversion> {
  const gathering = empty();
  const steps = begin(gathering);
  const begun = clock();
  for (;;) {
    signal?.throwIfAborted();
    const resumed = clock();
    while (clock() - resumed < slice) if (steps.next().done) return gathering;
    if (clock() - begun >= limit) {
      gathering.problems.push(problem(1, 'too_slow'));
      return gathering;
    }
    await rest();
  }
}

/** Lets others have their turn; a timer would wait 4 ms each time. */
async function rest(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: { yield?(): Promise<void> } };
  await (scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve)));
}

/** Drives a conversion to its end in one go. */
export function convertWhole(
  converter: Converter,
  bytes: Uint8Array,
  context: ConvertContext = {},
): Conversion {
  const gathering = empty();
  const steps = converter(bytes, context, gathering);
  while (!steps.next().done);
  return gathering;
}

function empty(): Gathering {
  return { events: [], problems: [], rows: 0 };
}
