import { mockHub } from '@huddlekit/mocks';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import './list.define.ts';

const meta: Meta = { title: 'Event list', component: 'huddle-list' };
export default meta;

const fallback = html`<a href="https://hub.example.org/">Find an event</a>`;

export const Ready: StoryObj = {
  render: () => html`<huddle-list group="ready" hub=${mockHub('ready')}>${fallback}</huddle-list>`,
};

export const Full: StoryObj = {
  render: () => html`<huddle-list group="full" hub=${mockHub('full')}>${fallback}</huddle-list>`,
};

export const Empty: StoryObj = {
  render: () => html`<huddle-list group="empty" hub=${mockHub('empty')}>${fallback}</huddle-list>`,
};

export const Loading: StoryObj = {
  render: () => html`<huddle-list group="loading" hub=${mockHub('loading')}>${fallback}</huddle-list>`,
};

export const WithoutSearch: StoryObj = {
  render: () =>
    html`<huddle-list group="plain" without-search hub=${mockHub('ready')}>${fallback}</huddle-list>`,
};

export const Spanish: StoryObj = {
  render: () => html`<huddle-list group="es" lang="es" hub=${mockHub('ready')}>${fallback}</huddle-list>`,
};
