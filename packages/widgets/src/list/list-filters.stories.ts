import { mockHub } from '@huddlekit/mocks';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { press, within } from '../test/story.ts';
import './list.define.ts';

const meta: Meta = { title: 'Event list, filters', component: 'huddle-list' };
export default meta;

const listIn = async (canvas: HTMLElement): Promise<ShadowRoot> => {
  const list = await within(() => canvas.querySelector('huddle-list'));
  const root = await within(() => list.shadowRoot);
  await within(() => root.querySelector('[data-menu=kinds]'));
  return root;
};
const render =
  (group: string, lang = '') =>
  () =>
    html`<huddle-list group="filters-${group}" lang=${lang} hub=${mockHub('ready')}></huddle-list>`;

const opened = (menu: string): StoryObj => ({
  render: render(menu),
  play: async ({ canvasElement }) => press(await listIn(canvasElement), `[data-menu=${menu}] .chip`),
});

export const Dates: StoryObj = opened('dates');
export const Kinds: StoryObj = opened('kinds');
export const Attendance: StoryObj = opened('attendance');
export const Languages: StoryObj = opened('language');
export const Sponsors: StoryObj = {
  render: render('sponsor'),
  play: async ({ canvasElement }) => press(await listIn(canvasElement), '[data-menu=sponsor] .chip'),
};

export const Chosen: StoryObj = {
  render: render('chosen'),
  play: async ({ canvasElement }) => {
    const root = await listIn(canvasElement);
    await press(root, '[data-menu=kinds] .chip');
    await press(root, '[data-menu=kinds] input');
    await press(root, '[data-menu=attendance] .chip');
    await press(root, '[data-menu=attendance] .choice-row:nth-of-type(2) input');
    await within(() => root.querySelector('.clear-all'));
  },
};

export const NothingMatches: StoryObj = {
  render: render('nothing'),
  play: async ({ canvasElement }) => {
    const root = await listIn(canvasElement);
    await press(root, '[data-menu=dates] .chip');
    const first = await within(() => root.querySelector<HTMLInputElement>('#date-from'));
    first.value = '2099-01-01';
    first.dispatchEvent(new window.Event('change'));
    await within(() => root.querySelector('.state'));
  },
};

export const Narrow: StoryObj = {
  ...opened('dates'),
  render: () =>
    html`<div class="narrow">
      <huddle-list group="filters-narrow" hub=${mockHub('ready')}></huddle-list>
    </div>`,
  play: async ({ canvasElement }) => {
    const root = await listIn(canvasElement);
    canvasElement.querySelector<HTMLElement>('.narrow')?.style.setProperty('width', '328px');
    await press(root, '.filters-button');
    await press(root, '[data-menu=dates] .chip');
  },
};

export const InSpanish: StoryObj = {
  render: render('es', 'es'),
  play: async ({ canvasElement }) => press(await listIn(canvasElement), '[data-menu=dates] .chip'),
};
