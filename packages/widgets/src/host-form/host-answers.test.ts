import { EventInput } from '@huddlekit/contract';
import { expect } from 'chai';
import { describe, it } from '../test/mocha.ts';
import {
  answersFromLink,
  checkStep,
  emptyAnswers,
  instantsOf,
  steps,
  type HostAnswers,
} from './host-answers.ts';
import { eventInput, faultAt } from './host-input.ts';

const now = Date.parse('2026-11-23T12:00:00Z');
const commitment = { id: 'nonviolence', version: '1' };
const answers: HostAnswers = {
  ...emptyAnswers('America/Chicago', 'en'),
  title: 'Letters and soup',
  date: '2026-12-01',
  start: '18:30',
  end: '20:00',
  street: '2817 W Palmer St',
  city: 'Chicago',
  state: 'IL',
  postalCode: '60647',
  guests: 24,
  givenName: 'Tomasz',
  email: 'tomasz@example.org',
  commitments: ['nonviolence'],
};

describe('the answers of a host', () => {
  it('are complete on every step', () => {
    for (const step of steps) expect(checkStep(step, answers, [commitment], now)).to.deep.equal([]);
  });

  it('name what is missing on each step', () => {
    const empty = emptyAnswers('America/Chicago', 'en');
    const missing = steps.flatMap((step) =>
      checkStep(step, empty, [commitment], now).map(({ field }) => field),
    );
    expect(missing).to.deep.equal([
      'title',
      'date',
      'start',
      'street',
      'city',
      'given-name',
      'email',
      'commitment-nonviolence',
    ]);
  });

  it('refuse a time behind and an end before the start', () => {
    const fields = (change: Partial<HostAnswers>) =>
      checkStep('when', { ...answers, ...change }, [], now).map(({ field }) => field);
    expect(fields({ date: '2026-11-01' })).to.deep.equal(['date']);
    expect(fields({ end: '18:00' })).to.deep.equal(['end']);
  });

  it('are local times of the zone, over a change of clocks too', () => {
    const start = (change: Partial<HostAnswers>) =>
      new Date(instantsOf({ ...answers, ...change })?.start ?? 0).toISOString();
    expect(start({})).to.equal('2026-12-02T00:30:00.000Z');
    expect(start({ date: '2027-03-14', start: '02:30' })).to.equal('2027-03-14T08:30:00.000Z');
    expect(start({ date: '2026-11-01', start: '01:30' })).to.equal('2026-11-01T06:30:00.000Z');
  });

  it('become what the wire wants', () => {
    const input = eventInput(answers, [commitment], { language: 'en', partner: 'lakefront' });
    expect(EventInput.safeParse(input).error?.issues ?? []).to.deep.equal([]);
    expect(input.location).to.deep.include({
      kind: 'home',
      addressLines: ['2817 W Palmer St'],
      postalCode: '60647',
    });
    expect(input.capacity).to.equal(24);
  });

  it('give no place away for an event that is online', () => {
    const { location } = eventInput({ ...answers, locationKind: 'online' }, [], { language: 'en' });
    expect(location).to.deep.equal({ kind: 'online', addressLines: [] });
  });

  it('begin with what a link to the form says', () => {
    const springfield = { postalCode: '', city: 'Springfield', state: 'IL' };
    expect(answersFromLink('Springfield, IL', 'meeting')).to.deep.equal({ kind: 'meeting', ...springfield });
    expect(answersFromLink('60647 Chicago, IL', 'rally')).to.deep.equal({
      postalCode: '60647',
      city: 'Chicago',
      state: 'IL',
    });
    expect(answersFromLink('60647', '')).to.deep.equal({ postalCode: '60647', city: '', state: '' });
    expect(answersFromLink('', '')).to.deep.equal({ postalCode: '', city: '', state: '' });
  });

  it('find the step of a field that the hub named', () => {
    expect(faultAt('/timeslots/0/endDate')).to.deep.include({ step: 'when', field: 'end' });
    expect(faultAt('/host/email')).to.deep.include({ step: 'check', field: 'email' });
    expect(faultAt('/nowhere')).to.equal(undefined);
  });
});
