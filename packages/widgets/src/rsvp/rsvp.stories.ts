import { mockHub, publicIdOf } from '@huddlekit/mocks';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { press, typeInto, within } from '../test/story.ts';
import './rsvp.define.ts';

const meta: Meta = { title: 'RSVP button', component: 'huddle-rsvp' };
export default meta;

const potluck = publicIdOf('potluck');
const kitchen = publicIdOf('kitchen-table');

const button = (hub: string, event = potluck): TemplateResult =>
  html`<huddle-rsvp hub=${hub} event=${event}
    ><a href="https://hub.example.org/">See the event</a></huddle-rsvp
  >`;

async function openForm({ canvasElement }: { canvasElement: HTMLElement }): Promise<ShadowRoot> {
  const element = canvasElement.querySelector('huddle-rsvp');
  const root = await within(() => element?.shadowRoot);
  await press(root, 'button');
  const dialog = await within(() => root.querySelector('huddle-rsvp-dialog')?.shadowRoot);
  await within(() => dialog.querySelector('dialog[open]'));
  return dialog;
}

async function send(dialog: ShadowRoot): Promise<void> {
  await within(() => dialog.querySelector('#given-name'));
  dialog.querySelector<HTMLInputElement>('#timeslot')?.click();
  typeInto(dialog, '#given-name', 'Maribel');
  typeInto(dialog, '#email', 'maribel@example.org');
  dialog.querySelector<HTMLInputElement>('[id^=commitment-]')?.click();
  await press(dialog, 'form .button-primary');
}

export const Idle: StoryObj = { render: () => button(mockHub('ready')) };

export const Full: StoryObj = { render: () => button(mockHub('full')) };

export const Loading: StoryObj = { render: () => button(mockHub('loading')) };

export const Spanish: StoryObj = {
  render: () => html`<huddle-rsvp lang="es" hub=${mockHub('ready')} event=${potluck}></huddle-rsvp>`,
};

export const Form: StoryObj = {
  render: () => button(mockHub('ready')),
  play: async (context) => {
    await openForm(context);
  },
};

export const FormWithFaults: StoryObj = {
  render: () => button(mockHub('ready')),
  play: async (context) => {
    const dialog = await openForm(context);
    await press(dialog, 'form .button-primary');
    await within(() => dialog.querySelector('.error-summary'));
  },
};

export const Coming: StoryObj = {
  render: () => button(mockHub('ready'), kitchen),
  play: async (context) => {
    const dialog = await openForm(context);
    await send(dialog);
    await within(() => dialog.querySelector('.confirmed'));
  },
};

export const Waiting: StoryObj = {
  render: () => button(mockHub('full'), kitchen),
  play: async (context) => {
    const dialog = await openForm(context);
    await send(dialog);
    await within(() => dialog.querySelector('.confirmed'));
  },
};
