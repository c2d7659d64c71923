import { mockHub } from '@huddlekit/mocks';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { press, typeInto, within } from '../test/story.ts';
import { defineHostSteps } from './host-steps.define.ts';
import './host-form.define.ts';

defineHostSteps();

const meta: Meta = { title: 'Host form', component: 'huddle-host-form' };
export default meta;

interface Context {
  readonly canvasElement: HTMLElement;
}

/** Goes through the steps until the one with that heading's number. */
async function goTo({ canvasElement }: Context, step: number): Promise<ShadowRoot> {
  const root = await within(() => canvasElement.querySelector('huddle-host-steps')?.shadowRoot);
  await within(() => root.querySelector('#title'));
  typeInto(root, '#title', 'Kitchen-table huddle: what we do next');
  for (let now = 1; now < step; now++) {
    if (now === 2) {
      typeInto(root, '#date', '2096-12-01');
      typeInto(root, '#start', '18:30');
    }
    if (now === 3) {
      typeInto(root, '#street', '2817 W Palmer St');
      typeInto(root, '#city', 'Chicago');
      typeInto(root, '#postal-code', '60647');
    }
    await press(root, '.foot .button-primary');
    await within(() => root.querySelector(`.step-now:nth-child(${String(now + 1)})`));
  }
  return root;
}

const steps = (lang = 'en') =>
  html`<huddle-host-steps hub=${mockHub('ready')} lang=${lang}></huddle-host-steps>`;

export const Why: StoryObj = { render: () => steps() };

export const WhyWithFaults: StoryObj = {
  render: () => steps(),
  play: async ({ canvasElement }) => {
    const root = await within(() => canvasElement.querySelector('huddle-host-steps')?.shadowRoot);
    await press(root, '.foot .button-primary');
    await within(() => root.querySelector('.error-summary'));
  },
};

export const When: StoryObj = {
  render: () => steps(),
  play: async (context) => {
    await goTo(context, 2);
  },
};

export const Where: StoryObj = {
  render: () => steps(),
  play: async (context) => {
    await goTo(context, 3);
  },
};

export const Size: StoryObj = {
  render: () => steps(),
  play: async (context) => {
    await press(await goTo(context, 4), '.button:not(.button-primary)');
  },
};

export const Check: StoryObj = {
  render: () => steps(),
  play: async (context) => {
    await goTo(context, 5);
  },
};

export const Sent: StoryObj = {
  render: () => steps(),
  play: async (context) => {
    const root = await goTo(context, 5);
    typeInto(root, '#given-name', 'Tomasz');
    typeInto(root, '#email', 'tomasz@example.org');
    // They are the campaign's, which may come later than the form.
    await within(() => root.querySelector('[id^=commitment-]'));
    for (const box of root.querySelectorAll<HTMLInputElement>('[id^=commitment-]')) box.click();
    await press(root, '.foot .button-primary');
    await within(() => root.querySelector('.notice-success'));
  },
};

export const Spanish: StoryObj = { render: () => steps('es') };

/** What a partner's page shows where its rules keep the frame from loading. */
export const NoHubNamed: StoryObj = { render: () => html`<huddle-host-form></huddle-host-form>` };
