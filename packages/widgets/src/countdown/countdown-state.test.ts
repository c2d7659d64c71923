import { expect } from 'chai';
import { event } from '../test/events.ts';
import { describe, it } from '../test/mocha.ts';
import { countdownState, figuresOf } from './countdown-state.ts';
import type { Training } from '@huddlekit/contract';

const hour = 3_600_000;
const start = Date.parse('2026-12-02T01:00:00Z');

function training(startAt: number, change: Partial<Training> = {}): Training {
  const base = event(1, { kind: 'training' });
  const timeslots = base.timeslots.map((slot) => ({
    ...slot,
    startDate: new Date(startAt).toISOString(),
    endDate: new Date(startAt + 1.5 * hour).toISOString(),
  }));
  return { ...base, timeslots, join: null, recording: null, ...change };
}

describe('the state of a countdown', () => {
  it('goes from upcoming over starting and live to ended', () => {
    const at = (offset: number): string => countdownState([training(start)], start + offset).name;
    expect(at(-9 * 24 * hour)).to.equal('upcoming');
    expect(at(-10 * 60_000)).to.equal('starting');
    expect(at(0)).to.equal('live');
    expect(at(1.4 * hour)).to.equal('live');
    expect(at(1.5 * hour)).to.equal('ended');
  });

  it('shows the recording of the last one', () => {
    const recording = { url: 'https://video.example.org/2', duration: 5047, publishedAt: null, views: 5480 };
    expect(countdownState([training(start, { recording })], start + 2 * hour).name).to.equal('recording');
  });

  it('counts to the next one once the last is a day past', () => {
    const series = [training(start), training(start + 7 * 24 * hour)];
    expect(countdownState(series, start + 10 * hour).name).to.equal('ended');
    expect(countdownState(series, start + 30 * hour).name).to.equal('upcoming');
  });

  it('has nothing to count without trainings, or with cancelled ones', () => {
    expect(countdownState([], start).name).to.equal('none');
    expect(countdownState([training(start, { status: 'cancelled' })], start - hour).name).to.equal('none');
  });

  it('splits a span into figures', () => {
    expect(figuresOf(9 * 24 * hour + hour + 25 * 60_000 + 40_000)).to.deep.equal({
      days: 9,
      hours: 1,
      minutes: 25,
      seconds: 40,
    });
    expect(figuresOf(-5)).to.deep.equal({ days: 0, hours: 0, minutes: 0, seconds: 0 });
  });
});
