import { expect } from 'chai';
import { describe, it } from '../test/mocha.ts';
import { isDate, presetDates, presetOf } from './dates.ts';

const monday = new Date(2026, 10, 23, 23, 59);
const saturday = new Date(2026, 10, 28, 0, 1);
const sunday = new Date(2026, 10, 29, 12);

describe('dates to choose', () => {
  it('are counted on the visitor’s calendar', () => {
    expect(presetDates('today', monday)).to.deep.equal({ from: '2026-11-23', to: '2026-11-23' });
    expect(presetDates('twoWeeks', monday)).to.deep.equal({ from: '2026-11-23', to: '2026-12-06' });
    expect(presetDates('weekend', monday)).to.deep.equal({ from: '2026-11-28', to: '2026-11-29' });
  });

  it('keep what is left of a weekend that has begun', () => {
    expect(presetDates('weekend', saturday)).to.deep.equal({ from: '2026-11-28', to: '2026-11-29' });
    expect(presetDates('weekend', sunday)).to.deep.equal({ from: '2026-11-29', to: '2026-11-29' });
  });

  it('are known by their days', () => {
    expect(presetOf({ from: '2026-11-28', to: '2026-11-29' }, monday)).to.equal('weekend');
    expect(presetOf({ from: '2026-11-28', to: '2026-11-30' }, monday)).to.equal(null);
    expect(presetOf(null, monday)).to.equal(null);
  });

  it('are real dates', () => {
    expect(isDate('2028-02-29')).to.equal(true);
    for (const text of ['2027-02-29', '2026-1-1', '', '2026-13-01', 'today'])
      expect(isDate(text)).to.equal(false);
  });
});
