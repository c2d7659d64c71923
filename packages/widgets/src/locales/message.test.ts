import { assert } from 'chai';
import { describe, it } from '../test/mocha.ts';
import { format } from './message.ts';

describe('A message', () => {
  it('that ends in an abbreviation has one full stop', () => {
    assert.equal(format('Sent at {time}.', 'en', { time: '4:10 p.m.' }), 'Sent at 4:10 p.m.');
    assert.equal(format('Sent at {time}.', 'en', { time: '16:10' }), 'Sent at 16:10.');
  });

  it('has the number and the form of its language', () => {
    const guests = { one: '{count} guest.', other: '{count} guests.' };
    assert.equal(format(guests, 'en', { count: 1 }), '1 guest.');
    assert.equal(format(guests, 'en', { count: 12_000 }), '12,000 guests.');
  });
});
