import { mockHub, publicIdOf } from '@huddlekit/mocks';
import { createClient, type Client, type Event } from '@huddlekit/sdk';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import './rsvp.define.ts';

const meta: Meta = { title: 'RSVP button, failures', component: 'huddle-rsvp' };
export default meta;

export const HubHasAProblem: StoryObj = {
  render: () => html`<huddle-rsvp hub=${mockHub('error')} event=${publicIdOf('potluck')}></huddle-rsvp>`,
};

export const NoSuchEvent: StoryObj = {
  render: () => html`<huddle-rsvp hub=${mockHub('ready')} event=${publicIdOf('nothing')}></huddle-rsvp>`,
};

const rewritten = (change: (event: Event) => Event): Client => {
  const client = createClient({ hub: mockHub('ready') });
  const { events } = client;
  return { ...client, events: { ...events, get: async (...call) => change(await events.get(...call)) } };
};

export const Ended: StoryObj = {
  render: () => {
    const client = rewritten((event) => ({
      ...event,
      timeslots: event.timeslots.map((slot) => ({
        ...slot,
        startDate: '2026-01-10T16:30:00Z',
        endDate: '2026-01-10T18:00:00Z',
      })),
    }));
    return html`<huddle-rsvp .client=${client} event=${publicIdOf('potluck')}></huddle-rsvp>`;
  },
};

export const Cancelled: StoryObj = {
  render: () => {
    const client = rewritten((event) => ({ ...event, status: 'cancelled' }));
    return html`<huddle-rsvp .client=${client} event=${publicIdOf('potluck')}></huddle-rsvp>`;
  },
};
