import { createClient, type Client } from '@huddlekit/sdk';
import { expect } from 'chai';
import { html } from 'lit';
import { event, timeslot } from '../test/events.ts';
import { click, fixture, removeFixtures, until } from '../test/fixture.ts';
import { afterEach, describe, it } from '../test/mocha.ts';
import type { HuddleCountdown } from './countdown.ts';
import './countdown.define.ts';

afterEach(removeFixtures);

/** A hub with one training that starts so many milliseconds from now; `fails` while it can't answer. */
function trainingHub(title: string, left: number): { client: Client; fails: boolean; asked: number } {
  const start = Date.now() + left;
  const [startDate, endDate] = [start, start + 3_600_000].map((time) => new Date(time).toISOString());
  const slots = [timeslot({ ...(startDate && { startDate }), ...(endDate && { endDate }) })];
  const training = {
    ...event(1, { title, kind: 'training', isVirtual: true, location: null, timeslots: slots }),
    join: null,
    recording: null,
  };
  const hub = {
    fails: false,
    asked: 0,
    client: createClient({
      hub: `https://${title.toLowerCase()}.example.org`,
      fetch: async (input) => {
        if (!new Request(input).url.endsWith('/v1/trainings')) return Response.json({}, { status: 404 });
        hub.asked++;
        if (hub.fails) return Response.json({}, { status: 400 });
        return Response.json({ data: [training], next: null, now: new Date().toISOString() });
      },
    }),
  };
  return hub;
}

const textOf = ({ shadowRoot }: HuddleCountdown) => shadowRoot?.textContent ?? '';

describe('<huddle-countdown>', () => {
  it('takes a client that comes after it, and another one after that', async () => {
    const countdown = await fixture<HuddleCountdown>(html`<huddle-countdown></huddle-countdown>`);
    countdown.client = trainingHub('First', 3_600_000).client;
    await until(() => textOf(countdown).includes('First'), 'the first hub’s training');
    countdown.client = trainingHub('Second', 3_600_000).client;
    await until(() => textOf(countdown).includes('Second'), 'the second hub’s training');
  });

  it('goes on, and keeps its open dialog, where a later answer fails', async () => {
    const hub = trainingHub('Start', 1_000);
    const wait = window.setTimeout;
    // The question at the start of a training is spread over half a minute.
    window.setTimeout = ((callback: () => void, time = 0) =>
      wait(callback, time > 1_500 ? 1_500 : time)) as typeof window.setTimeout;
    try {
      const countdown = await fixture<HuddleCountdown>(
        html`<huddle-countdown .client=${hub.client}></huddle-countdown>`,
      );
      await until(() => textOf(countdown).includes('Start'), 'the training');
      click(countdown.shadowRoot?.querySelector<HTMLElement>('button'));
      const dialog = () => countdown.shadowRoot?.querySelector('huddle-rsvp-dialog');
      await until(dialog, 'the dialog');
      hub.fails = true;
      const { asked } = hub;
      await until(() => hub.asked > asked + 1, 'two later questions');
      expect(dialog()).not.to.equal(null);
      expect(textOf(countdown)).to.contain('Start');
    } finally {
      window.setTimeout = wait;
    }
  }).timeout(20_000);

  it('opens one dialog, however often it is pressed', async () => {
    const { client } = trainingHub('Once', 3_600_000);
    const countdown = await fixture<HuddleCountdown>(
      html`<huddle-countdown .client=${client}></huddle-countdown>`,
    );
    const button = await until(() => countdown.shadowRoot?.querySelector('button'), 'the button');
    click(button);
    click(button);
    await until(() => countdown.shadowRoot?.querySelector('huddle-rsvp-dialog'), 'the dialog');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(countdown.shadowRoot?.querySelectorAll('huddle-rsvp-dialog')).to.have.length(1);
  });
});
