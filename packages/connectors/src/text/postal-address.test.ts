import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseAddress } from './postal-address.ts';

void test('an address in one line is parted where a state stands at its end', () => {
  const parts = (text: string): unknown => {
    const { venue, addressLines, locality, region, postalCode } = parseAddress(text);
    return [venue, addressLines.join('; '), locality, region, postalCode];
  };
  assert.deepEqual(parts('Minneapolis, MN'), ['', '', 'Minneapolis', 'MN', '']);
  assert.deepEqual(parts('Federal Plaza, 50 W Adams St, Chicago, IL 60604, USA'), [
    'Federal Plaza',
    '50 W Adams St',
    'Chicago',
    'IL',
    '60604',
  ]);
  assert.deepEqual(parts('50 W Adams St, Chicago IL 60604-1234'), [
    '',
    '50 W Adams St',
    'Chicago',
    'IL',
    '60604-1234',
  ]);
  assert.deepEqual(parts('1 Main St, Boston, Massachusetts, 02108'), [
    '',
    '1 Main St',
    'Boston',
    'MA',
    '02108',
  ]);
  for (const text of ['Federal Plaza', 'Main Hall, second floor', 'Berlin, Germany', 'HELP ME'])
    assert.deepEqual(parts(text), [text, '', '', '', ''], 'nothing is put into the wrong field');
});
