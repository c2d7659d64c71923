import { expect } from 'chai';
import { html } from 'lit';
import type { HuddleSearchEvent } from '../element/search-event.ts';
import { eventStore } from '../store/stores.ts';
import { expectAccessible } from '../test/accessibility.ts';
import { event } from '../test/events.ts';
import { click, fixture, removeFixtures, until } from '../test/fixture.ts';
import { testHub, type TestHub } from '../test/hub.ts';
import { afterEach, describe, it } from '../test/mocha.ts';
import type { HuddleList } from './list.ts';
import './list.define.ts';

afterEach(removeFixtures);

const find = (list: HuddleList, selector: string) => list.renderRoot.querySelector<HTMLElement>(selector);
const findAll = (list: HuddleList, selector: string) => [
  ...list.renderRoot.querySelectorAll<HTMLElement>(selector),
];
const textOf = (list: HuddleList, selector: string) =>
  find(list, selector)?.textContent?.replace(/\s+/g, ' ').trim();

async function listOf(hub: TestHub): Promise<HuddleList> {
  const list = await fixture<HuddleList>(
    html`<huddle-list .client=${hub.client}
      ><a href="https://hub.example.org/">Find an event</a></huddle-list
    >`,
  );
  await until(() => find(list, '.update') && find(list, '[data-menu=kinds]'), 'the list');
  return list;
}

describe('a list that is kept up to date', () => {
  it('offers what is new to a visitor who reads, and gives the focus to the first event', async () => {
    const hub = testHub([event(1), event(2)]);
    const list = await listOf(hub);
    const second = findAll(list, '.card-link')[1];
    second?.focus();
    const before = second?.getBoundingClientRect().top;
    hub.events = [event(7), ...hub.events];
    await eventStore(hub.client).refresh(() => 'wait');
    const button = await until(() => find(list, '.update button'), 'the offer');
    expect(button.textContent?.trim()).to.equal('1 new event');
    expect(second?.getBoundingClientRect().top).to.equal(before);
    expect(findAll(list, 'li.card')).to.have.length(2);
    await expectAccessible(list);
    click(button);
    await until(() => findAll(list, 'li.card').length === 3, 'the new event');
    await until(() => list.shadowRoot?.activeElement?.textContent === event(7).title, 'the focus');
    expect(find(list, '.update button') === null).to.equal(true);
  });

  it('says so where nothing came but something went', async () => {
    const hub = testHub([event(1), event(2)]);
    const list = await listOf(hub);
    hub.events = [event(2)];
    await eventStore(hub.client).refresh(() => 'wait');
    const button = await until(() => find(list, '.update button'), 'the offer');
    expect(button.textContent?.trim()).to.equal('The list has changed');
  });

  it('keeps its events with their time while the device is offline', async () => {
    const hub = testHub([event(1)]);
    const list = await listOf(hub);
    eventStore(hub.client).goOffline();
    await until(() => find(list, '.offline'), 'the notice');
    expect(textOf(list, '.offline')).to.match(
      /^You are offline\. This list is from \w+ \d+, \d+(:\d\d)? [ap]\.m\. \S+\.$/,
    );
    expect(findAll(list, 'li.card')).to.have.length(1);
    await expectAccessible(list);
    await eventStore(hub.client).refresh(() => 'same');
    await until(() => !find(list, '.offline'), 'the end of the notice');
  });
});

describe('what a page draws itself', () => {
  it('takes the place of cards, with an RSVP that works', async () => {
    const hub = testHub([event(1)]);
    const list = document.createElement('huddle-list');
    list.client = hub.client;
    list.renderCard = ({ title }, { rsvp, page }) => {
      const button = document.createElement('button');
      button.textContent = `${title} ${String(page)}`;
      button.addEventListener('click', () => rsvp(button));
      return button;
    };
    await fixture(html`<div>${list}</div>`);
    // The page’s own cards are drawn anew with all that comes after them, the search and the counts.
    await until(() => find(list, '.finder') && eventStore(hub.client).counts, 'the whole list');
    const button = await until(() => find(list, 'li[part=card] > button'), 'the card');
    expect(button.textContent).to.equal(`${event(1).title} https://hub.example.org/e/${event(1).id}`);
    click(button);
    await until(() => find(list, 'huddle-rsvp-dialog'), 'the dialog');
    list.renderCard = () => '<img src=x onerror=alert(1)>';
    await until(() => textOf(list, 'li[part=card]') === '<img src=x onerror=alert(1)>', 'text as text');
    list.renderCard = () => {
      throw new Error('The page’s own fault');
    };
    await until(() => find(list, 'li.card'), 'our card');
  });

  it('takes the place of the empty state, in script and in plain HTML', async () => {
    const { client } = testHub([]);
    const list = await fixture<HuddleList>(
      html`<huddle-list .client=${client}><p slot="empty">Come back in June.</p></huddle-list>`,
    );
    await until(() => list.querySelector('p')?.checkVisibility(), 'the words of the page');
    expect(find(list, '.host')?.checkVisibility() ?? false).to.equal(false);
    const other = document.createElement('huddle-list');
    other.client = testHub([]).client;
    other.renderEmpty = ({ kinds }) => `Nothing of ${String(kinds.length)} kinds`;
    await fixture(html`<div>${other}</div>`);
    await until(() => textOf(other, '.events slot') === 'Nothing of 0 kinds', 'the words of the script');
  });
});

describe('the event of a search', () => {
  it('tells once what was asked for and how much fits, and no position', async () => {
    const hub = testHub([event(1), event(2, { kind: 'rally' })]);
    const page = await fixture(
      html`<div>
        <huddle-list .client=${hub.client}></huddle-list>
        <huddle-list .client=${hub.client} without-search></huddle-list>
      </div>`,
    );
    const told: HuddleSearchEvent[] = [];
    page.addEventListener('huddle-search', (search) => told.push(search));
    const lists = [...page.querySelectorAll('huddle-list')];
    await until(() => lists.every((list) => find(list, '.update')), 'the lists');
    const store = eventStore(hub.client);
    await until(() => store.counts, 'the counts');
    expect(told).to.have.length(0);
    store.filter({ kinds: ['rally'] });
    await until(() => told.length > 0, 'the event');
    const here = { type: 'near', label: '', latitude: 41.92, longitude: -87.7, within: 40_000 } as const;
    store.filter({ kinds: [], area: here });
    await until(() => told.length > 1, 'the second one');
    const words = told.map(({ place, within, kinds, dates, count }) => ({
      place,
      within,
      kinds,
      dates,
      count,
    }));
    expect(words).to.deep.equal([
      { place: null, within: null, kinds: ['rally'], dates: null, count: 1 },
      { place: null, within: 40_000, kinds: [], dates: null, count: 2 },
    ]);
    expect(Object.keys(told[1] as object).sort()).to.deep.equal([
      'count',
      'dates',
      'isTrusted',
      'kinds',
      'place',
      'within',
    ]);
  });
});
