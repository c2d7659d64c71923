import { mockHub, mockHubHandlers } from '@huddlekit/mocks';
import { mobilizeServer } from '@huddlekit/mocks/platforms';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { http, HttpResponse } from 'msw';
import './list.define.ts';

const mobilize = mobilizeServer({ rateLimit: false });

const meta: Meta = {
  title: 'Event list, sources',
  component: 'huddle-list',
  parameters: {
    msw: [
      ...mockHubHandlers(),
      http.get('https://api.mobilize.us/*', ({ request }) => mobilize(request)),
      http.get('https://chapters.example.org/*', () => HttpResponse.error()),
    ],
  },
};
export default meta;

const fallback = html`<a href="https://hub.example.org/">Find an event</a>`;

export const HubAndMobilize: StoryObj = {
  render: () =>
    html`<huddle-list hub=${mockHub('ready')} source="hub mobilize:4242">${fallback}</huddle-list>`,
};

export const OneSourceFails: StoryObj = {
  render: () =>
    html`<huddle-list hub=${mockHub('ready')} source="hub feed:https://chapters.example.org/calendar.ics"
      >${fallback}</huddle-list
    >`,
};

export const InSpanish: StoryObj = {
  render: () =>
    html`<huddle-list
      lang="es"
      hub=${mockHub('ready')}
      source="hub feed:https://chapters.example.org/calendar.ics"
      >${fallback}</huddle-list
    >`,
};

export const NoSuchSource: StoryObj = {
  render: () => html`<huddle-list hub=${mockHub('ready')} source="mobilise:4242">${fallback}</huddle-list>`,
};
