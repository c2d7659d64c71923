import { mortonKey, pinPrecisions, type PinColumns } from '@huddlekit/contract/pins';

/** An event as the index takes it up, with its timeslots that aren't over. */
export interface IndexedEvent {
  readonly pin: number;
  readonly kind: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly precision: string;
  readonly isVirtual: boolean;
  readonly isAccessible: boolean;
  /** JSON list of language tags. */
  readonly languages: string;
  readonly sponsorId: string | null;
  readonly timeslots: readonly IndexedTimeslot[];
}

export interface IndexedTimeslot {
  /** Milliseconds since 1970. */
  readonly startAt: number;
  readonly overAt: number;
  /** Days from 1970-01-01 to the local date of the start. */
  readonly day: number;
  readonly isFull: boolean;
}

/**
 * Every public event that isn't over, as columns in the order of the map's grid, so that a million of them are
 * filtered and counted in milliseconds. Events without a public point come last.
 */
export interface EventIndex extends PinColumns {
  readonly length: number;
  /** How many events, from the first, have a public point. */
  readonly placed: number;
  readonly keys: Float64Array;
  readonly pins: Int32Array;
  readonly kinds: Uint16Array;
  readonly precisions: Uint8Array;
  readonly latitudes: Float64Array;
  readonly longitudes: Float64Array;
  readonly isVirtual: Uint8Array;
  readonly isAccessible: Uint8Array;
  /** Position in `languageLists`. */
  readonly languages: Uint32Array;
  readonly languageLists: readonly string[];
  /** Position in `sponsorIds`. */
  readonly sponsors: Uint32Array;
  readonly sponsorIds: readonly (string | null)[];
  /** The timeslots of event `n` are those from `slotsFrom[n]` up to `slotsFrom[n + 1]`, soonest first. */
  readonly slotsFrom: Uint32Array;
  readonly slotStarts: Float64Array;
  readonly slotOvers: Float64Array;
  readonly slotDays: Int32Array;
  readonly slotIsFull: Uint8Array;
}

/** Sorts events into an index. */
export function eventIndexOf(events: readonly IndexedEvent[]): EventIndex {
  const keysAsRead = Float64Array.from(events, (event) => (isPlaced(event) ? keyOf(event) : Infinity));
  const order = Uint32Array.from(events.keys()).sort(
    (a, b) =>
      // Two infinities have no difference.
      compare(keysAsRead[a] ?? 0, keysAsRead[b] ?? 0) || (events[a]?.pin ?? 0) - (events[b]?.pin ?? 0),
  );
  const sorted = Array.from(order, (position) => events[position]).filter((event) => event !== undefined);
  const slots = sorted.flatMap(({ timeslots }) => timeslots);
  const slotsFrom = new Uint32Array(sorted.length + 1);
  sorted.forEach(({ timeslots }, row) => {
    slotsFrom[row + 1] = (slotsFrom[row] ?? 0) + timeslots.length;
  });
  const [kinds, kindNames] = numbered(sorted.map(({ kind }) => kind));
  const [languages, languageLists] = numbered(sorted.map((event) => event.languages));
  const [sponsors, sponsorIds] = numbered(sorted.map(({ sponsorId }) => sponsorId));
  return {
    length: sorted.length,
    placed: sorted.filter(isPlaced).length,
    keys: Float64Array.from(order, (position) => keysAsRead[position] ?? 0),
    pins: Int32Array.from(sorted, ({ pin }) => pin),
    kinds: Uint16Array.from(kinds),
    kindNames,
    precisions: Uint8Array.from(sorted, ({ precision }) => precisionOf(precision)),
    latitudes: Float64Array.from(sorted, ({ latitude }) => latitude ?? Number.NaN),
    longitudes: Float64Array.from(sorted, ({ longitude }) => longitude ?? Number.NaN),
    isVirtual: Uint8Array.from(sorted, ({ isVirtual }) => Number(isVirtual)),
    isAccessible: Uint8Array.from(sorted, ({ isAccessible }) => Number(isAccessible)),
    languages,
    languageLists,
    sponsors,
    sponsorIds,
    slotsFrom,
    slotStarts: Float64Array.from(slots, ({ startAt }) => startAt),
    slotOvers: Float64Array.from(slots, ({ overAt }) => overAt),
    slotDays: Int32Array.from(slots, ({ day }) => day),
    slotIsFull: Uint8Array.from(slots, ({ isFull }) => Number(isFull)),
  };
}

function isPlaced({ latitude, longitude, isVirtual }: IndexedEvent): boolean {
  return latitude !== null && longitude !== null && !isVirtual;
}

function keyOf({ latitude, longitude }: IndexedEvent): number {
  return mortonKey(latitude ?? 0, longitude ?? 0);
}

function compare(a: number, b: number): number {
  return a < b ? -1 : Number(a > b);
}

function precisionOf(name: string): number {
  const position = pinPrecisions.findIndex((precision) => precision === name);
  return position < 0 ? pinPrecisions.indexOf('locality') : position;
}

/** Each value's position among the different ones, which are few. */
function numbered<Value>(values: readonly Value[]): [Uint32Array, Value[]] {
  const positions = new Map<Value, number>();
  const numbers = Uint32Array.from(values, (value) => {
    let position = positions.get(value);
    if (position === undefined) positions.set(value, (position = positions.size));
    return position;
  });
  return [numbers, [...positions.keys()]];
}
