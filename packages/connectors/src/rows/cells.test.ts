import assert from 'node:assert/strict';
import { test } from 'node:test';
import { columnOf, columnsOf, orderInHeader } from './columns.ts';
import { minutesOf } from './duration.ts';
import { capacityOf, degreesOf, seatsOf } from './numbers.ts';
import { pointOn } from './point.ts';
import { restoredPostalCode } from './postal-code.ts';
import { spellings, type Column } from './spellings.ts';
import { nameOf } from './texts.ts';

void test('a column is known by its own name and in every spelling', () => {
  for (const [column, names] of Object.entries(spellings)) {
    if (column !== 'start' && column !== 'end') assert.equal(columnOf(column), column);
    for (const name of names) assert.equal(columnOf(name), column, name);
  }
});

void test('no spelling has two meanings', () => {
  const names = Object.values(spellings).flat();
  assert.equal(new Set(names).size, names.length);
});

void test('headers are known in many spellings', () => {
  const cases: [string, Column | undefined][] = [
    ['Start Date', 'start'],
    ['Event Start Time', 'startTime'],
    ['EVENT_END_DATE', 'end'],
    ['Fecha', 'start'],
    ['Fecha de inicio', 'start'],
    ['Hora', 'startTime'],
    ['Ciudad', 'locality'],
    ['Título', 'title'],
    ['Código Postal', 'postalCode'],
    ['Dirección', 'address'],
    ['ZIP Code', 'postalCode'],
    ['Venue City', 'locality'],
    ['Event Venue Name', 'venue'],
    ['Venue ID', undefined],
    ['Date (MM/DD/YYYY)', 'start'],
    ['All Day Event', 'allDay'],
    ['Shoe size', undefined],
    ['__proto__', undefined],
    ['', undefined],
  ];
  for (const [name, column] of cases) assert.equal(columnOf(name), column, name);
});

void test('of several columns with one meaning the likelier spelling counts first', () => {
  assert.deepEqual(columnsOf(['Name', 'Summary', 'Title', 'Title']).get('title'), [2, 3, 0]);
  assert.deepEqual(columnsOf(['Summary', 'Date']).get('title'), [0], 'a summary alone is the title');
  assert.deepEqual([...columnsOf(['Start', 'End']).keys()], ['start', 'end']);
  assert.deepEqual([...columnsOf(['Date', 'Start']).keys()], ['start', 'startTime']);
});

void test('a header may tell the order of its dates', () => {
  assert.equal(orderInHeader(['Title', 'Date (DD/MM/YYYY)']), 'dmy');
  assert.equal(orderInHeader(['Start (m/d/yy)']), 'mdy');
  assert.equal(orderInHeader(['Date (local)']), undefined);
});

void test('a ZIP gets its zero back where state, point or country agree', () => {
  const code = (written: string, country = '', state?: string, point?: readonly [number, number]): string =>
    restoredPostalCode(written, country, state, point && { latitude: point[0], longitude: point[1] });
  assert.equal(code('2139', '', 'MA'), '02139');
  assert.equal(code('2139.0', 'US'), '02139');
  assert.equal(code('2139-1234', 'USA'), '02139-1234');
  assert.equal(code('2139', '', undefined, [42.36, -71.1]), '02139');
  assert.equal(code('926', '', 'PR'), '00926');
  assert.equal(code('2139', '', 'IL'), '2139', 'another state');
  assert.equal(code('2139', '', undefined, [41.88, -87.63]), '2139', 'a point elsewhere');
  assert.equal(code('8001', 'CH'), '8001');
  assert.equal(code('2139'), '2139');
  assert.equal(code('60604', 'US', 'IL'), '60604');
});

void test('seats, degrees and durations are read as they are written', () => {
  const told: string[] = [];
  const seats = (text: string): number | null => seatsOf(text, (code) => told.push(code));
  assert.deepEqual(['1,200', '1.200', '50 people', '0', '120.0', 'unlimited', ''].map(seats), [
    1200,
    1200,
    50,
    0,
    120,
    null,
    null,
  ]);
  assert.deepEqual(told, []);
  assert.deepEqual(['-5', 'many', '12-50', '1e9'].map(seats), [null, null, null, null]);
  assert.deepEqual(told, Array(4).fill('bad_capacity'));
  assert.equal(
    capacityOf('0', () => undefined),
    null,
  );
  assert.deepEqual(
    ['41.88', '41,88', '-87.63', '87.63° W', '41.88N', '−5'].map(degreesOf),
    [41.88, 41.88, -87.63, -87.63, 41.88, -5],
  );
  for (const text of ['', 'x', '1 2', '41°52′', 'Infinity', '0x10'])
    assert.ok(Number.isNaN(degreesOf(text)), text);
  assert.deepEqual(
    ['PT1H30M', 'P1D', '1.5 hours', '2 h 30 min', '90 minutes', '1:30', '2h'].map(minutesOf),
    [90, 1440, 90, 150, 90, 90, 120],
  );
  for (const text of ['', '5', 'P', 'PT', 'long', 'PT0S']) assert.equal(minutesOf(text), undefined, text);
});

void test('one cell may hold both numbers of a point', () => {
  const told: string[] = [];
  const pair = (point: string): unknown => {
    const read = pointOn({ point }, (code) => told.push(code));
    return read && [read.latitude, read.longitude];
  };
  for (const text of [
    '41.88, -87.63',
    '41.88,-87.63',
    '(41.88 -87.63)',
    '41.88;-87.63',
    '41,88; -87,63',
    'POINT (-87.63 41.88)',
    '[41.88, -87.63]',
  ])
    assert.deepEqual(pair(text), [41.88, -87.63], text);
  assert.deepEqual(told, []);
  assert.deepEqual([pair('-97.63, 41.88'), told.pop()], [[41.88, -97.63], 'swapped_coordinates']);
  for (const text of ['0,0', '41.88', '200,100', 'x,y', '1,2,3']) assert.equal(pair(text), undefined, text);
});

void test('a name stands without the mail address beside it', () => {
  assert.deepEqual(
    ['Local 1', 'Jo Diaz <jo@example.org>', 'jo@example.org', 'Jo (jo@example.org)', '', undefined].map(
      nameOf,
    ),
    ['Local 1', 'Jo Diaz', null, 'Jo', null, null],
  );
});
