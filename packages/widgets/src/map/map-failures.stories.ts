import { mockHub } from '@huddlekit/mocks';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import './map.define.ts';

const meta: Meta = { title: 'Event map, failures', component: 'huddle-map' };
export default meta;

const fallback = html`<a href="https://hub.example.org/">Find an event</a>`;

export const HubHasAProblem: StoryObj = {
  render: () => html`<huddle-map hub=${mockHub('error')}>${fallback}</huddle-map>`,
};

export const Offline: StoryObj = {
  render: () => html`<huddle-map hub=${mockHub('offline')}>${fallback}</huddle-map>`,
};
