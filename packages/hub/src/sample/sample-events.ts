import type { ImportedEvent } from '@huddlekit/connectors';
import { addDays, localDateTime, zonedInstant } from '@huddlekit/contract/zoned-time';
import type { IncomingEvent } from '../events/event-import.ts';
import { cities, type City } from './cities.ts';
import * as words from './sample-words.ts';
import { seededRandom, type Random } from './seeded-random.ts';

/** The middle of a ZIP. */
export type PointOf = (
  postalCode: string,
) => { readonly latitude: number; readonly longitude: number } | undefined;

const count = 300;
const hour = 3_600_000;

/** Some 300 events over the next eight weeks, a few of them past: the same at each start but for their dates. */
export function sampleEvents(now: number, pointOf: PointOf): IncomingEvent[] {
  const random = seededRandom(20170121);
  return Array.from({ length: count }, (_, index) => sampleEvent(index, random, now, pointOf));
}

interface Shape {
  readonly kind: IncomingEvent['kind'];
  readonly isHome: boolean;
  readonly isOnline: boolean;
  readonly language: 'en' | 'es';
  readonly text: words.Text;
}

function sampleEvent(index: number, random: Random, now: number, pointOf: PointOf): IncomingEvent {
  // The larger cities, which stand first, get more events.
  const city = cities[Math.floor(random.next() ** 1.6 * cities.length)] ?? random.pick(cities);
  const { kind, isHome, isOnline, language, text } = shapeOf(random);
  const [title, summary] = text;
  const capacity = isHome ? random.whole(8, 15) : random.whole(20, 80);
  return {
    kind,
    title,
    summary,
    description: words.descriptionOf(summary, language),
    sponsor: isHome ? null : { id: 'lakefront', name: 'Lakefront Neighbors (sample)', url: null },
    hostName: random.pick(words.hosts),
    timezone: city.timezone,
    timeslots: timeslotsOf(city, index, capacity, isHome, random, now),
    location: locationOf(city, { isHome, isOnline }, random, pointOf),
    isVirtual: isOnline,
    languages: language === 'es' ? ['es'] : random.isOnceIn(7) ? ['en', 'es'] : ['en'],
    accessibility: {
      wheelchair: isHome ? random.isOnceIn(3) : !random.isOnceIn(5),
      asl: random.isOnceIn(10),
      captions: isOnline,
      notes: !isOnline && random.isOnceIn(3) ? random.pick(words.accessNotes) : null,
    },
    capacity,
    guestsPerRsvp: isHome ? 2 : 5,
    links: { toolkit: null, safety: null, overview: null },
    tags: ['sample'],
    browserUrl: null,
    source: { system: 'sample', id: `sample-${String(index + 1)}`, organization: null, url: null },
    series: null,
  };
}

function shapeOf(random: Random): Shape {
  const draw = random.next();
  if (draw < 0.1) {
    const [kind, ...text] = random.pick(words.others);
    return {
      kind,
      isHome: false,
      isOnline: kind === 'phone-bank' && random.isOnceIn(2),
      language: 'en',
      text,
    };
  }
  if (draw < 0.4) {
    const text = random.pick(words.gatherings);
    return { kind: 'gathering', isHome: false, isOnline: random.isOnceIn(20), language: 'en', text };
  }
  const isHome = !random.isOnceIn(3);
  const language = random.isOnceIn(6) ? 'es' : 'en';
  const text = random.pick(language === 'es' ? words.spanishHuddles : words.huddles);
  return { kind: 'huddle', isHome, isOnline: !isHome && random.isOnceIn(6), language, text };
}

function timeslotsOf(
  city: City,
  index: number,
  capacity: number,
  isHome: boolean,
  random: Random,
  now: number,
): IncomingEvent['timeslots'] {
  // A few lie behind, so that a hub's past can be seen too.
  const days = index % 25 === 24 ? -random.whole(3, 23) : 1 + Math.floor(random.next() ** 1.4 * 55);
  const date = addDays(localDateTime(now, city.timezone).date, days);
  const startHour = random.pick([10, 11, 14, 18, 19]);
  const minutes = random.isOnceIn(3) ? '30' : '00';
  const slots = isHome || !random.isOnceIn(5) ? 1 : random.whole(2, 3);
  if (!isHome && slots === 1 && random.isOnceIn(15)) {
    const start = zonedInstant({ date, time: '00:00' }, city.timezone);
    const end = zonedInstant({ date: addDays(date, 1), time: '00:00' }, city.timezone);
    return [{ startDate: instant(start), endDate: instant(end), allDay: true, capacity: null }];
  }
  return Array.from({ length: slots }, (_, slot) => {
    const start = zonedInstant({ date, time: `${String(startHour + slot * 2)}:${minutes}` }, city.timezone);
    return {
      startDate: instant(start),
      endDate: instant(start + 1.5 * hour),
      allDay: false,
      capacity: null,
      reserved: seatsTaken(capacity, random),
    };
  });
}

/** Some are full, some nearly, most have room. */
function seatsTaken(capacity: number, random: Random): number {
  const draw = random.next();
  if (draw < 0.06) return capacity;
  if (draw < 0.22) return capacity - random.whole(1, 4);
  return Math.floor(random.next() * capacity * 0.6);
}

function locationOf(
  { name, state, postalCodes }: City,
  { isHome, isOnline }: { isHome: boolean; isOnline: boolean },
  random: Random,
  pointOf: PointOf,
): ImportedEvent['location'] {
  if (isOnline) return null;
  const postalCode = random.pick(postalCodes);
  const middle = pointOf(postalCode);
  // Some hosts set a point on the map; the others are shown by their ZIP.
  const isPlaced = middle !== undefined && (!isHome || !random.isOnceIn(4));
  const aside = (): number => (random.next() - 0.5) * 0.012;
  return {
    kind: isHome ? 'home' : 'community',
    venue: isHome ? null : random.pick(words.venues),
    addressLines: [`${String(random.whole(100, 999))} ${random.pick(words.streets)} Street`],
    locality: name,
    region: state,
    postalCode,
    country: 'US',
    latitude: isPlaced ? middle.latitude + aside() : null,
    longitude: isPlaced ? middle.longitude + aside() : null,
    precision: isPlaced ? 'exact' : 'hidden',
  };
}

function instant(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace('.000Z', 'Z');
}
