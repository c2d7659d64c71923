import { expect } from 'chai';
import { AttendanceInput, type Campaign } from '@huddlekit/contract';
import { event, timeslot } from '../test/events.ts';
import { describe, it } from '../test/mocha.ts';
import { attendanceInput, checkAnswers, emptyAnswers, faultAt, mostGuests } from './rsvp-input.ts';
import { askersOf, consentOf } from './consent-card.ts';
import { referrerOf } from './referrer.ts';
import { rsvpState } from './rsvp-state.ts';

const commitment = { id: 'nonviolence', version: '1', text: 'I will act without violence', url: null };
const withCommitment = event(1, { commitments: [commitment] });
const answers = {
  ...emptyAnswers,
  timeslotId: timeslot().id,
  givenName: ' Maribel ',
  email: 'maribel@example.org',
  commitments: ['nonviolence'],
};

describe('the answers of an RSVP', () => {
  it('name what is missing in the order of the form', () => {
    const faults = checkAnswers({ ...emptyAnswers, postalCode: '???' }, withCommitment);
    expect(faults.map(({ field }) => field)).to.deep.equal([
      'timeslot',
      'given-name',
      'email',
      'postal-code',
      'commitment-nonviolence',
    ]);
    expect(checkAnswers(answers, withCommitment)).to.deep.equal([]);
  });

  it('bring no more guests than the event lets, or than all its seats leave', () => {
    const most = (capacity: number | null) =>
      mostGuests(event(1, { guestsPerRsvp: 5, timeslots: [timeslot({ capacity })] }), timeslot().id);
    expect([null, 0, 1, 4, 20].map(most)).to.deep.equal([5, 5, 0, 3, 5]);
    const small = { ...withCommitment, guestsPerRsvp: 5, timeslots: [timeslot({ capacity: 4 })] };
    expect(checkAnswers({ ...answers, guests: 3 }, small)).to.deep.equal([]);
    expect(checkAnswers({ ...answers, guests: 4 }, small)).to.deep.equal([
      { field: 'guests', key: 'guestsMost' },
    ]);
  });

  it('become what the wire wants', () => {
    const input = attendanceInput(answers, withCommitment, {
      language: 'en',
      timezone: 'America/Chicago',
      referrer: { partner: 'lakefront' },
    });
    expect(AttendanceInput.safeParse({ ...input, timeslotIds: ['A'.repeat(22)] }).success).to.equal(true);
    expect(input.person).to.deep.equal({ givenName: 'Maribel', email: 'maribel@example.org' });
    expect(input.commitments).to.deep.equal([{ id: 'nonviolence', version: '1' }]);
    expect(input.consent).to.deep.equal({ email: false, sms: false, organizations: [] });
  });

  it('find the field that the hub named', () => {
    expect(faultAt('/person/email', withCommitment)?.field).to.equal('email');
    expect(faultAt('/timeslotIds/0', withCommitment)?.field).to.equal('timeslot');
    expect(faultAt('/commitments', withCommitment)?.field).to.equal('commitment-nonviolence');
    expect(faultAt('/elsewhere', withCommitment)).to.equal(undefined);
  });
});

describe('consent', () => {
  const organization = (id: string, ...asks: string[]) => ({ id, name: id, url: null, asks });
  const { links } = event(1);
  const campaign = {
    organizations: [organization('mail', 'email'), organization('texts', 'sms')],
    links,
  } as unknown as Campaign;

  it('is asked for whoever hosts and for each organization, and none is given beforehand', () => {
    const askers = askersOf(event(1), campaign);
    expect(askers.map(({ id }) => id)).to.deep.equal(['host', 'mail', 'texts']);
    expect(consentOf(askers, emptyAnswers.organizations, true)).to.deep.equal({
      email: false,
      sms: false,
      organizations: [],
    });
  });

  it('to text messages needs a number', () => {
    const askers = askersOf(event(1), campaign);
    expect(consentOf(askers, ['texts'], false)).to.deep.equal({
      email: false,
      sms: false,
      organizations: [],
    });
    expect(consentOf(askers, ['texts', 'host'], true)).to.deep.equal({
      email: true,
      sms: true,
      organizations: ['host', 'texts'],
    });
  });
});

describe('where a guest came from', () => {
  it('is the partner, the link and who invited them', () => {
    const page = 'https://ally.example.org/e?invitedBy=7Q4K2M&utm_source=mail&utm_medium=&utm_campaign=ten';
    expect(referrerOf(page, 'lakefront')).to.deep.equal({
      partner: 'lakefront',
      utmSource: 'mail',
      utmCampaign: 'ten',
      invitedBy: '7Q4K2M',
    });
    expect(referrerOf('https://ally.example.org/?invitedBy=a%20b')).to.deep.equal({});
  });
});

describe('the state of an RSVP button', () => {
  const now = Date.parse('2026-12-01T00:00:00Z');
  it('follows the event', () => {
    expect(rsvpState(event(1), now)).to.deep.equal({ name: 'open', spotsLeft: 4 });
    expect(rsvpState(event(1, { timeslots: [timeslot({ spotsLeft: 0, isFull: true })] }), now).name).to.equal(
      'full',
    );
    expect(rsvpState(event(1, { status: 'cancelled' }), now).name).to.equal('cancelled');
    expect(rsvpState(event(1), Date.parse('2097-01-01T00:00:00Z')).name).to.equal('ended');
    const day = { startDate: new Date(now - 3 * 3_600_000).toISOString(), endDate: null };
    const stateOf = (allDay: boolean) =>
      rsvpState(event(1, { timeslots: [timeslot({ ...day, allDay })] }), now).name;
    expect([true, false].map(stateOf)).to.deep.equal(['open', 'ended']);
    expect(rsvpState(event(1, { rsvp: 'none' }), now).name).to.equal('none');
    expect(rsvpState(event(1, { rsvp: 'link', browserUrl: 'javascript:alert(1)' }), now).name).to.equal(
      'none',
    );
  });
});
