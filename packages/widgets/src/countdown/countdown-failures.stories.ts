import { mockHub } from '@huddlekit/mocks';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import './countdown.define.ts';

const meta: Meta = { title: 'Countdown, failures', component: 'huddle-countdown' };
export default meta;

export const HubHasAProblem: StoryObj = {
  render: () => html`<huddle-countdown hub=${mockHub('error')}></huddle-countdown>`,
};

export const NoHubNamed: StoryObj = { render: () => html`<huddle-countdown></huddle-countdown>` };
