import { mockHub, publicIdOf } from '@huddlekit/mocks';
import { createClient, type Client } from '@huddlekit/sdk';
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

async function fill(dialog: ShadowRoot): Promise<void> {
  await within(() => dialog.querySelector('#given-name'));
  dialog.querySelector<HTMLInputElement>('#timeslot')?.click();
  typeInto(dialog, '#given-name', 'Maribel');
  typeInto(dialog, '#email', 'maribel@example.org');
  dialog.querySelector<HTMLInputElement>('[id^=commitment-]')?.click();
}

async function send(dialog: ShadowRoot): Promise<void> {
  await fill(dialog);
  await press(dialog, 'form .button-primary');
}

/** A button whose form was sent to a hub in a state; the answer is there once `selector` is. */
const answered = (hub: string, selector: string, event = kitchen): StoryObj => ({
  render: () => button(hub, event),
  play: async (context) => {
    const dialog = await openForm(context);
    await send(dialog);
    await within(() => dialog.querySelector(selector));
  },
});

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

export const Coming: StoryObj = answered(mockHub('ready'), '.confirmed');

export const LookIntoMail: StoryObj = answered(mockHub('unconfirmed'), '.confirmed');

export const Waiting: StoryObj = answered(mockHub('full'), '.confirmed');

export const AlreadyComing: StoryObj = {
  render: () => button(mockHub('ready'), potluck),
  play: async (context) => {
    const dialog = await openForm(context);
    await send(dialog);
    await within(() => dialog.querySelector('.confirmed'));
    await press(dialog, '.foot-row .button');
    const again = await openForm(context);
    await within(() => again.querySelector('.credit'));
  },
};

/** Takes away the line once the form is there: what a client of its own does. */
function tunnel(): Client {
  let isOpen = true;
  return createClient({
    hub: mockHub('ready'),
    fetch: async (input, init) => {
      const request = new Request(input, init);
      if (request.method === 'POST') isOpen = false;
      if (!isOpen) throw new TypeError('Failed to fetch');
      return fetch(request);
    },
  });
}

export const SavedOffline: StoryObj = {
  render: () => html`<huddle-rsvp .client=${tunnel()} event=${kitchen}></huddle-rsvp>`,
  play: async (context) => {
    const dialog = await openForm(context);
    await send(dialog);
    await within(() => dialog.querySelector('.queued'));
  },
};

export const FullTime: StoryObj = {
  render: () => button(mockHub('full'), kitchen),
  play: async (context) => {
    await openForm(context);
  },
};

const inSpanish = (event: string): TemplateResult =>
  html`<huddle-rsvp lang="es" hub=${mockHub('ready')} event=${event}></huddle-rsvp>`;

export const SpanishForm: StoryObj = {
  render: () => inSpanish(potluck),
  play: async (context) => {
    await press(await openForm(context), 'form .button-primary');
  },
};

export const SpanishComing: StoryObj = {
  ...answered(mockHub('ready'), '.confirmed'),
  render: () => inSpanish(kitchen),
};

export const DarkForm: StoryObj = { ...FormWithFaults, globals: { theme: 'dark' } };

export const DarkComing: StoryObj = { ...Coming, globals: { theme: 'dark' } };

export const DarkWaiting: StoryObj = { ...Waiting, globals: { theme: 'dark' } };
