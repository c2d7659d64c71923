import { mockHub } from '@huddlekit/mocks';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import './map.define.ts';

const meta: Meta = { title: 'Event map', component: 'huddle-map' };
export default meta;

const fallback = html`<a href="https://hub.example.org/">Find an event</a>`;

export const Ready: StoryObj = {
  render: () => html`<huddle-map group="ready" hub=${mockHub('ready')}>${fallback}</huddle-map>`,
};

export const Full: StoryObj = {
  render: () => html`<huddle-map group="full" hub=${mockHub('full')}>${fallback}</huddle-map>`,
};

export const Empty: StoryObj = {
  render: () => html`<huddle-map group="empty" hub=${mockHub('empty')}>${fallback}</huddle-map>`,
};

export const Loading: StoryObj = {
  render: () => html`<huddle-map group="loading" hub=${mockHub('loading')}>${fallback}</huddle-map>`,
};

export const Dark: StoryObj = {
  globals: { theme: 'dark' },
  render: () => html`<huddle-map group="dark" hub=${mockHub('ready')}>${fallback}</huddle-map>`,
};

export const Spanish: StoryObj = {
  render: () => html`<huddle-map group="es" lang="es" hub=${mockHub('ready')}>${fallback}</huddle-map>`,
};

export const RightToLeft: StoryObj = {
  globals: { direction: 'rtl' },
  render: () => html`<huddle-map group="rtl" hub=${mockHub('ready')}>${fallback}</huddle-map>`,
};
