import { ordinaryHuddles, type Huddle } from '../fixtures/huddles.ts';
import { venues, type Venue } from '../fixtures/places.ts';
import type { DeletedMobilizeEvent, MobilizeEvent } from './event.ts';
import { mobilizeEventOf, mobilizeLocationOf, type MobilizeSketch } from './event-of.ts';
import { harborAllies, lakefrontNeighbors } from './organizations.ts';

const training = { id: 77, name: 'Training series' };
const winter = { id: 78, name: 'Winter huddles' };

/** One of each kind that a reader has to get right. */
const peculiar: readonly MobilizeSketch[] = [
  {
    id: 700_101,
    title: 'Kitchen-table huddle in a home',
    sponsor: lakefrontNeighbors,
    event_type: 'HOUSE_PARTY',
    address_visibility: 'PRIVATE',
    created_by_volunteer_host: true,
    location: {
      ...mobilizeLocationOf(venues.loganSquare),
      venue: 'Home of Marisol',
      address_lines: ['2 N Lantern Row', 'Apt 3'],
    },
    timeslots: [{ day: 5, from: '18:30', to: '20:00', capacity: 12, instructions: 'Bring a chair.' }],
    tags: [winter],
  },
  {
    id: 700_102,
    title: 'Letter table, every afternoon',
    sponsor: lakefrontNeighbors,
    event_type: 'LETTER_WRITING',
    location: mobilizeLocationOf(venues.pilsen),
    timeslots: [
      { day: -8, from: '14:00', to: '15:30', capacity: 30 },
      { day: -1, from: '14:00', to: '15:30', capacity: 30 },
      { day: 6, from: '14:00', to: '15:30', capacity: 30, isFull: true },
      { day: 13, from: '14:00', to: '15:30', capacity: 30 },
      { day: 20, from: '14:00', to: '15:30', capacity: 30 },
    ],
    accessibility_status: 'ACCESSIBLE',
    accessibility_notes: 'Ramp at the side door, wide restroom',
  },
  {
    id: 700_103,
    title: 'Online training: how to hold a huddle',
    sponsor: lakefrontNeighbors,
    event_type: 'TRAINING',
    is_virtual: true,
    timezone: 'America/New_York',
    high_priority: true,
    timeslots: [{ day: 9, from: '20:00', to: '21:30' }],
    tags: [training],
  },
  {
    id: 700_104,
    title: 'Potluck with every chair taken',
    sponsor: lakefrontNeighbors,
    location: mobilizeLocationOf(venues.hydePark),
    timeslots: [{ day: 7, from: '17:00', to: '19:00', capacity: 20, isFull: true }],
  },
  {
    id: 700_105,
    title: 'Sidewalk chalk by the lake',
    sponsor: lakefrontNeighbors,
    event_type: 'VISIBILITY_EVENT',
    location: { ...mobilizeLocationOf(venues.rogersPark), location: { latitude: null, longitude: null } },
    timeslots: [{ day: 8, from: '10:00', to: '12:00' }],
  },
  {
    id: 700_106,
    title: 'Planning circle, members only',
    sponsor: lakefrontNeighbors,
    event_type: 'MEETING',
    visibility: 'PRIVATE',
    location: mobilizeLocationOf(venues.bronzeville),
    timeslots: [{ day: 4, from: '19:00', to: '20:00' }],
  },
  {
    id: 700_107,
    title: 'A first huddle that waits for a look',
    sponsor: lakefrontNeighbors,
    approval_status: 'NEEDS_APPROVAL',
    created_by_volunteer_host: true,
    location: mobilizeLocationOf(venues.bronzeville),
    timeslots: [{ day: 11, from: '19:00', to: '20:00' }],
  },
  {
    id: 700_108,
    title: 'Huddle above the harbor',
    sponsor: harborAllies,
    event_type: 'MEET_GREET',
    description: '<p>Coffee first, then <b>three questions</b>.<br>Bring gloves &amp; a friend.</p>',
    location: mobilizeLocationOf(venues.hillside),
    timeslots: [{ day: 3, from: '09:30', to: '11:00', capacity: 15 }],
    tags: [winter],
  },
  {
    id: 700_109,
    title: 'Rally that is over',
    sponsor: harborAllies,
    event_type: 'RALLY',
    location: { ...mobilizeLocationOf(venues.lincolnPark), location: null },
    timeslots: [{ day: -12, from: '12:00', to: '14:00' }],
  },
  {
    id: 700_110,
    title: 'Call-in from wherever you are',
    sponsor: harborAllies,
    event_type: 'PHONE_BANK',
    is_virtual: true,
    location: mobilizeLocationOf(venues.hillside),
    timeslots: [{ day: 10, from: '18:00', to: '19:00' }],
  },
  {
    id: 700_111,
    title: 'Sign the open letter',
    sponsor: harborAllies,
    event_type: 'PETITION',
    is_virtual: true,
    virtual_action_url: 'https://harbor.example.org/letter',
    timeslots: [],
  },
  {
    id: 700_112,
    title: 'Huddle across the border of the time zone',
    sponsor: harborAllies,
    timezone: 'America/Detroit',
    location: mobilizeLocationOf(venues.marquette),
    timeslots: [{ day: 12, from: '18:00', to: '19:30' }],
  },
];

/** 60 events around Chicago and Duluth as their owners see them, with dates told from `now` (milliseconds since 1970). */
export function mobilizeEvents(now: number = Date.now()): MobilizeEvent[] {
  const ordinary = ordinaryHuddles(60 - peculiar.length).map(ordinarySketch);
  return [...peculiar, ...ordinary].map((sketch) => mobilizeEventOf(now, sketch));
}

function ordinarySketch(
  { title, venue, day, from, to = from, capacity }: Huddle,
  index: number,
): MobilizeSketch {
  return {
    id: 700_201 + index,
    title,
    sponsor: sponsorAt(venue),
    location: mobilizeLocationOf(venue),
    timeslots: [{ day, from, to, capacity }],
  };
}

function sponsorAt({ region }: Venue): MobilizeSketch['sponsor'] {
  return region === 'IL' ? lakefrontNeighbors : harborAllies;
}

/** Lakefront Neighbors shows two events of Harbor Hill Allies in its own feed. */
export const mobilizePromotions: Readonly<Record<number, readonly number[]>> = {
  [lakefrontNeighbors.id]: [700_108, 700_110],
};

/** What both organizations took down, a day and a month before `now`. */
export function deletedMobilizeEvents(now: number = Date.now()): DeletedMobilizeEvent[] {
  const daysAgo = (days: number): number => Math.floor(now / 1_000) - days * 86_400;
  const lakefront = { organization_id: lakefrontNeighbors.id, visibility: 'PUBLIC' } as const;
  return [
    { ...lakefront, id: 700_001, deleted_date: daysAgo(1) },
    { ...lakefront, id: 700_002, deleted_date: daysAgo(30) },
    { ...lakefront, id: 700_003, deleted_date: daysAgo(2), visibility: 'PRIVATE' },
    { id: 700_004, deleted_date: daysAgo(1), organization_id: harborAllies.id, visibility: 'PUBLIC' },
  ];
}
