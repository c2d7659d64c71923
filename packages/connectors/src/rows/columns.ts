import { dateOrders, type DateOrder } from './dates.ts';
import { spellings, type Column } from './spellings.ts';

interface Meaning {
  readonly column: Column;
  /** Place of the spelling among those of its column. */
  readonly rank: number;
}

const meanings = new Map<string, Meaning>(
  (Object.entries(spellings) as [Column, readonly string[]][]).flatMap(([column, names]) =>
    names.map((name, rank) => [name, { column, rank }] as const),
  ),
);

/** Columns that take another's part where that one is missing: `Start` may be a whole date or a time beside `Date`. */
const understudies: readonly (readonly [Column, Column])[] = [
  ['title', 'summary'],
  ['start', 'startTime'],
  ['end', 'endTime'],
];

/** Columns that may be called after the place, like `Venue City`; a `Venue ID` is none of the event's. */
const placeColumns: ReadonlySet<Column> = new Set<Column>([
  'address',
  'address2',
  'locality',
  'region',
  'postalCode',
  'country',
  'latitude',
  'longitude',
  'point',
  'timezone',
]);

/** The places of each column's cells in a row, the one that counts first. */
export type Header = ReadonlyMap<Column, readonly number[]>;

/** Reads a header; names that say nothing to us are left out, and of two with one meaning both stand in turn. */
export function columnsOf(names: readonly string[]): Header {
  const found = new Map<Column, { rank: number; index: number }[]>();
  names.forEach((name, index) => {
    const meaning = meaningOf(name);
    if (!meaning) return;
    const { column, rank } = meaning;
    found.set(column, [...(found.get(column) ?? []).slice(0, most - 1), { rank, index }]);
  });
  for (const [column, understudy] of understudies) {
    const cells = found.get(understudy);
    if (!cells || found.has(column)) continue;
    found.set(column, cells);
    found.delete(understudy);
  }
  return new Map(
    [...found].map(([column, cells]) => [
      column,
      cells.sort((one, other) => one.rank - other.rank).map(({ index }) => index),
    ]),
  );
}

/** Columns of one meaning that are looked at. */
const most = 5;

/** What a name means, as `Event Start Date`, `startDate`, `Fecha de inicio` or `Date (MM/DD/YYYY)`. */
export function columnOf(name: string): Column | undefined {
  return meaningOf(name)?.column;
}

function meaningOf(name: string): Meaning | undefined {
  const plain = plainName(name.replaceAll(/\([^)]*\)/g, ''));
  const known = meanings.get(plain) ?? meanings.get(plain.replace(/^event/, ''));
  if (known) return known;
  const ofPlace = meanings.get(plain.replace(/^(venue|location|place)/, ''));
  return ofPlace && placeColumns.has(ofPlace.column) ? ofPlace : undefined;
}

/** The order a header tells of its dates: `Date (DD/MM/YYYY)`. */
export function orderInHeader(names: readonly string[]): DateOrder | undefined {
  for (const name of names.slice(0, 200)) {
    const [, pattern = ''] = /\(\s*([dmy]{1,4}[/.-][dmy]{1,4}[/.-][dmy]{1,4})\s*\)/i.exec(name) ?? [];
    const order = pattern.toLowerCase().replaceAll(/(.)\1+|[/.-]/g, '$1');
    const known = dateOrders.find((one) => one === order);
    if (known) return known;
  }
  return undefined;
}

function plainName(name: string): string {
  return name
    .slice(0, 100)
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '');
}
