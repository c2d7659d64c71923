import { mockHub } from '@huddlekit/mocks';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import './countdown.define.ts';

const meta: Meta = { title: 'Countdown', component: 'huddle-countdown' };
export default meta;

type State = Parameters<typeof mockHub>[0];
const countdown = (state: State, variant = 'full'): TemplateResult =>
  html`<huddle-countdown hub=${mockHub(state)} variant=${variant}
    ><a href="https://hub.example.org/">See the trainings</a></huddle-countdown
  >`;

export const Upcoming: StoryObj = { render: () => countdown('upcoming') };
export const Starting: StoryObj = { render: () => countdown('starting') };
export const Live: StoryObj = { render: () => countdown('live') };
export const Ended: StoryObj = { render: () => countdown('ended') };
export const Recording: StoryObj = { render: () => countdown('recording') };
export const Compact: StoryObj = { render: () => countdown('upcoming', 'compact') };
export const Inline: StoryObj = { render: () => html`<p>${countdown('upcoming', 'inline')}</p>` };
export const Loading: StoryObj = { render: () => countdown('loading') };
export const NonePlanned: StoryObj = { render: () => countdown('empty') };
export const Spanish: StoryObj = {
  render: () => html`<huddle-countdown lang="es" hub=${mockHub('upcoming')}></huddle-countdown>`,
};
