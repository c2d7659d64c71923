import assert from 'node:assert/strict';
import { Counts, EventInput, EventPage } from '@huddlekit/contract';
import { decodePins, PinFeed } from '@huddlekit/contract/pins';
import fc from 'fast-check';
import type { HubOptions } from '../../hub.ts';
import { registerPages } from '../../pages/pages.ts';
import { homeEvent, newKey, startTestHub, type TestHub } from '../../server/test-hub.test-helper.ts';

/** What happens to an event; `event` and `host` are positions, taken around. */
type Step =
  | { readonly act: 'submit'; readonly host: number }
  | {
      readonly act: 'verify' | 'edit' | 'approve' | 'trust' | 'reject' | 'report' | 'takedown' | 'cancel';
      readonly event: number;
    }
  | { readonly act: 'block'; readonly event: number; readonly takesDown: boolean };

const position = fc.nat({ max: 2 });
const acts = [
  'verify',
  'edit',
  'edit',
  'approve',
  'approve',
  'trust',
  'reject',
  'report',
  'takedown',
  'cancel',
] as const;

/** Two verified events, and what then happens to them and to a third; of two hosts. */
const histories = fc
  .tuple(
    fc.nat({ max: 1 }),
    fc.array(
      fc.oneof(
        {
          weight: 1,
          arbitrary: fc.record({ act: fc.constant('submit' as const), host: fc.nat({ max: 1 }) }),
        },
        { weight: 8, arbitrary: fc.record({ act: fc.constantFrom(...acts), event: position }) },
        {
          weight: 1,
          arbitrary: fc.record({
            act: fc.constant('block' as const),
            event: position,
            takesDown: fc.boolean(),
          }),
        },
      ),
      { minLength: 2, maxLength: 10 },
    ),
  )
  .map(([host, steps]): Step[] => [
    { act: 'submit', host: 0 },
    { act: 'verify', event: 0 },
    { act: 'submit', host },
    { act: 'verify', event: 1 },
    ...steps,
  ]);

/** An event as the law says it is. Each text has a word that stands nowhere else. */
interface Modelled {
  readonly id: string;
  readonly email: string;
  isVerified: boolean;
  state: 'pending' | 'public' | 'rejected' | 'cancelled' | 'gone';
  /** The word of the text that its host wants. */
  wanted: string;
  /** The word of the text that anybody may read. */
  approved: string | undefined;
  /** Words of texts that nobody may read, or not any more. */
  readonly hidden: Set<string>;
}

/** How the campaign may want its events reviewed. */
export const reviews = ['by-hand', 'trusted-hosts', 'all'] as const;

/** Histories that one hub sees, so that none becomes slow by what lies behind it. */
const perHub = 100;

export interface Trial extends Pick<HubOptions, 'approvalCheck'> {
  readonly review: (typeof reviews)[number];
  readonly runs: number;
  readonly seed: number;
}

/** Plays random histories, each held against the law. @throws Error with the smallest history that breaks it */
export async function holdTrial({ review, runs, seed, ...options }: Trial): Promise<void> {
  const campaign = { slug: 'model', title: 'Model', summary: '', organizer: { name: 'Model' }, review };
  for (let done = 0; done < runs; done += perHub) {
    let clock = Date.now();
    await using server = await startTestHub({
      campaign,
      pages: registerPages,
      now: () => clock,
      ...options,
    });
    // Feeds are made at most once a second.
    const tick = (): void => {
      clock += 2000;
    };
    let played = 0;
    await fc.assert(
      fc.asyncProperty(histories, (history) => play(server, (played++).toString(36), history, tick)),
      {
        seed: seed + done,
        numRuns: Math.min(perHub, runs - done),
        endOnFailure: options.approvalCheck === 'off',
      },
    );
  }
}

