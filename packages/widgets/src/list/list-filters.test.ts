import type { Event } from '@huddlekit/contract';
import { expect } from 'chai';
import { html } from 'lit';
import { expectAccessible } from '../test/accessibility.ts';
import { event, onlineEvent, timeslot } from '../test/events.ts';
import { click, fixture, removeFixtures, until } from '../test/fixture.ts';
import { testHub } from '../test/hub.ts';
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
const countOf = (list: HuddleList) => textOf(list, '.count-text');

async function listOf(events: Event[]): Promise<HuddleList> {
  const { client } = testHub(events);
  const list = await fixture<HuddleList>(html`<huddle-list .client=${client}></huddle-list>`);
  await until(() => find(list, '[data-menu=dates]'), 'the filters');
  await until(() => find(list, 'li.card'), 'the events');
  return list;
}

const rowOf = (list: HuddleList, menu: string, label: string) =>
  findAll(list, `[data-menu=${menu}] .choice-row`).find(
    (row) => row.querySelector('span')?.textContent === label,
  );
async function open(list: HuddleList, menu: string): Promise<void> {
  const chip = find(list, `[data-menu=${menu}] .chip`);
  if (chip?.getAttribute('aria-expanded') === 'false') click(chip);
  await list.updateComplete;
}
async function choose(list: HuddleList, menu: string, label: string): Promise<void> {
  await open(list, menu);
  click(rowOf(list, menu, label)?.querySelector('input'));
}
const toggle = (list: HuddleList, label: string) =>
  click(findAll(list, '.chip').find(({ textContent }) => textContent?.trim() === label));

const lakefront = { id: 'lakefront', name: 'Lakefront Neighbors', url: null };
const accessible = { ...event(1).accessibility, wheelchair: true };

