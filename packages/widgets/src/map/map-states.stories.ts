import { mockHub, mockHubHandlers } from '@huddlekit/mocks';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { http, HttpResponse } from 'msw';
import { clientOf } from '../client/client.ts';
import { eventStore } from '../store/stores.ts';
import { press, typeInto, within } from '../test/story.ts';
import './map.define.ts';

const meta: Meta = {
  title: 'Event map, states',
  component: 'huddle-map',
  parameters: {
    msw: [...mockHubHandlers(), http.get('https://chapters.example.org/*', () => HttpResponse.error())],
  },
};
export default meta;

const hub = mockHub('ready');
const render = (group: string) => () => html`<huddle-map group="states-${group}" hub=${hub}></huddle-map>`;

async function mapIn(canvas: HTMLElement): Promise<ShadowRoot> {
  const root = await within(() => canvas.querySelector('huddle-map')?.shadowRoot);
  await within(() => root.querySelector('[role=combobox]'));
  await within(() => root.querySelector('.update'));
  return root;
}

async function suggest(root: ShadowRoot, words: string): Promise<void> {
  typeInto(root, '[role=combobox]', words);
  await within(() => root.querySelector('[role=option]:nth-child(2)'));
}

export const Selected: StoryObj = {
  render: render('selected'),
  play: async ({ canvasElement }) => {
    const root = await mapIn(canvasElement);
    await within(() => root.querySelector('.mark'));
    await press(root, 'button.card-link');
    await within(() => root.querySelector('.popup[data-side]'));
  },
};

export const Suggestions: StoryObj = {
  render: render('suggestions'),
  play: async ({ canvasElement }) => suggest(await mapIn(canvasElement), 'Springf'),
};

export const Near: StoryObj = {
  render: render('near'),
  play: async ({ canvasElement }) => {
    const root = await mapIn(canvasElement);
    await suggest(root, 'Chicago');
    await press(root, '[role=option]:nth-child(2)');
    await within(() => root.querySelector('.distance'));
  },
};

export const NothingNear: StoryObj = {
  render: render('nothing'),
  play: async ({ canvasElement }) => {
    const root = await mapIn(canvasElement);
    await suggest(root, 'San Francisco');
    await press(root, '[role=option]:nth-child(2)');
    await within(() => root.querySelector('.host'));
  },
};

export const FiltersOpen: StoryObj = {
  render: render('filters'),
  play: async ({ canvasElement }) => press(await mapIn(canvasElement), '[data-menu=kinds] .chip'),
};

export const Offline: StoryObj = {
  render: render('offline'),
  play: async ({ canvasElement }) => {
    const root = await mapIn(canvasElement);
    eventStore(clientOf(hub), 'states-offline').goOffline();
    await within(() => root.querySelector('.offline'));
  },
};

export const OneSourceFails: StoryObj = {
  render: () =>
    html`<huddle-map
      group="states-source"
      hub=${hub}
      source="hub feed:https://chapters.example.org/calendar.ics"
    ></huddle-map>`,
  play: async ({ canvasElement }) => {
    await within(() => canvasElement.querySelector('huddle-map')?.shadowRoot?.querySelector('.missing'));
  },
};

export const Narrow: StoryObj = {
  render: () => html`<div class="narrow">${render('narrow')()}</div>`,
  play: async ({ canvasElement }) => {
    canvasElement.querySelector<HTMLElement>('.narrow')?.style.setProperty('width', '288px');
    const root = await mapIn(canvasElement);
    await press(root, '.switch button:nth-child(2)');
    await within(() => root.querySelector('.mark'));
  },
};