/** Plays one history on a hub and looks after each step at everything that is public. @throws AssertionError */
async function play(server: TestHub, run: string, history: readonly Step[], tick: () => void): Promise<void> {
  const { hub } = server;
  const events: Modelled[] = [];
  const trusted = new Set<string>();
  const blocked = new Set<string>();
  let words = 0;
  // No digits side by side with others' words, so that one is never part of another.
  const newWord = (): string => `x${run}q${(words++).toString(36)}z`;

  const needsReview = (email: string): boolean => {
    const { review } = hub.campaign();
    if (blocked.has(email)) return true;
    return review === 'by-hand' || (review === 'trusted-hosts' && !trusted.has(email));
  };
  const publish = (event: Modelled): void => {
    if (event.approved !== undefined && event.approved !== event.wanted) event.hidden.add(event.approved);
    event.state = 'public';
    event.approved = event.wanted;
    event.hidden.delete(event.wanted);
  };
  const takenDown = (event: Modelled): void => {
    if (event.approved !== undefined) event.hidden.add(event.approved);
    event.hidden.add(event.wanted);
    event.approved = undefined;
    event.state = 'gone';
  };
  const isWaiting = (event: Modelled): boolean =>
    !blocked.has(event.email) &&
    ((event.state === 'pending' && event.isVerified) ||
      (event.state === 'public' && event.approved !== event.wanted));

  async function step(one: Step): Promise<void> {
    if (one.act === 'submit') {
      const email = `${run}h${String(one.host)}@example.org`;
      const wanted = newWord();
      if (events.length >= 3) return;
      const { host, location, ...rest } = homeEvent(hub.now());
      const { latitude: _latitude, longitude: _longitude, ...place } = location;
      const input = { ...rest, title: `Soup ${wanted}`, location: place, host: { ...host, email } };
      const { id } = await hub.events.submit(EventInput.parse(input), newKey());
      events.push({
        id,
        email,
        wanted,
        isVerified: false,
        state: 'pending',
        approved: undefined,
        hidden: new Set([wanted]),
      });
      return;
    }
    const event = events[one.event % Math.max(1, events.length)];
    if (!event) return;
    const { id } = event;
    switch (one.act) {
      case 'verify':
        await hub.events.verify(id);
        if (!event.isVerified && event.state === 'pending' && !needsReview(event.email)) publish(event);
        event.isVerified = true;
        break;
      case 'edit': {
        const wanted = newWord();
        const changed = hub.events.change(id, { title: `Soup ${wanted}` }, { ifMatch: '*', key: '' });
        if (event.state === 'cancelled' || event.state === 'gone') {
          await assert.rejects(changed);
          break;
        }
        await changed;
        const waits = event.state === 'public' && event.approved !== event.wanted;
        event.hidden.add(wanted);
        event.wanted = wanted;
        if (event.state === 'rejected') event.state = 'pending';
        if (event.state === 'public' && !waits && !needsReview(event.email)) publish(event);
        break;
      }
      case 'approve':
      case 'trust': {
        const decision = await hub.events.approve(id, 'moderator', undefined, one.act === 'trust');
        assert.equal(decision, isWaiting(event) ? 'done' : 'not_waiting');
        if (decision !== 'done') break;
        publish(event);
        if (one.act === 'trust') trusted.add(event.email);
        break;
      }
      case 'reject': {
        const decision = await hub.events.reject(id, 'moderator', 'Please name the place.');
        assert.equal(decision, isWaiting(event) ? 'done' : 'not_waiting');
        if (decision !== 'done') break;
        if (event.state === 'pending') event.state = 'rejected';
        else event.wanted = event.approved ?? event.wanted;
        break;
      }
      case 'report': {
        const reported = hub.review.report(id, { reason: 'fake' }, '');
        if (event.approved === undefined) await assert.rejects(reported, { code: 'not_found' });
        else await reported;
        break;
      }
      case 'takedown': {
        const outcome = await hub.review.takeDown(id, { actor: 'moderator', message: 'No.' });
        assert.equal(outcome, event.approved === undefined ? 'not_public' : 'done');
        if (outcome === 'done') takenDown(event);
        break;
      }
      case 'cancel':
        await hub.events.cancel(id, 'host');
        if (event.state === 'gone') break;
        event.state = 'cancelled';
        // What waited is dropped with it.
        event.wanted = event.approved ?? event.wanted;
        break;
      case 'block':
        await hub.review.block(id, 'moderator', one.takesDown ? 'No.' : undefined);
        blocked.add(event.email);
        trusted.delete(event.email);
        if (!one.takesDown) break;
        for (const other of events)
          if (other.email === event.email && other.approved !== undefined) takenDown(other);
    }
  }

  for (const one of history) {
    await step(one);
    tick();
    await look(server, events);
    for (const event of events) {
      const isSeen = (await hub.review.item(event.id)) !== undefined;
      assert.equal(isSeen, isWaiting(event) || event.approved !== undefined, 'seen by moderators');
    }
  }
  // So that the next history begins with nothing public.
  for (const { id } of events) await hub.events.cancel(id, 'host');
  tick();
}

/** Everything that is public holds the approved texts, each where it belongs, and no other. */
async function look({ url }: TestHub, events: readonly Modelled[]): Promise<void> {
  // Lines of a calendar are folded anywhere.
  const text = async (path: string): Promise<string> =>
    (await (await fetch(url + path)).text()).replaceAll('\r\n ', '');
  const feeds = ['ics', 'geojson', 'json'].map((format) => `/feeds/events.${format}`);
  const lists = await Promise.all(['/v1/events?limit=100', '/', ...feeds].map(text));
  const { data } = EventPage.parse(JSON.parse(lists[0] ?? ''));
  const open = events.filter(({ state }) => state === 'public').map(({ id }) => id);
  assert.deepEqual(data.map(({ id }) => id).sort(), open.sort(), 'listed');

  const [, , calendar = '', ...others] = lists;
  for (const { id, state, approved } of events) {
    // A calendar that had an event that is cancelled learns of it.
    const isKept = state === 'cancelled' && approved !== undefined;
    assert.equal(calendar.includes(id), isKept || state === 'public', `${state} ${id} in the calendar`);
    for (const feed of others)
      assert.equal(feed.includes(id), state === 'public', `${state} ${id} in a feed`);
  }

  const pins = data.map(({ pin }) => pin).sort((a, b) => a - b);
  // A feed that takes long to make comes later, and the one before stands in.
  for (let attempt = 0; ; attempt++) {
    const feed = decodePins(PinFeed.parse(JSON.parse(await text('/v1/pins'))));
    const { total } = Counts.parse(JSON.parse(await text('/v1/counts')));
    const shown = feed.map(({ pin }) => pin).sort((a, b) => a - b);
    if (String(shown) === String(pins) && total === pins.length) break;
    assert.ok(
      attempt < 20,
      `${String(shown)} are on the map, ${String(total)} are counted, not ${String(pins)}`,
    );
  }

  for (const { id, approved, hidden, state } of events) {
    const own = await Promise.all(
      [`/v1/events/${id}`, `/v1/events/${id}/calendar.ics`, `/e/${id}`, `/e/${id}/report`].map(text),
    );
    for (const surface of [...lists, ...own])
      for (const word of hidden) assert.ok(!surface.includes(word), `${word} of ${id} is public`);
    for (const surface of own)
      assert.equal(surface.includes(approved ?? id), approved !== undefined, `${state} ${id} is to be seen`);
  }
}
