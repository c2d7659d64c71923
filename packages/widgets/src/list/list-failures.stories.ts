import { mockHub } from '@huddlekit/mocks';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import './list.define.ts';

const meta: Meta = { title: 'Event list, failures', component: 'huddle-list' };
export default meta;

const fallback = html`<a href="https://hub.example.org/">Find an event</a>`;

export const HubHasAProblem: StoryObj = {
  render: () => html`<huddle-list hub=${mockHub('error')}>${fallback}</huddle-list>`,
};

export const Offline: StoryObj = {
  render: () => html`<huddle-list hub=${mockHub('offline')}>${fallback}</huddle-list>`,
};

export const NoHubNamed: StoryObj = {
  render: () => html`<huddle-list>${fallback}</huddle-list>`,
};
