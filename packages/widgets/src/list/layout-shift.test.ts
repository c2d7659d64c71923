import { setViewport } from '@web/test-runner-commands';
import { expect } from 'chai';
import { html } from 'lit';
import { painted } from '../element/slices.ts';
import { eventStore } from '../store/stores.ts';
import { event, location } from '../test/events.ts';
import { fixture, removeFixtures, until } from '../test/fixture.ts';
import { testHub } from '../test/hub.ts';
import { afterEach, beforeEach, describe, it } from '../test/mocha.ts';
import '../map/map.define.ts';
import './list.define.ts';

const most = 0.02;
const platformFetch = window.fetch;

beforeEach(() => {
  // The land comes from elsewhere, and takes no room.
  window.fetch = async () => new Response(null, { status: 404 });
});
afterEach(async () => {
  window.fetch = platformFetch;
  removeFixtures();
  await setViewport({ width: 800, height: 600 });
});

interface Shift extends PerformanceEntry {
  readonly value: number;
}

/** Layout shift (CLS) on a page with text above and below an element, from its attributes until all is there. */
async function shiftOf(tag: 'huddle-map' | 'huddle-list', width: number, style = ''): Promise<number> {
  await setViewport({ width, height: 800 });
  const near = (pin: number) => location({ latitude: 41.9 + pin / 100 });
  const hub = testHub(Array.from({ length: 12 }, (_, pin) => event(pin + 1, { location: near(pin) })));
  let open = (): void => undefined;
  hub.gate = new Promise((resolve) => (open = resolve));
  const element = document.createElement(tag);
  element.client = hub.client;
  element.style.cssText = style;
  element.innerText = 'Find an event';
  await fixture(
    html`<div>
      <h1>Events</h1>
      ${element}
      <h2>About us</h2>
      <p>We live here.</p>
    </div>`,
  );
  const parts = (selector: string) => element.renderRoot.querySelector(selector);
  let shift = 0;
  const add = (entries: PerformanceEntryList): void => {
    for (const { value } of entries as Shift[]) shift += value;
  };
  await painted();
  const observer = new PerformanceObserver((entries) => add(entries.getEntries()));
  observer.observe({ type: 'layout-shift' });
  await until(() => parts('.skeleton'), 'the skeleton');
  await painted();
  open();
  await until(() => parts('[data-menu=kinds]') && parts('.update'), 'the list');
  await until(() => eventStore(hub.client).counts, 'the counts');
  if (tag === 'huddle-map' && width > 560) await until(() => parts('.mark'), 'the markers');
  await painted();
  add(observer.takeRecords());
  observer.disconnect();
  return shift;
}

describe('the layout around an element', () => {
  for (const tag of ['huddle-list', 'huddle-map'] as const) {
    for (const width of [360, 700, 1280]) {
      it(`stays still while <${tag}> comes, at ${String(width)} pixels`, async () => {
        expect(await shiftOf(tag, width)).to.be.at.most(most);
      });
    }

    it(`would move if <${tag}> kept no room`, async () => {
      expect(await shiftOf(tag, 1280, 'min-height: 0')).to.be.above(most);
    });
  }
});
