import { expect } from 'chai';
import { describe, it } from '../test/mocha.ts';
import { dateParts, longDateTime, nextTimeslot, timeRange, visitorTimeRange } from './event-time.ts';

const words = { allDay: 'All day' };
const chicago = 'America/Chicago';
const slot = (startDate: string, endDate: string | null, allDay = false) => ({ startDate, endDate, allDay });
const morning = slot('2026-11-28T16:30:00Z', '2026-11-28T18:00:00Z');

describe('times of an event', () => {
  it('name the event’s zone', () => {
    expect(timeRange(morning, chicago, 'en', words)).to.equal('10:30 a.m. – 12 p.m. CST');
    expect(timeRange(morning, 'America/Phoenix', 'en', words)).to.equal('9:30 – 11 a.m. MST');
  });

  it('say the half of the day once where both ends share it', () => {
    expect(timeRange(slot('2026-11-29T20:00:00Z', '2026-11-29T23:00:00Z'), chicago, 'en', words)).to.equal(
      '2 – 5 p.m. CST',
    );
  });

  it('follow the language', () => {
    expect(timeRange(morning, chicago, 'es', words)).to.equal('10:30 a.m. – 12 p.m. CST');
    expect(timeRange(morning, 'Europe/Madrid', 'es-ES', words)).to.equal('17:30 – 19:00 CET');
    expect(dateParts(morning.startDate, chicago, 'es')).to.deep.equal({
      weekday: 'sáb',
      day: '28',
      month: 'nov',
    });
  });

  it('show a start alone where no end is known', () => {
    expect(timeRange(slot(morning.startDate, null), chicago, 'en', words)).to.equal('10:30 a.m. CST');
  });

  it('name the last day of a timeslot over several', () => {
    expect(timeRange(slot('2026-11-28T16:30:00Z', '2026-11-30T01:00:00Z'), chicago, 'en', words)).to.equal(
      '10:30 a.m. – Nov 29, 7 p.m. CST',
    );
  });

  it('name both zones on the night the clocks change', () => {
    expect(timeRange(slot('2026-11-01T06:30:00Z', '2026-11-01T08:30:00Z'), chicago, 'en', words)).to.equal(
      '1:30 a.m. CDT – 2:30 a.m. CST',
    );
  });

  it('have no clock time when they take all day', () => {
    const day = slot('2026-12-05T06:00:00Z', '2026-12-06T06:00:00Z', true);
    expect(timeRange(day, chicago, 'en', words)).to.equal('All day');
    expect(visitorTimeRange(day, chicago, 'Asia/Tokyo', 'en', words)).to.equal(null);
    expect(longDateTime(day, chicago, 'en', words)).to.equal('Saturday, December 5, All day');
    const weekend = slot('2026-12-05T06:00:00Z', '2026-12-07T06:00:00Z', true);
    expect(timeRange(weekend, chicago, 'en', words)).to.equal('All day – Dec 6');
  });

  it('are given for the visitor’s zone only where the clock differs', () => {
    expect(visitorTimeRange(morning, chicago, 'America/Menominee', 'en', words)).to.equal(null);
    expect(visitorTimeRange(morning, chicago, 'America/New_York', 'en', words)).to.equal(
      '11:30 a.m. – 1 p.m. EST',
    );
    expect(visitorTimeRange(morning, chicago, 'Asia/Tokyo', 'en', words)).to.equal(
      'Nov 29, 1:30 – 3 a.m. GMT+9',
    );
  });

  it('put date and start in one line', () => {
    expect(longDateTime(morning, chicago, 'en', words)).to.equal('Saturday, November 28, 10:30 a.m. CST');
    expect(longDateTime(morning, chicago, 'es', words)).to.equal('Sábado, 28 de noviembre, 10:30 a.m. CST');
  });
});

describe('the next timeslot', () => {
  const later = slot('2026-12-05T16:30:00Z', null);
  it('is the first that isn’t over', () => {
    const slots = [later, morning];
    expect(nextTimeslot(slots, Date.parse('2026-11-28T17:59:00Z'))).to.equal(morning);
    expect(nextTimeslot(slots, Date.parse('2026-11-28T18:00:00Z'))).to.equal(later);
    expect(nextTimeslot(slots, Date.parse('2026-12-05T18:29:00Z'))).to.equal(later);
  });

  it('is the last one when all are over', () => {
    expect(nextTimeslot([morning, later], Date.parse('2027-01-01T00:00:00Z'))).to.equal(later);
    expect(nextTimeslot([], 0)).to.equal(undefined);
  });
});
