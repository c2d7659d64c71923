import type { Event } from '@huddlekit/contract';
import { baseMapVersion, encodeShape, tileExtent, type BaseMap } from '@huddlekit/contract/base-map';
import { project } from '@huddlekit/contract/pins';
import { expect } from 'chai';
import { html } from 'lit';
import { expectAccessible } from '../test/accessibility.ts';
import { event, location, onlineEvent } from '../test/events.ts';
import { click, fixture, removeFixtures, until } from '../test/fixture.ts';
import { testHub, type TestHub } from '../test/hub.ts';
import { afterEach, beforeEach, describe, it } from '../test/mocha.ts';
import { eventStore } from '../store/stores.ts';
import type { HuddleMap } from './map.ts';
import './map.define.ts';

const placed = (longitude: number, latitude: number): [number, number] => {
  const { x, y } = project(latitude, longitude);
  return [Math.round(x * tileExtent), Math.round(y * tileExtent)];
};
const [left, top] = placed(-125, 49);
const [right, bottom] = placed(-67, 25);
const file: BaseMap = {
  version: baseMapVersion,
  attribution: 'Test',
  world: {
    land: [encodeShape([left, top, right, top, right, bottom, left, bottom, left, top])],
    borders: [],
    states: [encodeShape([...placed(-90, 30), ...placed(-90, 45)])],
    counties: [],
    towns: [
      ['Chicago', ...placed(-87.63, 41.88), 3, 57],
      ['Springfield', ...placed(-89.65, 39.78), 6, 10],
    ],
  },
  countries: [['US', ...placed(-98, 39), 2, 5]],
  levels: [],
};

const platformFetch = window.fetch;
beforeEach(() => {
  window.fetch = async (input, init) =>
    input === 'https://hub.example.org/data/basemap.json'
      ? Response.json(file)
      : platformFetch.call(window, input, init);
});
afterEach(() => {
  window.fetch = platformFetch;
  removeFixtures();
});

async function mapOf(hub: TestHub, width = 1100): Promise<HuddleMap> {
  const root = await fixture(
    html`<div>
      <huddle-map .client=${hub.client}><a href="https://hub.example.org/">Find</a></huddle-map>
    </div>`,
  );
  root.style.width = `${String(width)}px`;
  return root.firstElementChild as HuddleMap;
}

async function readyMap(events: Event[], width?: number): Promise<{ hub: TestHub; map: HuddleMap }> {
  const hub = testHub(events);
  const map = await mapOf(hub, width);
  const hasList = () => findAll(map, 'li.card').length === eventStore(hub.client).events.length;
  await until(() => find(map, '.mark') && find(map, 'li.card') && hasList(), 'a marker and the whole list');
  return { hub, map };
}

const find = (map: HuddleMap, selector: string) => map.renderRoot.querySelector<HTMLElement>(selector);
const findAll = (map: HuddleMap, selector: string) => [
  ...map.renderRoot.querySelectorAll<HTMLElement>(selector),
];
const textOf = (map: HuddleMap, selector: string) =>
  find(map, selector)?.textContent?.replace(/\s+/g, ' ').trim();
const marks = (map: HuddleMap) => findAll(map, '.mark').map((mark) => mark.getAttribute('aria-label'));
const press = (element: Element, key: string) =>
  element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
const isFocused = (map: HuddleMap, selector: string) =>
  map.shadowRoot?.activeElement?.matches(selector) ?? false;

const far = location({ latitude: 34, longitude: -118, locality: 'Los Angeles' });

