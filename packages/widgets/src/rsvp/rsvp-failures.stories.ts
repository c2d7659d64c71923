import { mockHub, publicIdOf } from '@huddlekit/mocks';
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
