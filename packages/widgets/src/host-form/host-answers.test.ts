import { EventInput } from '@huddlekit/contract';
import { expect } from 'chai';
import { describe, it } from '../test/mocha.ts';
import {
  answersFromLink,
  checkStep,
  clockOf,
  emptyAnswers,
  instantsOf,
  steps,
  type HostAnswers,
  type HostTime,
} from './host-answers.ts';
import { eventInput, faultAt } from './host-input.ts';

const now = Date.parse('2026-11-23T12:00:00Z');
const commitment = { id: 'nonviolence', version: '1' };
const answers: HostAnswers = {
  ...emptyAnswers('America/Chicago', 'en'),
  title: 'Letters and soup',
  times: [{ date: '2026-12-01', start: '18:30', end: '20:00', isSecond: false }],
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

  const evening: HostTime = { date: '2026-12-01', start: '18:30', end: '20:00', isSecond: false };
  const faultsOf = (...times: Partial<HostTime>[]) =>
    checkStep('when', { ...answers, times: times.map((time) => ({ ...evening, ...time })) }, [], now).map(
      ({ field, key }) => `${field} ${key}`,
    );

  it('refuse a time behind, an end before the start and an hour that clocks leave out', () => {
    expect(faultsOf({ date: '2026-11-01' })).to.deep.equal(['date dateNeeded']);
    expect(faultsOf({ end: '18:00' })).to.deep.equal(['end endWrong']);
    expect(faultsOf({ date: '2027-03-14', start: '02:30' })).to.deep.equal(['start startLeftOut']);
    expect(faultsOf({}, { date: '' }, { start: '' })).to.deep.equal([
      'date-1 dateNeeded',
      'start-2 startNeeded',
    ]);
  });

  it('are local times of the zone, over a change of clocks too', () => {
    const start = (change: Partial<HostTime>) =>
      new Date(instantsOf({ ...evening, ...change }, 'America/Chicago')?.start ?? 0).toISOString();
    expect(start({})).to.equal('2026-12-02T00:30:00.000Z');
    const twice = { date: '2027-11-07', start: '01:30', end: '' };
    expect(clockOf({ ...evening, ...twice }, 'America/Chicago')).to.equal('twice');
    expect(start(twice)).to.equal('2027-11-07T06:30:00.000Z');
    expect(start({ ...twice, isSecond: true })).to.equal('2027-11-07T07:30:00.000Z');
    const over = instantsOf({ ...evening, ...twice, isSecond: true, end: '01:45' }, 'America/Chicago');
    expect(over && (over.end ?? 0) - over.start).to.equal(15 * 60_000);
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
    expect(input.location).to.not.have.property('latitude');
    const point = { latitude: 41.92, longitude: -87.7 };
    expect(eventInput({ ...answers, point }, [], { language: 'en' }).location).to.deep.include(point);
    const { timeslots } = eventInput(
      { ...answers, times: [evening, { ...evening, date: '2026-12-08' }] },
      [],
      {
        language: 'en',
      },
    );
    expect(timeslots.map(({ startDate }) => startDate)).to.deep.equal([
      '2026-12-02T00:30:00Z',
      '2026-12-09T00:30:00Z',
    ]);
  });

  it('give no place away for an event that is online', () => {
    const { location } = eventInput({ ...answers, locationKind: 'online' }, [], { language: 'en' });
    expect(location).to.deep.equal({ kind: 'online', addressLines: [] });
  });

  it('ask those to host along of whom there is a name or a mailbox', () => {
    const coHosts = [
      { name: ' Ines ', email: 'ines@example.org' },
      { name: '', email: 'walt@example.org ' },
      { name: 'Ada', email: '' },
      { name: ' ', email: '' },
    ];
    expect(eventInput({ ...answers, coHosts }, [], { language: 'en' }).coHosts).to.deep.equal([
      { name: 'Ines', email: 'ines@example.org' },
      { name: 'walt', email: 'walt@example.org' },
      { name: 'Ada' },
    ]);
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
    expect(faultAt('/timeslots/2/startDate')).to.deep.include({ step: 'when', field: 'date-2' });
    expect(faultAt('/host/email')).to.deep.include({ step: 'check', field: 'email' });
    expect(faultAt('/nowhere')).to.equal(undefined);
  });
});
