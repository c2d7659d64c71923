import type { Event } from '@huddlekit/contract';
import { expect } from 'chai';
import { html } from 'lit';
import { expectAccessible } from '../test/accessibility.ts';
import { event, location, onlineEvent, timeslot } from '../test/events.ts';
import { click, fixture, removeFixtures, until } from '../test/fixture.ts';
import { testHub, type TestHub } from '../test/hub.ts';
import { afterEach, describe, it } from '../test/mocha.ts';
import type { HuddleList } from './list.ts';
import './list.define.ts';

afterEach(removeFixtures);

async function listOf(hub: TestHub): Promise<HuddleList> {
  return fixture<HuddleList>(
    html`<huddle-list .client=${hub.client}
      ><a href="https://hub.example.org/">Find an event</a></huddle-list
    >`,
  );
}

async function readyList(events: Event[]): Promise<{ hub: TestHub; list: HuddleList }> {
  const hub = testHub(events);
  const list = await listOf(hub);
  await until(() => find(list, '.count'), 'the count');
  await until(() => find(list, '[role=combobox]'), 'the search');
  return { hub, list };
}

const find = (list: HuddleList, selector: string) => list.renderRoot.querySelector<HTMLElement>(selector);
const findAll = (list: HuddleList, selector: string) => [
  ...list.renderRoot.querySelectorAll<HTMLElement>(selector),
];
// An element in a failed assertion would be written out with all it leads to.
const has = (list: HuddleList, selector: string) => find(list, selector) !== null;
const hrefOf = (link: Element | null | undefined) => (link as HTMLAnchorElement | null)?.href;
const textOf = (list: HuddleList, selector: string) =>
  find(list, selector)?.textContent?.replace(/\s+/g, ' ').trim();

async function searchFor(list: HuddleList, words: string): Promise<HTMLInputElement> {
  const field = (await until(() => find(list, '[role=combobox]'), 'the search')) as HTMLInputElement;
  field.focus();
  field.value = words;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await until(() => findAll(list, '[role=option]').length > 1, 'the suggestions');
  return field;
}

const press = (element: HTMLElement, key: string) =>
  element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));