describe('<huddle-map>', () => {
  it('is accessible, with a popup open too', async () => {
    const { map } = await readyMap([event(1), event(2, { location: far }), onlineEvent(3)]);
    await expectAccessible(map);
    click(find(map, '.mark'));
    await until(() => find(map, '.popup .button'), 'the popup');
    await expectAccessible(map);
  });

  it('stands beside the list in which everything is too', async () => {
    const { map } = await readyMap([event(1), event(2, { location: far }), onlineEvent(3)]);
    expect(textOf(map, '.count-text')).to.equal('3 upcoming events');
    expect(findAll(map, 'li.card')).to.have.length(3);
    expect(textOf(map, '.note')).to.equal('1 online event is in the list only.');
    expect(textOf(map, '.attribution')).to.contain('US Census Bureau');
    const [list, canvas] = ['.events-column', '.canvas'].map((part) =>
      find(map, part)!.getBoundingClientRect(),
    );
    expect(list!.width).to.equal(428);
    expect(canvas!.left).to.be.at.least(list!.right);
  });

  it('names markers, with titles once they have come', async () => {
    const { map } = await readyMap([event(1), event(2), event(3, { location: far })]);
    await until(
      () => marks(map).join() === '2 events near Chicago,Huddle in a home: Kitchen-table huddle 3',
      `names, not ${marks(map).join()}`,
    );
  });

  it('shows the chosen marker’s event beside it, and marks its card', async () => {
    const { map } = await readyMap([event(1), event(2, { location: far })]);
    const chosen: (string | null)[] = [];
    map.addEventListener('huddle-select', ({ eventId }) => chosen.push(eventId));
    await until(() => marks(map).length === 2 && marks(map).every((name) => name?.includes(':')), 'titles');
    click(findAll(map, '.mark').find((mark) => mark.ariaLabel?.endsWith('1')));
    await until(() => find(map, '.popup .button'), 'the popup');
    expect(textOf(map, '.popup-title')).to.equal('Kitchen-table huddle 1');
    expect(textOf(map, '.popup .meta')).to.equal('Saturday, December 1, 10:30 a.m. CST Near Chicago, IL');
    expect(textOf(map, '.popup-note')).to.contain('not the house');
    expect(find(map, '.card-selected')?.dataset['event']).to.equal(event(1).id);
    expect(chosen).to.deep.equal([event(1).id]);
    await until(() => isFocused(map, '.popup-title'), 'the focus in the popup');
    press(find(map, '.popup-title')!, 'Escape');
    await until(() => isFocused(map, '.mark'), 'the focus back on the marker');
    expect(chosen).to.deep.equal([event(1).id, null]);
    expect(findAll(map, '.popup')).to.have.length(0);
  });

  it('shows on the map what is chosen in the list', async () => {
    const { map } = await readyMap([event(1), event(2, { location: far })]);
    click(find(map, 'li.card:nth-child(2) .card-link'));
    await until(() => textOf(map, '.popup-title') === 'Kitchen-table huddle 2', 'the popup');
    expect(find(map, '.mark-selected')?.ariaLabel).to.equal('Huddle in a home: Kitchen-table huddle 2');
    click(find(map, '.close'));
    await until(() => isFocused(map, 'li.card:nth-child(2) .card-link'), 'the focus back in the list');
  });

  it('zooms into a cluster', async () => {
    const near = location({ latitude: 41.8, longitude: -87.6 });
    const { map } = await readyMap([event(1), event(2, { location: near })]);
    await until(() => marks(map).join() === '2 events near Chicago', 'the cluster’s name');
    click(find(map, '.mark'));
    await until(() => marks(map).length === 2, 'two markers');
    await until(() => textOf(map, '.search-here') === 'Search this area', 'the offer to search');
  });

  it('lists the events of one spot', async () => {
    const { map } = await readyMap([event(1), event(2), event(3)]);
    click(find(map, '.mark'));
    await until(() => findAll(map, '.spot-event').length === 3, 'the list at the spot');
    expect(textOf(map, '.popup-title')).to.equal('3 events here');
    await expectAccessible(map);
    click(find(map, '.spot-title'));
    await until(() => textOf(map, '.popup-title') === 'Kitchen-table huddle 1', 'the event');
    await until(() => marks(map).includes('2 events near Chicago'), 'the others’ marker');
  });

  it('changes the list for what is in view only when asked', async () => {
    const { hub, map } = await readyMap([event(1), event(2, { location: far })]);
    const before = hub.requests.length;
    click(find(map, '.zoom button'));
    await until(() => find(map, '.search-here'), 'the offer to search');
    expect(textOf(map, '.count-text')).to.equal('2 upcoming events');
    expect(hub.requests.filter((request) => request.includes('bbox'))).to.deep.equal([]);
    click(find(map, '.search-here'));
    await until(() => textOf(map, '.count-text')?.includes('in this area'), 'the count of the area');
    expect(hub.requests.slice(before).some((request) => request.includes('bbox='))).to.equal(true);
    expect(findAll(map, '.search-here')).to.have.length(0);
  });

  it('is one tab stop; from it Enter, arrows and Escape lead to markers and back', async () => {
    const { map } = await readyMap([event(1), event(2, { location: far })]);
    expect(findAll(map, '.canvas [tabindex="0"]')).to.have.length(0);
    const canvas = find(map, '.canvas')!;
    canvas.focus();
    press(canvas, 'Enter');
    expect(isFocused(map, '.mark')).to.equal(true);
    const first = map.shadowRoot!.activeElement!.getAttribute('aria-label');
    press(map.shadowRoot!.activeElement!, /Chicago|1$/.test(first ?? '') ? 'ArrowLeft' : 'ArrowRight');
    expect(map.shadowRoot!.activeElement!.getAttribute('aria-label')).to.not.equal(first);
    press(map.shadowRoot!.activeElement!, 'Escape');
    expect(isFocused(map, '.canvas')).to.equal(true);
  });

  it('is moved and zoomed by keys', async () => {
    const { map } = await readyMap([event(1), event(2, { location: far })]);
    const canvas = find(map, '.canvas')!;
    canvas.focus();
    const place = (): number => find(map, '.mark')!.getBoundingClientRect().left;
    const before = place();
    press(canvas, 'ArrowRight');
    await until(() => Math.abs(place() - before + 80) < 2, 'the map to move by 80 pixels');
    press(canvas, 'ArrowLeft');
    await until(() => Math.abs(place() - before) < 2, 'the map to come back');
    const apart = (): number => {
      const [first, second] = findAll(map, '.mark').map((mark) => mark.getBoundingClientRect().left);
      return Math.abs((first ?? 0) - (second ?? 0));
    };
    const distance = apart();
    press(canvas, '-');
    await until(() => apart() < distance * 0.7, 'the map to zoom out');
    press(canvas, '+');
    await until(() => Math.abs(apart() - distance) < 3, 'the map to zoom in');
  });

  it('never loses the focus when markers go: it is on what a cluster opens to', async () => {
    const near = location({ latitude: 41.8, longitude: -87.6 });
    const { map } = await readyMap([event(1), event(2, { location: near }), event(3, { location: far })]);
    await until(() => marks(map).includes('2 events near Chicago'), 'the cluster');
    const cluster = findAll(map, '.mark').find((mark) => mark.ariaLabel === '2 events near Chicago')!;
    cluster.focus();
    click(cluster);
    await until(() => !cluster.isConnected, 'the cluster to open');
    expect(isFocused(map, '.mark')).to.equal(true);
    expect(map.shadowRoot!.activeElement!.getAttribute('aria-label')).to.match(/^Huddle/);
  });

  it('shows a popup of the page’s own, named and closed as ours', async () => {
    const { map } = await readyMap([event(1)]);
    map.renderPopup = ({ title }, { page }) => {
      const link = document.createElement('a');
      link.href = page ?? '';
      link.textContent = `Own: ${title}`;
      return link;
    };
    click(find(map, '.mark'));
    await until(() => textOf(map, '.popup a') === 'Own: Kitchen-table huddle 1', 'the own popup');
    await expectAccessible(map);
    click(find(map, '.popup .close'));
    await until(() => !find(map, '.popup'), 'the popup to go');
  });

  it('lists a spot of many some at a time', async () => {
    const { map } = await readyMap(Array.from({ length: 45 }, (_, pin) => event(pin + 1)));
    click(find(map, '.mark'));
    await until(() => findAll(map, '.spot-event').length === 20, 'the first of them');
    expect(textOf(map, '.popup-title')).to.equal('45 events here');
    click(find(map, '.popup .button-wide'));
    await until(() => findAll(map, '.spot-event').length === 40, 'more');
    expect(map.shadowRoot!.activeElement!.textContent).to.include('Kitchen-table huddle 21');
    click(find(map, '.popup .button-wide'));
    await until(() => findAll(map, '.spot-event').length === 45, 'all');
    expect(find(map, '.popup .button-wide')).to.equal(null);
  });

  it('leaves the plain wheel to the page', async () => {
    const { map } = await readyMap([event(1)]);
    const wheel = new WheelEvent('wheel', { deltaY: 100, bubbles: true, cancelable: true });
    find(map, '.canvas')!.dispatchEvent(wheel);
    expect(wheel.defaultPrevented).to.equal(false);
    await until(() => textOf(map, '.hint')?.includes('Ctrl'), 'the hint');
    const zoom = new WheelEvent('wheel', { deltaY: -100, ctrlKey: true, bubbles: true, cancelable: true });
    find(map, '.canvas')!.dispatchEvent(zoom);
    expect(zoom.defaultPrevented).to.equal(true);
    await until(() => !find(map, '.hint'), 'the hint to go');
  });

  it('switches between list and map where it is narrow', async () => {
    const hub = testHub([event(1), onlineEvent(2)]);
    const map = await mapOf(hub, 360);
    await until(() => find(map, 'li.card'), 'the list');
    expect(find(map, '.map')!.offsetWidth).to.equal(0);
    click(findAll(map, '.switch button')[1]);
    await until(() => find(map, '.mark'), 'a marker');
    expect(find(map, '.events-column')!.offsetWidth).to.equal(0);
    await expectAccessible(map);
  });

  it('keeps the focus where the map takes the list’s place', async () => {
    const map = await mapOf(testHub([event(1)]), 360);
    await until(() => find(map, 'li.card .card-link'), 'the list');
    find(map, '.card-link')!.focus();
    click(find(map, '.card-link'));
    await until(() => isFocused(map, '.popup-title'), 'the focus in the popup');
    press(find(map, '.popup-title')!, 'Escape');
    await until(() => isFocused(map, '.card-link'), 'the focus back in the list');
    expect(find(map, '.map')!.offsetWidth).to.equal(0);
  });

  it('draws land in the theme’s colour', async () => {
    const { map } = await readyMap([event(1)]);
    map.style.setProperty('--huddle-map-land', 'rgb(10, 200, 30)');
    await until(() => {
      const tile = findAll(map, '.ground canvas')[0] as HTMLCanvasElement | undefined;
      if (!tile) return false;
      const { data } = tile.getContext('2d')!.getImageData(0, 0, tile.width, tile.height);
      for (let index = 0; index < data.length; index += 4) {
        if (data[index] === 10 && data[index + 1] === 200 && data[index + 2] === 30) return true;
      }
      return false;
    }, 'land in the new colour');
  });

  it('takes pictures from elsewhere, named as the page says', async () => {
    const hub = testHub([event(1)]);
    const root = await fixture(
      html`<div>
        <huddle-map
          .client=${hub.client}
          tiles="https://tiles.example.org/{z}/{x}/{y}.png"
          tiles-attribution="Tiles by example"
        ></huddle-map>
      </div>`,
    );
    root.style.width = '1100px';
    const map = root.firstElementChild as HuddleMap;
    const pictures = () => findAll(map, '.ground img').map((picture) => (picture as HTMLImageElement).src);
    await until(() => pictures().length > 0, 'the pictures');
    for (const url of pictures()) expect(url).to.match(/^https:\/\/tiles\.example\.org\/\d+\/\d+\/\d+\.png$/);
    expect(findAll(map, '.ground canvas')).to.have.length(0);
    expect(textOf(map, '.attribution')).to.equal('Tiles by example');
  });

  it('keeps the list where the map can’t be had', async () => {
    const hub = testHub([event(1)]);
    window.fetch = async () => new Response(null, { status: 404 });
    const map = await mapOf(hub);
    await until(() => textOf(map, '.note')?.includes('did not load'), 'the note');
    await until(() => find(map, 'li.card'), 'the card');
  });

  it('may be taken away in the middle of a zoom', async () => {
    const { map } = await readyMap([event(1)]);
    press(find(map, '.canvas')!, '+');
    map.remove();
    // An error after the animation would fail the test run; one that began later is over later.
    const { map: other } = await readyMap([event(1)]);
    press(find(other, '.canvas')!, '+');
    await until(() => find(other, '.leaflet-zoom-anim'), 'the animation');
    await until(() => !find(other, '.leaflet-zoom-anim'), 'the end of the animation');
    expect(findAll(map, '.mark')).to.have.length(0);
  });

  it('asks again for points that it was taken away from', async () => {
    const hub = testHub([event(1)]);
    let open = (): void => undefined;
    hub.gate = new Promise((resolve) => (open = resolve));
    const map = await mapOf(hub);
    await until(
      () => hub.requests.some((request) => request.startsWith('/v1/pins')),
      'the request for points',
    );
    const parent = map.parentElement!;
    map.remove();
    open();
    parent.append(map);
    await until(() => find(map, '.mark'), 'the marker');
  });

  it('doesn’t open a spot again that was left while it loaded', async () => {
    const { map } = await readyMap([event(1), event(2), event(3, { location: far })]);
    await until(() => findAll(map, 'li.card').length === 3, 'the list');
    click(findAll(map, '.mark').find((mark) => mark.ariaLabel?.startsWith('2 events')));
    click(find(map, 'li.card:nth-child(3) .card-link'));
    await until(() => textOf(map, '.popup-title') === 'Kitchen-table huddle 3', 'the chosen event');
    await map.updateComplete;
    expect(findAll(map, '.spot-event')).to.have.length(0);
  });

  it('says so when the points of new filters can’t be had', async () => {
    const { hub, map } = await readyMap([event(1)]);
    hub.client.pins.get = () => Promise.reject(new Error('gone'));
    eventStore(hub.client).filter({ accessible: true });
    await until(() => textOf(map, '.note')?.includes('did not load'), 'the note');
  });

  it('is drawn again after an error took its place', async () => {
    const { hub, map } = await readyMap([event(1)]);
    hub.status = 400;
    eventStore(hub.client).filter({ kinds: ['huddle'] });
    const again = await until(() => find(map, '[role=alert] button'), 'the way to try again');
    expect(find(map, '.canvas')).to.equal(null);
    hub.status = 200;
    click(again);
    await until(() => find(map, '.canvas .mark'), 'the marker');
  });

  it('shows another hub’s events when it is given one', async () => {
    const { map } = await readyMap([event(1)]);
    map.client = testHub([event(2, { title: 'Elsewhere' })]).client;
    await until(() => marks(map).some((name) => name?.endsWith('Elsewhere')), 'the other hub’s marker');
  });

  it('leaves the view to the visitor when events come anew', async () => {
    const honolulu = location({ latitude: 21.3, longitude: -157.8, locality: 'Honolulu' });
    const { hub, map } = await readyMap([event(1, { location: honolulu })]);
    await until(() => marks(map).length === 1, 'the marker');
    const before = find(map, '.canvas')!.getBoundingClientRect();
    press(find(map, '.canvas')!, 'ArrowRight');
    await until(() => find(map, '.search-here'), 'that the visitor moved the map');
    const markAt = () => find(map, '.mark')!.getBoundingClientRect().left - before.left;
    const moved = markAt();
    hub.events = [...hub.events];
    await eventStore(hub.client).layers?.refresh(eventStore(hub.client).filters);
    await map.updateComplete;
    expect(markAt()).to.be.closeTo(moved, 1);
  });

  it('takes no change of its size for a move, and shows what was searched while it was hidden', async () => {
    const springfield = location({ latitude: 39.78, longitude: -89.65, locality: 'Springfield' });
    const { hub, map } = await readyMap([event(1), event(2, { location: springfield })]);
    const root = map.parentElement!;
    root.style.width = '900px';
    await until(() => find(map, '.canvas')!.clientWidth < 700, 'the smaller map');
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    expect(find(map, '.search-here')).to.equal(null);

    root.style.display = 'none';
    await until(() => find(map, '.canvas')!.clientWidth === 0, 'no size');
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    const area = { type: 'near', label: 'Chicago, IL', latitude: 41.88, longitude: -87.63 } as const;
    eventStore(hub.client).filter({ area: { ...area, within: 800_000 } });
    await until(() => eventStore(hub.client).status === 'ready', 'the events');
    await map.updateComplete;
    root.style.display = '';
    const apart = (): number => {
      const [one, other] = findAll(map, '.mark').map((mark) => mark.getBoundingClientRect().left);
      return one === undefined || other === undefined ? Infinity : Math.abs(one - other);
    };
    await until(() => find(map, '.canvas')!.clientWidth > 0 && apart() < 300, 'the whole circle');
  });

  it('may be moved and taken away', async () => {
    const { map } = await readyMap([event(1)]);
    const parent = map.parentElement!;
    map.remove();
    expect(findAll(map, '.mark')).to.have.length(0);
    parent.append(map);
    await until(() => find(map, '.mark'), 'the marker again');
    const wheel = new WheelEvent('wheel', { deltaY: 100, bubbles: true, cancelable: true });
    find(map, '.canvas')!.dispatchEvent(wheel);
    map.remove();
  });
});
