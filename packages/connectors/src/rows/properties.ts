import { listOf, member, recordOf, textOf, type JsonRecord } from '../json.ts';
import { rowOfCells } from './clean.ts';
import { columnOf, columnsOf } from './columns.ts';
import { intervalsOf } from './intervals.ts';
import type { Row, RowSlot } from './row.ts';
import type { Column } from './spellings.ts';

/** What the properties of an object say; `slots` where they list dates. */
export interface Properties {
  readonly row: Row;
  readonly slots: readonly RowSlot[] | undefined;
}

/** Members of an object and entries of a list that are looked at. */
const mostMembers = 500;
const deepest = 3;

type Entry = readonly [name: string, text: string];

/** Reads an object as if its members were a table's cells; objects within it say more of what they are named. */
export function propertiesOf(value: unknown): Properties {
  const object = recordOf(value) ?? {};
  const entries = entriesOf(object, undefined, 0);
  const header = columnsOf(entries.map(([name]) => name));
  const row = rowOfCells(header, (index) => entries[index]?.[1] ?? '');
  return { row, slots: slotsOf(object) ?? (row.timeslots ? intervalsOf(row.timeslots) : undefined) };
}

/** The list of dates an object has, however it calls them. */
function slotsOf(object: JsonRecord): RowSlot[] | undefined {
  for (const [name, value] of Object.entries(object).slice(0, mostMembers)) {
    if (columnOf(name) !== 'timeslots') continue;
    const slots = listOf(value).slice(0, mostMembers);
    const rows = slots.map((slot) => (recordOf(slot) ? propertiesOf(slot).row : { start: textOf(slot) }));
    if (rows.length > 0) return rows;
  }
  return undefined;
}

function entriesOf(object: JsonRecord, parent: Column | undefined, depth: number): Entry[] {
  return Object.entries(object)
    .slice(0, mostMembers)
    .flatMap(([name, value]) => {
      const column = parent ? innerColumn(name, parent) : columnOf(name);
      if (!column) return [];
      const inner = recordOf(value);
      if (!inner) return [[parent ? column : name, textIn(value, column)] as const];
      return depth < deepest ? ofObject(parent ? column : name, inner, column, depth) : [];
    });
}

const placeColumns: ReadonlySet<Column> = new Set<Column>(['venue', 'address', 'point']);
const nestedColumns: ReadonlySet<Column> = new Set<Column>(['source', 'accessibilityNotes']);

function ofObject(name: string, object: JsonRecord, column: Column, depth: number): Entry[] {
  if (column === 'point') {
    const coordinates = member(object, 'coordinates');
    if (coordinates) return [[name, textIn(coordinates, 'point')]];
  }
  if (placeColumns.has(column) || nestedColumns.has(column)) return entriesOf(object, column, depth + 1);
  const names = [
    'dateTime',
    'utc',
    'local',
    'date',
    'text',
    'rendered',
    'name',
    'html',
    'value',
    'en',
    'url',
  ];
  const text = names.map((one) => textOf(member(object, one))).find(Boolean) ?? '';
  const zone = textOf(member(object, 'timeZone')) || textOf(member(object, 'timezone'));
  return [[name, text], ...(zone ? [['timezone', zone] as const] : [])];
}

const sourceColumns: ReadonlyMap<string, Column> = new Map<string, Column>([
  ['system', 'source'],
  ['id', 'sourceId'],
  ['url', 'sourceUrl'],
]);

/** What a member means within an object: the name of a venue is the venue, the id of a source is the source's. */
function innerColumn(name: string, parent: Column): Column | undefined {
  const plain = columnOf(name);
  switch (parent) {
    case 'source':
      return sourceColumns.get(name);
    case 'accessibilityNotes':
      return plain === 'description' ? 'accessibilityNotes' : plain;
    default:
      if (plain === 'title') return 'venue';
      if (plain === 'kind') return 'placeKind';
      return plain && ofPlace.has(plain) ? plain : undefined;
  }
}

const ofPlace: ReadonlySet<Column> = new Set<Column>([
  'venue',
  'address',
  'address2',
  'locality',
  'region',
  'postalCode',
  'country',
  'latitude',
  'longitude',
  'point',
  'precision',
  'placeKind',
  'timezone',
]);

/** A value as a cell: the entries of a list one after another, and yes or no as such. */
function textIn(value: unknown, column: Column): string {
  if (typeof value === 'boolean') return String(value);
  if (!Array.isArray(value)) return textOf(value);
  // A pair of numbers names longitude first, as in a geometry.
  if (column === 'point') return `POINT(${value.slice(0, 2).map(textOf).join(' ')})`;
  const words = value
    .slice(0, mostMembers)
    .map((entry) => textOf(entry) || textOf(member(entry, 'name')) || textOf(member(entry, 'title')));
  return words.filter(Boolean).join(column === 'address' || column === 'timeslots' ? '\n' : ';');
}