describe('<huddle-list>', () => {
  it('is accessible with events, suggestions and kinds open', async () => {
    const { list } = await readyList([
      event(1),
      event(2, { timeslots: [timeslot({ spotsLeft: 0, isFull: true })] }),
      event(3, { rsvp: 'link', browserUrl: 'https://events.example/3', kind: 'gathering' }),
      event(4, { rsvp: 'none' }),
      onlineEvent(5),
    ]);
    await expectAccessible(list);
    click(find(list, '[data-menu=kinds] button'));
    await searchFor(list, 'Spring');
    await expectAccessible(list);
  });

  it('shows when, where and how many places are left', async () => {
    const { list } = await readyList([
      event(1, { accessibility: { ...event(1).accessibility, wheelchair: true } }),
    ]);
    expect(textOf(list, '.count-text')).to.equal('1 upcoming event');
    expect(textOf(list, '.date')).to.equal('Saturday, December 1 Sat 1 Dec');
    expect(textOf(list, '.kind')).to.equal('Huddle in a home');
    expect(textOf(list, '.card-title')).to.equal('Kitchen-table huddle 1');
    expect(textOf(list, '[part=card-time]')).to.equal('10:30 a.m. – 12 p.m. CST');
    expect(textOf(list, '.meta')).to.match(/ Near Chicago, IL$/);
    expect(textOf(list, '.seats')).to.equal('4 places left Wheelchair access');
    expect(findAll(list, '.dot')).to.have.length(12);
    expect(findAll(list, '.dot-taken')).to.have.length(8);
    expect(textOf(list, '.card-foot .button')).to.equal('RSVP');
  });

  it('opens the other times of an event that are still ahead', async () => {
    const on = (day: string, change = {}) =>
      timeslot({ startDate: `2096-12-${day}T16:30:00Z`, endDate: null, ...change });
    const past = timeslot({ startDate: '2020-12-01T16:30:00Z', endDate: null });
    const full = on('03', { isFull: true, spotsLeft: 0 });
    const { list } = await readyList([event(1, { timeslots: [past, on('05'), on('01'), full] })]);
    expect(textOf(list, '.times summary')).to.equal('+2 more times');
    click(find(list, '.times summary'));
    await until(() => (find(list, '.times') as HTMLDetailsElement).open, 'the times');
    expect(
      findAll(list, '.times li').map((row) => row.textContent?.replace(/\s+/g, ' ').trim()),
    ).to.deep.equal(['Monday, December 3, 10:30 a.m. CST Full', 'Wednesday, December 5, 10:30 a.m. CST']);
    await expectAccessible(list);
  });

  it('says the visitor’s own time below that of the place, where the clocks differ', async () => {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const { list } = await readyList([
      event(1, { timezone: 'Pacific/Kiritimati' }),
      event(2, { timezone: zone }),
    ]);
    const [there, here] = findAll(list, '.meta').map(({ textContent }) => textContent ?? '');
    expect(there).to.match(/GMT\+14.*your time/);
    expect(here).to.not.contain('your time');
  });

  it('says a place as exactly as it is known', async () => {
    const library = { kind: 'community', venue: 'Evanston Library', precision: 'exact' };
    const { list } = await readyList([
      event(1, { location: location({ precision: 'locality' }) }),
      event(2, { location: location({ ...library, addressLines: ['1703 Orrington Ave'] }) }),
      event(3, {
        location: location({ precision: 'hidden', locality: null, region: null, postalCode: null }),
      }),
      onlineEvent(4),
    ]);
    expect(findAll(list, '[part=card-place]').map(({ textContent }) => textContent)).to.deep.equal([
      'In Chicago 60647',
      'Evanston Library, 1703 Orrington Ave, Chicago',
      'You get the place when you are confirmed',
      'Online, link comes by e-mail',
    ]);
  });

  it('offers what can be done with each event', async () => {
    const { list } = await readyList([
      event(1, { timeslots: [timeslot({ spotsLeft: 0, isFull: true })] }),
      event(2, { rsvp: 'link', browserUrl: 'https://events.example/2' }),
      event(3, { rsvp: 'link', browserUrl: 'javascript:alert(1)' }),
      event(4, { rsvp: 'none' }),
      onlineEvent(5),
    ]);
    const actions = findAll(list, '.card-foot > :last-child');
    expect(actions.map((action) => action.textContent?.replace(/\s+/g, ' ').trim())).to.deep.equal([
      'Join waiting list',
      'RSVP (opens events.example)',
      'Details',
      'Details',
      'Register',
    ]);
    expect(hrefOf(actions[1])).to.equal('https://events.example/2');
    expect(actions[1]?.getAttribute('rel')).to.equal('noopener');
    expect(hrefOf(actions[2])).to.equal(`https://hub.example.org/e/${event(3).id}`);
  });

  it('keeps its own content until events are there, and shows a skeleton only where that takes long', async () => {
    const hub = testHub([event(1)]);
    let open = (): void => undefined;
    hub.gate = new Promise((resolve) => (open = resolve));
    const list = await listOf(hub);
    expect(has(list, 'slot')).to.equal(true);
    expect(has(list, '.skeleton')).to.equal(false);
    await until(() => find(list, '.skeleton'), 'the skeleton');
    expect(has(list, 'slot')).to.equal(true);
    await expectAccessible(list);
    open();
    await until(() => find(list, 'li.card'), 'the card');
    expect(has(list, 'slot')).to.equal(false);
  });

  it('tells what went wrong, and tries again', async () => {
    const hub = testHub([event(1)]);
    hub.status = 400;
    const list = document.createElement('huddle-list');
    list.client = hub.client;
    const errors: string[] = [];
    list.addEventListener('huddle-error', ({ code, requestId }) =>
      errors.push(`${code} ${String(requestId)}`),
    );
    await fixture(html`<div>${list}</div>`);
    await until(() => find(list, '[role=alert]'), 'the error');
    expect(errors).to.deep.equal(['internal 01JD-7Q4K']);
    expect(textOf(list, '[role=alert]')).to.contain('01JD-7Q4K');
    expect(hrefOf(find(list, '[role=alert] a'))).to.equal('https://hub.example.org/');
    await expectAccessible(list);
    hub.status = 200;
    click(find(list, '[role=alert] button'));
    await until(() => find(list, 'li.card'), 'the card');
  });

  it('tells the owner of a page that names no hub', async () => {
    const list = await fixture<HuddleList>(html`<huddle-list><a href="/">Find an event</a></huddle-list>`);
    await until(() => find(list, '[role=alert]'), 'the error');
    expect(textOf(list, '[role=alert]')).to.contain('hub="https://…"');
    expect(has(list, 'slot')).to.equal(true);
  });

  it('searches a place by keyboard alone', async () => {
    const springfield = location({ latitude: 39.79, longitude: -89.64, locality: 'Springfield' });
    const { hub, list } = await readyList([event(1), event(2, { location: springfield })]);
    const field = await searchFor(list, 'Spring');
    expect(field.getAttribute('aria-expanded')).to.equal('true');
    expect(findAll(list, '[role=option]').map(({ textContent }) => textContent?.trim())).to.have.length(3);
    expect(textOf(list, '.search .visually-hidden[role=status]')).to.equal('2 places');
    press(field, 'ArrowDown');
    press(field, 'End');
    await list.updateComplete;
    expect(field.hasAttribute('aria-activedescendant')).to.equal(false);
    press(field, 'ArrowDown');
    press(field, 'ArrowDown');
    await list.updateComplete;
    const active = find(list, `#${String(field.getAttribute('aria-activedescendant'))}`);
    expect(active?.textContent).to.contain('Springfield, IL');
    expect(active?.getAttribute('aria-selected')).to.equal('true');
    press(field, 'Enter');
    await until(() => textOf(list, '.count-text') === '1 event within 50 miles of Springfield', 'the count');
    expect(field.value).to.equal('Springfield, IL');
    expect(field.getAttribute('aria-expanded')).to.equal('false');
    expect(hub.requests.some((path) => path.includes('near=39.78%2C-89.65&within=80467'))).to.equal(true);
    expect(textOf(list, '.distance')).to.equal('<1 mi');
    press(field, 'Escape');
    await until(() => textOf(list, '.count-text') === '2 upcoming events', 'all events again');
    expect(field.value).to.equal('');
  });

  it('takes the first place on Enter, and says where none has the name', async () => {
    const { list } = await readyList([event(1)]);
    const field = (await until(() => find(list, '[role=combobox]'), 'the search')) as HTMLInputElement;
    const type = (words: string): void => {
      field.value = words;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      press(field, 'Enter');
    };
    type('Xyzzy');
    await until(() => textOf(list, '.place-message')?.includes('“Xyzzy”'), 'the message');
    type('60647');
    await until(
      () => textOf(list, '.count-text') === '1 event within 50 miles of 60647 Chicago',
      'the count',
    );
    expect(textOf(list, '.place-message')).to.equal('');
  });

  it('searches the place that stands in the field, however often Enter is pressed', async () => {
    const { hub, list } = await readyList([event(1)]);
    const field = await searchFor(list, 'Spring');
    let open = (): void => undefined;
    hub.gate = new Promise((resolve) => (open = resolve));
    field.value = 'Springfield, MA';
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    press(field, 'Enter');
    press(field, 'Enter');
    open();
    await until(() => textOf(list, '.count-text')?.includes('of Springfield'), 'the search');
    expect(field.value).to.equal('Springfield, MA');
  });

  it('sends an RSVP that waits on this device, whatever page its visitor comes back to', async () => {
    const hub = testHub([event(1)]);
    const { id, timeslots } = event(1);
    const path = `/v1/events/${id}/attendances`;
    hub.broken.add(path);
    const person = { givenName: 'Ada', email: 'ada@example.org' };
    const input = { timeslotIds: [timeslots[0]?.id], person, guests: 0, commitments: [] };
    const rsvp = {
      hub: hub.client.hub,
      idempotencyKey: 'k'.repeat(22),
      eventId: id,
      input,
      madeAt: Date.now(),
    };
    localStorage.setItem(`huddlekit-outbox:${rsvp.idempotencyKey}`, JSON.stringify(rsvp));
    await listOf(hub);
    await until(() => hub.requests.includes(path), 'the RSVP');
    await until(() => localStorage.length === 0, 'that nothing stays once it is answered');
  });

  it('counts events online beside those near a place', async () => {
    const { list } = await readyList([event(1), event(2), onlineEvent(3)]);
    const field = (await until(() => find(list, '[role=combobox]'), 'the search')) as HTMLInputElement;
    field.value = '60647';
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    press(field, 'Enter');
    const near = '2 events within 50 miles of 60647 Chicago';
    await until(() => textOf(list, '.count-text') === `${near}, and 1 online`, 'the count');
    click(find(list, '[data-menu=attendance] button'));
    click(await until(() => findAll(list, '[data-menu=attendance] input').at(1), 'those in person'));
    await until(() => textOf(list, '.count-text') === near, 'the count of those alone');
  });

  it('invites to host where nothing is near, and shows what is nearest', async () => {
    const { list } = await readyList([event(1), onlineEvent(2)]);
    const field = await searchFor(list, 'Springfield, IL');
    press(field, 'Enter');
    await until(() => find(list, '.host'), 'the invitation');
    expect(textOf(list, '.count-text')).to.equal('No events within 50 miles of Springfield, yet');
    expect(textOf(list, '.host h3')).to.equal('Be the first to host a huddle in Springfield');
    expect(hrefOf(find(list, '.host a'))).to.equal('https://hub.example.org/host?place=Springfield%2C+IL');
    expect(findAll(list, '.group-title').map(({ textContent }) => textContent)).to.deep.equal([
      'Nearest to Springfield',
      'Online, from anywhere',
    ]);
    expect(findAll(list, 'li.card')).to.have.length(2);
    await expectAccessible(list);
    click(find(list, '.host button'));
    await until(() => textOf(list, '.count-text')?.includes('within 250 miles'), 'the wider search');
  });

  it('filters by kind, and offers the way back where nothing is left', async () => {
    const { list } = await readyList([event(1), event(2, { kind: 'gathering' })]);
    const box = (name: string) =>
      findAll(list, '[data-menu=kinds] .choice-row')
        .find((row) => row.querySelector('span')?.textContent === name)
        ?.querySelector('input');
    click(find(list, '[data-menu=kinds] .chip'));
    click(await until(() => box('Gathering'), 'the kinds'));
    await until(() => textOf(list, '.count-text') === '1 upcoming event', 'the gathering');
    expect(textOf(list, '.card-title')).to.equal('Kitchen-table huddle 2');
    click(box('Gathering'));
    await until(() => textOf(list, '.count-text') === '2 upcoming events', 'both');
    click(box('Rally'));
    await until(() => find(list, '.state'), 'the empty state');
    await expectAccessible(list);
    click(find(list, '.state button'));
    await until(() => findAll(list, 'li.card').length === 2, 'all events');
  });

  it('shows more on request', async () => {
    const { list } = await readyList(Array.from({ length: 25 }, (_, index) => event(index + 1)));
    await until(() => textOf(list, '.count-text') === '25 upcoming events', 'the hub’s count');
    click(find(list, '.more button'));
    await until(() => findAll(list, 'li.card').length === 25, 'the rest');
    expect(has(list, '.more')).to.equal(false);
  });

  it('opens the RSVP dialog of an event, and gives the focus back', async () => {
    const { list } = await readyList([event(1)]);
    const button = find(list, '.card-foot .button')!;
    button.focus();
    button.click();
    expect(button.getAttribute('aria-busy')).to.equal('true');
    button.click();
    await until(() => find(list, 'huddle-rsvp-dialog'), 'the dialog');
    expect(findAll(list, 'huddle-rsvp-dialog'), 'pressed twice').to.have.length(1);
    expect(button.hasAttribute('aria-busy')).to.equal(false);
    const dialog = () => find(list, 'huddle-rsvp-dialog')?.shadowRoot?.querySelector('dialog');
    await until(() => dialog()?.open, 'the open dialog');
    dialog()?.close();
    await until(() => list.shadowRoot?.activeElement === button, 'the focus back on the button');
  });

  it('speaks Spanish', async () => {
    const hub = testHub([event(1)]);
    const list = await fixture<HuddleList>(html`<huddle-list lang="es" .client=${hub.client}></huddle-list>`);
    await until(() => find(list, 'li.card'), 'the card');
    expect(textOf(list, '.count-text')).to.equal('1 próximo evento');
    expect(textOf(list, '.date')).to.equal('Sábado, 1 de diciembre sáb 1 dic');
    expect(textOf(list, '.seats')).to.equal('Quedan 4 lugares');
    expect(textOf(list, '.card-foot .button')).to.equal('Asistiré');
  });

  it('shares its search with others of its group, and only those', async () => {
    const hub = testHub([event(1), event(2, { kind: 'rally' })]);
    const page = await fixture(
      html`<div>
        <huddle-list .client=${hub.client}></huddle-list>
        <huddle-list .client=${hub.client} without-search></huddle-list>
        <huddle-list .client=${hub.client} group="other"></huddle-list>
      </div>`,
    );
    const [first, second, other] = [...page.querySelectorAll('huddle-list')];
    await until(() => [first, second, other].every((list) => find(list!, 'li.card')), 'three lists');
    expect(has(second!, '.finder')).to.equal(false);
    click(await until(() => find(first!, '[data-menu=kinds] .chip'), 'the filters'));
    click(await until(() => findAll(first!, '[data-menu=kinds] input')[3], 'the kinds'));
    await until(() => findAll(second!, 'li.card').length === 1, 'the second to follow');
    expect(findAll(other!, 'li.card')).to.have.length(2);
  });

  it('reads filters from the URL, and writes them only where asked', async () => {
    const before = address.href;
    try {
      const hub = testHub([event(1), event(2, { kind: 'rally' })]);
      history.replaceState(null, '', '?huddle-kind=rally&page=2');
      const list = await fixture<HuddleList>(
        html`<huddle-list sync-url .client=${hub.client}></huddle-list>`,
      );
      await until(() => findAll(list, 'li.card').length === 1, 'the rally');
      const room = await until(
        () => findAll(list, '.chip').find(({ textContent }) => textContent?.trim() === 'Has places left'),
        'the filters',
      );
      click(room);
      await until(() => address.search.includes('huddle-room=true'), 'the URL');
      expect(new URLSearchParams(address.search).get('page')).to.equal('2');
      list.syncUrl = false;
      click(room);
      await list.updateComplete;
      expect(address.search).to.contain('huddle-room');
    } finally {
      history.replaceState(null, '', before);
    }
  });

  it('may be taken away in mid-fetch, and put back', async () => {
    const hub = testHub([event(1)]);
    hub.gate = new Promise(() => undefined);
    const list = await listOf(hub);
    const parent = list.parentElement!;
    await until(() => hub.requests.length > 0, 'the request');
    list.remove();
    // One that came later has its skeleton later.
    const other = await listOf(hub);
    await until(() => has(other, '.skeleton'), 'the skeleton');
    expect(has(list, '.skeleton')).to.equal(false);
    hub.gate = Promise.resolve();
    parent.append(list);
    await until(() => find(list, 'li.card'), 'the card');
  });
});

const address = window.location;
