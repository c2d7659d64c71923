import { expect } from 'chai';
import { event, timeslot } from '../test/events.ts';
import { until } from '../test/fixture.ts';
import { testHub, type TestHub } from '../test/hub.ts';
import { describe, it } from '../test/mocha.ts';
import { EventStore } from './event-store.ts';
import { newEvents, period, Updates, type Page } from './updates.ts';

/** A page whose time a test moves. */
class TestPage implements Page {
  isVisible = true;
  isOnline = true;
  #time = 0;
  #alarm: { readonly at: number; readonly callback: () => void } | null = null;
  #watcher: () => void = () => undefined;

  now(): number {
    return this.#time;
  }

  wait(milliseconds: number, callback: () => void): () => void {
    const alarm = (this.#alarm = { at: this.#time + milliseconds, callback });
    return () => {
      if (this.#alarm === alarm) this.#alarm = null;
    };
  }

  watch(callback: () => void): () => void {
    this.#watcher = callback;
    return () => (this.#watcher = () => undefined);
  }

  pass(milliseconds: number): void {
    this.#time += milliseconds;
    const alarm = this.#alarm;
    if (!alarm || alarm.at > this.#time) return;
    this.#alarm = null;
    alarm.callback();
  }

  change(state: Partial<Pick<Page, 'isVisible' | 'isOnline'>>): void {
    Object.assign(this, state);
    this.#watcher();
  }
}

interface Scene {
  readonly hub: TestHub;
  readonly store: EventStore;
  readonly page: TestPage;
  readonly updates: Updates;
}

async function scene(count = 2): Promise<Scene> {
  const hub = testHub(Array.from({ length: count }, (_, index) => event(index + 1)));
  const store = new EventStore(hub.client);
  store.subscribe(() => undefined);
  await until(() => store.status === 'ready' && store.counts, 'the events');
  hub.requests.length = 0;
  const page = new TestPage();
  return { hub, store, page, updates: new Updates(store, page) };
}

const shown = ({ store }: Scene) => store.events.map(({ pin }) => pin);

/** Paths asked for so far: a question of ours that is out tells that those before it are. */
async function askedOf({ hub }: Scene): Promise<string[]> {
  const before = hub.requests.filter(isMarker).length;
  void hub.client.places.search('marker').catch(() => undefined);
  await until(() => hub.requests.filter(isMarker).length > before, 'the question');
  return hub.requests.filter((request) => !isMarker(request));
}

const isMarker = (request: string) => request.startsWith('/v1/places');

describe('updates', () => {
  it('are asked for each minute, and shown at once while nobody reads', async () => {
    const all = await scene();
    all.hub.events = [...all.hub.events, event(3)];
    all.page.pass(period - 1);
    expect(await askedOf(all)).to.deep.equal([]);
    all.page.pass(1);
    await until(() => shown(all).length === 3, 'the new event');
    expect(all.store.update).to.equal(null);
    await until(() => all.store.count.count === 3, 'the new count');
    all.hub.events = all.hub.events.slice(1);
    all.page.pass(period);
    await until(() => shown(all).join() === '2,3', 'the event gone');
  });

  it('wait while somebody reads, until they are asked for', async () => {
    const all = await scene();
    all.updates.readers.add(() => true);
    all.hub.events = [event(7), ...all.hub.events];
    all.page.pass(period);
    await until(() => all.store.update, 'the update');
    expect(shown(all)).to.deep.equal([1, 2]);
    expect(newEvents(all.store)).to.equal(1);
    all.store.showUpdate();
    expect(shown(all)).to.deep.equal([7, 1, 2]);
    expect(all.store.update).to.equal(null);
  });

  it('come into a list that is read where they move nothing', async () => {
    const all = await scene();
    all.updates.readers.add(() => true);
    all.hub.events = [event(1, { timeslots: [timeslot({ spotsLeft: 1 })] }), event(2)];
    all.page.pass(period);
    await until(() => all.store.events[0]?.timeslots[0]?.spotsLeft === 1, 'the places left');
    expect(all.store.update).to.equal(null);
  });

  it('keep all that was brought by “Show more”', async () => {
    const all = await scene(50);
    while (all.store.events.length < 40) await all.store.more();
    all.hub.events = [...all.hub.events.slice(0, 39), event(99), ...all.hub.events.slice(39)];
    all.page.pass(period);
    await until(() => shown(all).includes(99), 'the new event');
    expect(shown(all)).to.have.length(40);
    while (all.store.hasMore) await all.store.more();
    expect(new Set(shown(all)).size).to.equal(51);
  });

  it('are not asked for in a hidden page, and at once when it is back', async () => {
    const all = await scene();
    all.page.change({ isVisible: false });
    all.page.pass(10 * period);
    expect(await askedOf(all)).to.deep.equal([]);
    all.page.change({ isVisible: true });
    all.page.pass(0);
    await until(() => all.hub.requests.length > 0, 'the question');
  });

  it('leave the visitor’s own request alone', async () => {
    const all = await scene();
    all.hub.gate = new Promise(() => undefined);
    all.store.filter({ kinds: ['huddle'] });
    await until(() => all.hub.requests.length >= 2, 'the visitor’s request');
    const before = await askedOf(all);
    all.page.pass(period);
    expect(await askedOf(all)).to.deep.equal(before);
  });

  it('are asked for at once where what is there is old', async () => {
    const old = await scene();
    old.updates.stop();
    old.store.asOf = new Date(Date.now() - 2 * period);
    const updates = new Updates(old.store, old.page);
    old.page.pass(0);
    expect(await askedOf(old)).not.to.deep.equal([]);
    updates.stop();
  });

  it('end with the last one who looks', async () => {
    const all = await scene();
    all.updates.stop();
    all.page.pass(period);
    expect(await askedOf(all)).to.deep.equal([]);
  });
});

describe('a lost connection', () => {
  it('keeps the list with its time, and asks again when it is back', async () => {
    const all = await scene();
    all.page.change({ isOnline: false });
    expect(all.store.isOffline).to.equal(true);
    expect(shown(all)).to.deep.equal([1, 2]);
    expect(all.store.asOf).to.be.instanceOf(Date);
    all.hub.events = [event(5)];
    all.page.change({ isOnline: true });
    await until(() => shown(all).join() === '5', 'the list of now');
    expect(all.store.isOffline).to.equal(false);
  });

  it('is noticed by an answer that never came, too', async () => {
    const all = await scene();
    all.hub.isOffline = true;
    all.page.pass(period);
    await until(() => all.store.isOffline, 'the loss', 20_000);
    expect(shown(all)).to.deep.equal([1, 2]);
    all.hub.isOffline = false;
    all.page.pass(period);
    await until(() => !all.store.isOffline, 'the connection');
  });

  it('makes a search wait for it', async () => {
    const all = await scene();
    all.page.change({ isOnline: false });
    all.hub.isOffline = true;
    all.store.filter({ kinds: ['rally'] });
    await until(() => all.store.status === 'ready', 'the end of the search', 20_000);
    expect(shown(all)).to.deep.equal([1, 2]);
    expect(all.store.count.count).to.equal(2);
    expect(all.store.listed).to.not.equal(all.store.filters);
    all.hub.isOffline = false;
    all.page.change({ isOnline: true });
    await until(() => shown(all).length === 0, 'the answer');
    expect(all.store.listed).to.equal(all.store.filters);
  });
});
