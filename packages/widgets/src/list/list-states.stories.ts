import { mockHub } from '@huddlekit/mocks';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { clientOf } from '../client/client.ts';
import type { EventStore } from '../store/event-store.ts';
import { eventStore } from '../store/stores.ts';
import { within } from '../test/story.ts';
import './list.define.ts';

const meta: Meta = { title: 'Event list, states', component: 'huddle-list' };
export default meta;

const hub = mockHub('ready');

async function storeOf(canvas: HTMLElement, group: string): Promise<EventStore> {
  await within(() => canvas.querySelector('huddle-list')?.shadowRoot?.querySelector('.update'));
  return eventStore(clientOf(hub), group);
}

const offline = (group: string, lang = ''): StoryObj => ({
  render: () => html`<huddle-list group=${group} lang=${lang} hub=${hub}></huddle-list>`,
  play: async ({ canvasElement }) => {
    (await storeOf(canvasElement, group)).goOffline();
    await within(() => canvasElement.querySelector('huddle-list')?.shadowRoot?.querySelector('.offline'));
  },
});

export const Offline: StoryObj = offline('offline');
export const OfflineInSpanish: StoryObj = offline('offline-es', 'es');

export const NewEvents: StoryObj = {
  render: () => html`<huddle-list group="new" hub=${hub}></huddle-list>`,
  play: async ({ canvasElement }) => {
    const store = await storeOf(canvasElement, 'new');
    // What is shown lacks three of the events that the hub has.
    store.events = store.events.slice(3);
    await store.refresh(() => 'wait');
    await within(() =>
      canvasElement.querySelector('huddle-list')?.shadowRoot?.querySelector('.update button'),
    );
  },
};

export const OwnCards: StoryObj = {
  render: () =>
    html`<huddle-list
      group="cards"
      hub=${hub}
      .renderCard=${({ title, location }: { title: string; location: { locality: string | null } | null }) =>
        html`<p><strong>${title}</strong>, ${location?.locality ?? 'online'}</p>`}
    ></huddle-list>`,
};

export const OwnEmptyState: StoryObj = {
  render: () =>
    html`<huddle-list group="own-empty" hub=${mockHub('empty')}
      ><p slot="empty">
        We meet again in June. <a href="https://hub.example.org/">Tell me when</a>
      </p></huddle-list
    >`,
};
