import { ordinaryHuddles } from '../fixtures/huddles.ts';
import { venues } from '../fixtures/places.ts';
import type { ActionNetworkEvent, ActionNetworkEventCampaign } from './event.ts';
import {
  actionNetworkEventOf,
  actionNetworkLocationOf,
  wholeSeconds,
  type ActionNetworkSketch,
} from './event-of.ts';
import { uuidOf } from './uuid.ts';

const campaignId = uuidOf(3, 1);

/** One of each kind that a reader has to get right. */
const peculiar: readonly ActionNetworkSketch[] = [
  {
    number: 101,
    title: 'Huddle at a kitchen counter',
    span: { day: 5, from: '18:30', to: '20:00' },
    location: {
      venue: 'Private home, address after your RSVP',
      locality: 'Chicago',
      region: 'IL',
      postal_code: '60647',
      country: 'US',
      language: 'en',
      location: { latitude: 41.92, longitude: -87.7, accuracy: 'Approximate' },
    },
    'action_network:event_campaign_id': campaignId,
  },
  {
    number: 102,
    title: 'Huddle above the harbor',
    span: { day: 3, from: '09:30', to: '11:00' },
    location: actionNetworkLocationOf(venues.hillside),
    'action_network:event_campaign_id': campaignId,
  },
  {
    number: 103,
    title: 'Online training: how to listen',
    span: { day: 9, from: '20:00', to: '21:30' },
    tag_list: ['training'],
  },
  {
    number: 104,
    title: 'Soup night with every chair taken',
    span: { day: 7, from: '17:00', to: '19:00' },
    capacity: 20,
    total_accepted: 20,
    location: actionNetworkLocationOf(venues.hydePark),
  },
  {
    number: 105,
    title: 'Sidewalk chalk at the pier',
    span: { day: 8, from: '10:00', to: '12:00' },
    location: {
      ...actionNetworkLocationOf(venues.rogersPark),
      location: { latitude: null, longitude: null },
    },
  },
  {
    number: 106,
    title: 'A draft that nobody is to see',
    span: { day: 4, from: '19:00', to: '20:00' },
    location: actionNetworkLocationOf(venues.bronzeville),
    'action_network:hidden': true,
  },
  {
    number: 107,
    title: 'March that was called off',
    span: { day: 6, from: '12:00', to: '14:00' },
    location: actionNetworkLocationOf(venues.pilsen),
    status: 'cancelled',
  },
  {
    number: 108,
    title: 'Steering circle, members only',
    span: { day: 4, from: '19:00', to: '20:00' },
    location: actionNetworkLocationOf(venues.parkPoint),
    visibility: 'private',
  },
  {
    number: 109,
    title: 'Walk along the shore, open end',
    span: { day: 2, from: '08:00' },
    location: actionNetworkLocationOf(venues.lakeside),
  },
  { number: 110, title: 'A date to be found', location: actionNetworkLocationOf(venues.beverly) },
  {
    number: 111,
    title: 'Supper across the border of the time zone',
    timezone: 'America/Detroit',
    span: { day: 12, from: '18:00', to: '19:30' },
    location: actionNetworkLocationOf(venues.marquette),
  },
  {
    number: 112,
    title: 'March that is over',
    span: { day: -12, from: '12:00', to: '14:00' },
    location: actionNetworkLocationOf(venues.lincolnPark),
    status: 'tentative',
  },
];

/**
 * 60 events around Chicago and Duluth, with dates told from `now` (milliseconds since 1970). The huddle above the
 * harbor is on the mocked Mobilize too, at the same place and time.
 */
export function actionNetworkEvents(now: number = Date.now()): ActionNetworkEvent[] {
  const ordinary = ordinaryHuddles(60 - peculiar.length, 1).map(
    ({ title, venue, capacity, ...span }, index): ActionNetworkSketch => ({
      number: 201 + index,
      title,
      span,
      location: actionNetworkLocationOf(venue),
      ...(capacity !== null && { capacity }),
    }),
  );
  return [...peculiar, ...ordinary].map((sketch) => actionNetworkEventOf(now, sketch));
}

/** One campaign that the first two events belong to. */
export function actionNetworkEventCampaigns(now: number = Date.now()): ActionNetworkEventCampaign[] {
  return [
    {
      identifiers: [`action_network:${campaignId}`],
      created_date: wholeSeconds(now - 40 * 86_400_000),
      modified_date: wholeSeconds(now - 30 * 86_400_000),
      origin_system: 'Action Network',
      title: 'Winter huddles',
      description: '<p>A hundred kitchens, one evening.</p>',
      host_pitch: '<p>All you need is a table.</p>',
      host_instructions: '<p>Put the kettle on.</p>',
      browser_url: 'https://actionnetwork.org/event_campaigns/winter-huddles',
      host_url: 'https://actionnetwork.org/events/new?event_campaign_id=1',
      total_events: 2,
      total_rsvps: 7,
      'action_network:hidden': false,
      'action_network:sponsor': {
        title: 'Harbor Hill Allies',
        url: 'https://actionnetwork.org/groups/harbor-hill-allies',
      },
    },
  ];
}
