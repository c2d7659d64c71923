import { expect } from 'chai';
import { event, location, onlineEvent, timeslot } from '../test/events.ts';
import { until } from '../test/fixture.ts';
import { testHub } from '../test/hub.ts';
import { describe, it } from '../test/mocha.ts';
import { EventStore } from './event-store.ts';
import type { NearArea } from './filters.ts';

const chicago: NearArea = {
  type: 'near',
  label: 'Chicago, IL',
  latitude: 41.88,
  longitude: -87.63,
  within: 40_000,
};
const springfield = { ...chicago, label: 'Springfield, IL', latitude: 39.78, longitude: -89.65 };
const many = (count: number) => Array.from({ length: count }, (_, index) => event(index + 1));

async function ready(store: EventStore): Promise<void> {
  await until(() => store.status === 'ready', 'the store’s answer');
}

describe('the event store', () => {
  it('loads when somebody looks, and only then', async () => {
    const hub = testHub(many(2));
    const store = new EventStore(hub.client);
    expect(hub.requests).to.deep.equal([]);
    store.subscribe(() => undefined);
    expect(store.status).to.equal('loading');
    await ready(store);
    expect(store.events.map(({ pin }) => pin)).to.deep.equal([1, 2]);
    expect(store.count).to.deep.equal({ count: 2, exact: true });
  });

  it('loads once for many who look', async () => {
    const hub = testHub(many(2));
    const store = new EventStore(hub.client);
    store.subscribe(() => undefined);
    store.subscribe(() => undefined);
    await ready(store);
    expect(hub.requests.filter((path) => path.startsWith('/v1/events'))).to.have.length(2);
  });

  it('puts events online among those at a place, soonest first', async () => {
    const at = (pin: number, day: string) =>
      event(pin, { timeslots: [timeslot({ startDate: `2096-12-${day}T10:00:00Z` })] });
    const online = { ...onlineEvent(9), timeslots: [timeslot({ startDate: '2096-12-02T10:00:00Z' })] };
    const hub = testHub([at(1, '01'), at(3, '03'), online]);
    const store = new EventStore(hub.client);
    store.subscribe(() => undefined);
    await ready(store);
    expect(store.events.map(({ pin }) => pin)).to.deep.equal([1, 9, 3]);
    store.filter({ online: false });
    await ready(store);
    expect(store.events.map(({ pin }) => pin)).to.deep.equal([1, 3]);
  });

  it('brings the next events without losing or doubling one', async () => {
    const hub = testHub([...many(45), ...Array.from({ length: 25 }, (_, index) => onlineEvent(100 + index))]);
    const store = new EventStore(hub.client);
    store.subscribe(() => undefined);
    await ready(store);
    expect(store.events).to.have.length(20);
    while (store.hasMore) await store.more();
    expect(new Set(store.events.map(({ pin }) => pin)).size).to.equal(70);
    expect(store.events).to.have.length(70);
    expect(store.count).to.deep.equal({ count: 70, exact: true });
  });

  it('keeps the list where the next events fail to come', async () => {
    const hub = testHub(many(30));
    const store = new EventStore(hub.client);
    store.subscribe(() => undefined);
    await ready(store);
    hub.status = 400;
    const error = await store.more().catch((reason: unknown) => reason);
    expect(error).to.have.property('requestId', '01JD-7Q4K');
    expect(store.status).to.equal('ready');
    expect(store.events).to.have.length(20);
    hub.status = 200;
    await store.more();
    expect(store.events).to.have.length(30);
  });

  it('brings every event once, also where the next ones failed to come in between', async () => {
    const soon = { timeslots: [timeslot({ startDate: '2090-12-01T10:00:00Z' })] };
    const online = Array.from({ length: 5 }, (_, index) => ({ ...onlineEvent(100 + index), ...soon }));
    const hub = testHub([...many(70), ...online]);
    const store = new EventStore(hub.client);
    store.subscribe(() => undefined);
    await ready(store);
    for (const status of [400, 200, 400, 200, 200, 200]) {
      hub.status = status;
      await store.more().catch(() => undefined);
    }
    expect(store.hasMore).to.equal(false);
    expect(store.events).to.have.length(75);
    expect(new Set(store.events.map(({ pin }) => pin)).size).to.equal(75);
  });

  it('brings every event once, also where a refresh crosses the next ones', async () => {
    const hub = testHub(many(70));
    const store = new EventStore(hub.client);
    store.subscribe(() => undefined);
    await ready(store);
    let open = (): void => undefined;
    hub.gate = new Promise((resolve) => (open = resolve));
    const asked = hub.requests.length;
    const refreshing = store.refresh(() => 'show');
    await until(() => hub.requests.length > asked, 'the refresh');
    const more = store.more();
    open();
    await Promise.all([refreshing, more]);
    while (store.hasMore) await store.more();
    expect(store.events).to.have.length(70);
    expect(new Set(store.events.map(({ pin }) => pin)).size).to.equal(70);
  });

  it('goes on for who comes back', async () => {
    const hub = testHub(many(30));
    const store = new EventStore(hub.client);
    store.subscribe(() => undefined)();
    const leave = store.subscribe(() => undefined);
    await ready(store);
    leave();
    store.subscribe(() => undefined);
    await store.more();
    expect(store.events).to.have.length(30);
    store.goOffline();
    await store.refresh(() => 'same');
    expect(store.isOffline).to.equal(false);
  });

  it('lets the newest search win, whichever answers first', async () => {
    const far = event(2, { location: location({ latitude: 39.78, longitude: -89.65 }) });
    const hub = testHub([event(1), far]);
    let open = (): void => undefined;
    hub.gate = new Promise((resolve) => (open = resolve));
    const store = new EventStore(hub.client);
    store.subscribe(() => undefined);
    const asked = () => hub.requests.filter((request) => request.startsWith('/v1/events')).length;
    store.filter({ area: chicago });
    await until(() => asked() > 0, 'the request');
    const before = asked();
    const older = store.load();
    await until(() => asked() > before, 'the older request');
    hub.gate = Promise.resolve();
    store.filter({ area: springfield });
    await ready(store);
    open();
    await older;
    expect(store.events.map(({ pin }) => pin)).to.deep.equal([2]);
  });

  it('says what is nearest where nothing is near', async () => {
    const hub = testHub([event(1), onlineEvent(2)]);
    const store = new EventStore(hub.client);
    store.subscribe(() => undefined);
    store.filter({ area: springfield });
    await ready(store);
    expect(store.inPersonCount).to.deep.equal({ count: 0, exact: true });
    expect(store.events.map(({ pin }) => pin)).to.deep.equal([2]);
    expect(store.nearest.map(({ pin }) => pin)).to.deep.equal([1]);
  });

  it('tells an error and comes back from it', async () => {
    const hub = testHub(many(1));
    hub.status = 400;
    const store = new EventStore(hub.client);
    store.subscribe(() => undefined);
    await until(() => store.status === 'error', 'the error');
    expect(store.error).to.have.property('requestId', '01JD-7Q4K');
    hub.status = 200;
    await store.load();
    expect(store.status).to.equal('ready');
  });

  it('gives up its requests when nobody looks any more, and loads again for the next', async () => {
    const hub = testHub(many(1));
    hub.gate = new Promise(() => undefined);
    const store = new EventStore(hub.client);
    const leave = store.subscribe(() => undefined);
    leave();
    expect(store.status).to.equal('idle');
    hub.gate = Promise.resolve();
    store.subscribe(() => undefined);
    await ready(store);
    expect(store.events).to.have.length(1);
  });

  it('has the hub count what the list hasn’t brought yet', async () => {
    const far = event(99, { location: location({ latitude: 10 }) });
    const hub = testHub([...many(30), far, onlineEvent(100)]);
    const store = new EventStore(hub.client);
    store.subscribe(() => undefined);
    store.filter({ area: chicago });
    await ready(store);
    await until(() => store.counts?.filters === store.filters, 'the counts');
    expect(store.events).to.have.length(20);
    expect(store.count).to.deep.equal({ count: 30, exact: true });
    expect(store.counts?.kinds).to.deep.equal({ huddle: 30, training: 1 });
    store.filter({ inPerson: false });
    await ready(store);
    expect(store.count).to.deep.equal({ count: 1, exact: true });
  });

  it('says how many there are at least where nobody counts', async () => {
    const hub = testHub(many(30));
    hub.broken.add('/v1/counts');
    const store = new EventStore(hub.client);
    store.subscribe(() => undefined);
    await ready(store);
    await until(() => hub.requests.some((path) => path.startsWith('/v1/counts')), 'the question');
    expect(store.count).to.deep.equal({ count: 20, exact: false });
    expect(store.counts).to.equal(null);
  });

  it('fetches the events of pins once', async () => {
    const hub = testHub(many(3));
    const store = new EventStore(hub.client);
    expect((await store.eventsOf([3, 1])).map(({ pin }) => pin)).to.deep.equal([3, 1]);
    expect((await store.eventsOf([1, 2])).map(({ pin }) => pin)).to.deep.equal([1, 2]);
    expect(hub.requests).to.deep.equal(['/v1/events?pins=3%2C1&limit=100', '/v1/events?pins=2&limit=100']);
  });
});
