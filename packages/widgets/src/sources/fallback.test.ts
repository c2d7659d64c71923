import { createClient, feed, type Client } from '@huddlekit/sdk';
import { expect } from 'chai';
import { html } from 'lit';
import type { HuddleCountdown } from '../countdown/countdown.ts';
import '../countdown/countdown.define.ts';
import type { HuddleRsvp } from '../rsvp/rsvp.ts';
import '../rsvp/rsvp.define.ts';
import { fixture, removeFixtures, until } from '../test/fixture.ts';
import { afterEach, describe, it } from '../test/mocha.ts';

const calendar = `BEGIN:VCALENDAR
BEGIN:VEVENT
UID:choir
DTSTART:20961201T190000Z
SUMMARY:Choir practice
URL:https://chapters.example.org/choir
END:VEVENT
END:VCALENDAR
`;

function feedClient(): Client {
  return createClient({
    source: feed('https://chapters.example.org/calendar.ics'),
    fetch: () => Promise.resolve(new Response(calendar)),
    partner: 'lakefront',
  });
}

afterEach(removeFixtures);

describe('elements over a source that isn’t a hub', () => {
  it('lead to the page that takes the RSVP', async () => {
    const client = feedClient();
    const [event] = (await client.events.page()).data;
    const element = await fixture<HuddleRsvp>(
      html`<huddle-rsvp .client=${client} event=${event?.id ?? ''}></huddle-rsvp>`,
    );
    const link = await until(() => element.shadowRoot?.querySelector('a'), 'the link');
    expect(link.href).to.equal('https://chapters.example.org/choir?utm_source=lakefront');
  });

  it('leave the page’s own content where there are no trainings', async () => {
    const element = await fixture<HuddleCountdown>(
      html`<huddle-countdown .client=${feedClient()}><a href="/trainings">Trainings</a></huddle-countdown>`,
    );
    await element.updateComplete;
    expect(element.shadowRoot?.querySelector('slot')).not.to.equal(null);
    expect(element.shadowRoot?.querySelector('[role=alert]')).to.equal(null);
  });
});