describe('filters of a list', () => {
  it('narrow it by all that visitors ask for, and show it whole again', async () => {
    const list = await listOf([
      event(1, { accessibility: accessible }),
      event(2, { languages: ['es'], timeslots: [timeslot({ isFull: true, spotsLeft: 0 })] }),
      event(3, { sponsor: lakefront }),
      onlineEvent(4),
    ]);
    const steps: [change: () => void | Promise<void>, count: string][] = [
      [() => toggle(list, 'Wheelchair access'), '1 upcoming event'],
      [() => toggle(list, 'Wheelchair access'), '4 upcoming events'],
      [() => toggle(list, 'Has places left'), '3 upcoming events'],
      [() => choose(list, 'attendance', 'In person'), '2 upcoming events'],
      [() => choose(list, 'sponsor', 'Lakefront Neighbors'), '1 upcoming event'],
      [() => click(find(list, '.clear-all')), '4 upcoming events'],
      [() => choose(list, 'attendance', 'Online'), '1 upcoming event'],
      [() => click(find(list, '[data-menu=attendance] .chip-clear')), '4 upcoming events'],
      [() => choose(list, 'language', 'Spanish'), '1 upcoming event'],
    ];
    for (const [change, count] of steps) {
      await change();
      await until(() => countOf(list) === count, `${count}, not ${String(countOf(list))}`);
    }
    expect(textOf(list, '.filters-button')).to.equal('Filters (1)');
    expect(find(list, '[data-menu=sponsor]') !== null).to.equal(true);
  });

  it('take dates of one’s own, by the calendar of each event', async () => {
    const late = timeslot({ startDate: '2096-12-05T04:00:00Z', endDate: null });
    const list = await listOf([event(1), event(2, { timeslots: [late] })]);
    const field = (name: string) => find(list, `#date-${name}`) as HTMLInputElement;
    const fill = (name: string, value: string): void => {
      field(name).value = value;
      field(name).dispatchEvent(new window.Event('change'));
    };
    await open(list, 'dates');
    fill('from', '2096-12-04');
    await until(() => countOf(list) === '1 upcoming event', 'the later one');
    await list.updateComplete;
    expect(field('to').value).to.equal('2096-12-04');
    expect(textOf(list, '.card-title')).to.equal('Kitchen-table huddle 2');
    expect(textOf(list, '[data-menu=dates] .chip')).to.equal('Date: Dec 4');
    fill('from', '2096-11-30');
    await until(() => countOf(list) === '2 upcoming events', 'both');
    expect(textOf(list, '[data-menu=dates] .chip')).to.equal('Date: Nov 30 – Dec 4');
  });

  it('tell how many events each kind has, and each of the dates', async () => {
    const soon = timeslot({ startDate: new Date(Date.now() + 2 * 86_400_000).toISOString(), endDate: null });
    const list = await listOf([event(1, { timeslots: [soon] }), event(2, { kind: 'rally' }), onlineEvent(3)]);
    const row = (menu: string, label: string) =>
      rowOf(list, menu, label)?.textContent?.replace(/\s+/g, ' ').trim();
    await open(list, 'dates');
    await until(() => row('dates', 'Next 14 days') === 'Next 14 days1, 1 event', 'the counts');
    await open(list, 'kinds');
    expect(row('kinds', 'Rally')).to.equal('Rally1, 1 event');
    expect(row('kinds', 'Fundraiser')).to.equal('Fundraiser0, 0 events');
    await choose(list, 'kinds', 'Rally');
    await until(() => countOf(list) === '1 upcoming event', 'the rally');
    expect(row('kinds', 'Training')).to.equal('Training1, 1 event');
    await open(list, 'dates');
    await until(() => row('dates', 'Next 14 days') === 'Next 14 days0, 0 events', 'counts of rallies');
  });

  it('are accessible while open, close on Escape, and give the focus back', async () => {
    const list = await listOf([event(1, { sponsor: lakefront }), onlineEvent(2)]);
    for (const menu of findAll(list, '.menu')) {
      const chip = menu.querySelector<HTMLElement>('.chip');
      chip?.focus();
      click(chip);
      await list.updateComplete;
      await expectAccessible(list);
      const panel = menu.querySelector<HTMLElement>('.panel');
      panel?.querySelector('input')?.focus();
      panel?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
      await list.updateComplete;
      expect(panel?.hidden).to.equal(true);
      expect(list.shadowRoot?.activeElement === chip).to.equal(true);
    }
  });

  it('stand behind one button where there is little room', async () => {
    const list = await listOf([event(1)]);
    list.style.width = '360px';
    const chips = find(list, '.chips');
    const button = find(list, '.filters-button');
    await until(() => chips?.checkVisibility() === false, 'the narrow layout');
    click(button);
    await until(() => chips?.checkVisibility(), 'the filters');
    expect(button?.getAttribute('aria-expanded')).to.equal('true');
    click(find(list, '[data-menu=kinds] .chip'));
    await list.updateComplete;
    await expectAccessible(list);
    for (const target of findAll(list, '.finder :is(button, select, input, label.choice-row)')) {
      if (
        !target.checkVisibility() ||
        (target.closest('.choice-row') !== target && target.closest('.choice-row'))
      )
        continue;
      const { width, height } = target.getBoundingClientRect();
      expect(Math.min(width, height), target.className).to.be.at.least(24);
    }
    expect(list.scrollWidth).to.be.at.most(360);
  });

  it('come as a link, or as text where the clipboard is closed', async () => {
    const list = await listOf([event(1, { accessibility: accessible })]);
    toggle(list, 'Wheelchair access');
    await list.updateComplete;
    const { clipboard } = navigator;
    const copied: string[] = [];
    const replace = (writeText: (text: string) => Promise<void>): void => {
      Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
    };
    try {
      replace(async (text) => void copied.push(text));
      click(find(list, '.copy-button'));
      await until(() => textOf(list, '.copy [role=status]') === 'Link copied', 'the confirmation');
      expect(new URL(copied[0] ?? '').searchParams.get('huddle-accessible')).to.equal('true');
      replace(() => Promise.reject(new DOMException('No', 'NotAllowedError')));
      click(find(list, '.copy-button'));
      const field = (await until(() => find(list, '.copy input'), 'the link')) as HTMLInputElement;
      expect(field.value).to.equal(copied[0]);
      field.focus();
      expect(field.selectionEnd).to.equal(field.value.length);
      await expectAccessible(list);
    } finally {
      Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard });
    }
  });
});
