import type { ImportedEvent } from '@huddlekit/connectors';
import { addDays, localDateTime, zonedInstant } from '@huddlekit/contract/zoned-time';
import { cities, type City } from './cities.ts';

/** An event of the sample, and the seats that are taken in it from the start. */
export interface SampleEvent {
  readonly event: ImportedEvent;
  readonly taken: number;
}

const count = 300;

type Words = readonly [title: string, summary: string];

const huddles: readonly Words[] = [
  ['Kitchen-table huddle: what we do next', 'Soup, ten chairs, and a plan for the next four weeks.'],
  [
    'Letters and listening',
    'We write to our representatives, then hear what worries the people on our street.',
  ],
  ['First huddle: get to know each other', 'Never been to one? Neither have we. Bring a story and a friend.'],
  ['Porch huddle', 'Blankets, tea, and the question of what our block can do.'],
  ['Huddle for new neighbors', 'For everybody who moved here lately and wants to help.'],
  ['Small steps, big table', 'We choose two actions and share them out.'],
];
const spanishHuddles: readonly Words[] = [
  ['Sopa y plan: huddle en español', 'Comemos, hablamos y elegimos dos acciones para el barrio.'],
  ['Huddle de vecinas', 'Para conocernos y decidir qué hacemos este mes.'],
];
const gatherings: readonly Words[] = [
  ['Neighbors’ potluck and letter table', 'Bring a dish and one letter you have been meaning to write.'],
  ['Know your neighbors: a Saturday together', 'Food first, then small tables with someone who keeps time.'],
  ['Community gathering: how we stand together', 'We talk through what our town can do without violence.'],
  ['Open evening at the hall', 'Four tables, four questions, and coffee.'],
];
const venues = [
  'Sample Public Library',
  'Sample Union Hall',
  'Sample Community Center',
  'Sample Corner Café',
] as const;
const hosts = ['Ana', 'Tomasz', 'Maribel', 'Dev', 'Ruth', 'Luis', 'Fatima', 'Joan', 'Kwame', 'Mei'] as const;

/** Some 300 huddles and gatherings over the next eight weeks, the same at each start but for their dates. */
export function sampleEvents(now: number): SampleEvent[] {
  const random = generator(20170121);
  return Array.from({ length: count }, (_, index) => sampleEvent(index, random, now));
}

function sampleEvent(index: number, random: () => number, now: number): SampleEvent {
  // The larger cities, which stand first, get more events.
  const city = cities[Math.floor(random() ** 1.7 * cities.length)] ?? pick(cities, random);
  const isHuddle = random() < 0.62;
  const isHome = isHuddle && random() < 0.7;
  const isOnline = !isHome && random() < 0.06;
  const isSpanish = isHuddle && random() < 0.16;
  const [title, summary] = pick(isHuddle ? (isSpanish ? spanishHuddles : huddles) : gatherings, random);
  const capacity = isHome ? 8 + Math.floor(random() * 8) : 20 + Math.floor(random() * 60);
  const fullness = random();
  const taken =
    fullness < 0.06
      ? capacity
      : fullness < 0.22
        ? capacity - 1 - Math.floor(random() * 4)
        : Math.floor(random() * capacity * 0.6);
  const languages = isSpanish ? ['es'] : random() < 0.15 ? ['en', 'es'] : ['en'];
  const slots = isHome || random() < 0.8 ? 1 : 2;
  return {
    taken,
    event: {
      kind: isHuddle ? 'huddle' : 'gathering',
      title,
      summary,
      description: `${summary}\n\nThis is a made-up event of the sample campaign.`,
      sponsor: isHuddle ? null : { id: 'lakefront', name: 'Lakefront Neighbors (sample)', url: null },
      hostName: pick(hosts, random),
      timezone: city.timezone,
      timeslots: timeslots(city, slots, index, random, now),
      location: location(city, { isHome, isOnline }, random),
      isVirtual: isOnline,
      languages,
      accessibility: {
        wheelchair: isHome ? random() < 0.3 : random() < 0.8,
        asl: random() < 0.1,
        captions: isOnline,
        notes: null,
      },
      capacity,
      guestsPerRsvp: 5,
      links: { toolkit: null, safety: null, overview: null },
      tags: ['sample'],
      browserUrl: null,
      source: { system: 'sample', id: `sample-${String(index + 1)}`, organization: null, url: null },
      series: null,
    },
  };
}

function timeslots(
  city: City,
  slots: number,
  index: number,
  random: () => number,
  now: number,
): ImportedEvent['timeslots'] {
  // A few lie behind, so that a hub's past can be seen too.
  const days = index % 25 === 24 ? -3 - Math.floor(random() * 20) : 1 + Math.floor(random() ** 1.4 * 55);
  const date = addDays(localDateTime(now, city.timezone).date, days);
  const hour = pick([10, 11, 14, 18, 19], random);
  const half = random() < 0.4 ? '30' : '00';
  return Array.from({ length: slots }, (_, slot) => {
    const start = zonedInstant({ date, time: `${String(hour + slot * 2)}:${half}` }, city.timezone);
    return { startDate: instant(start), endDate: instant(start + 5_400_000), allDay: false, capacity: null };
  });
}

function location(
  city: City,
  { isHome, isOnline }: { isHome: boolean; isOnline: boolean },
  random: () => number,
): ImportedEvent['location'] {
  const isPlaced = random() < 0.85;
  const spread = (): number => (random() + random() - 1) * 0.11;
  return {
    kind: isOnline ? 'online' : isHome ? 'home' : 'community',
    venue: isHome || isOnline ? null : pick(venues, random),
    addressLines: isOnline ? [] : [`${String(100 + Math.floor(random() * 900))} Sample Street`],
    locality: city.name,
    region: city.state,
    postalCode: null,
    country: 'US',
    latitude: isOnline || !isPlaced ? null : city.latitude + spread(),
    longitude: isOnline || !isPlaced ? null : city.longitude + spread(),
    precision: isPlaced ? 'exact' : 'hidden',
  };
}

function pick<Item>(items: readonly Item[], random: () => number): Item {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new RangeError('There is nothing to choose from');
  return item;
}

/** Numbers from 0 up to 1 that come in the same order for the same seed (mulberry32). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function instant(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace('.000Z', 'Z');
}
