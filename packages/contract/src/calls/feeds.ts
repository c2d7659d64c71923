import { EventFeatureCollection, LinkedEvents } from '../feed.ts';
import type { Call } from './call.ts';

export const getCalendarFeed = {
  id: 'getCalendarFeed',
  method: 'GET',
  path: '/feeds/events.ics',
  status: 200,
  mediaType: 'text/calendar',
} as const satisfies Call;

export const getGeoJsonFeed = {
  id: 'getGeoJsonFeed',
  method: 'GET',
  path: '/feeds/events.geojson',
  status: 200,
  response: EventFeatureCollection,
  mediaType: 'application/geo+json',
} as const satisfies Call;

export const getLinkedFeed = {
  id: 'getLinkedFeed',
  method: 'GET',
  path: '/feeds/events.json',
  status: 200,
  response: LinkedEvents,
  mediaType: 'application/ld+json',
} as const satisfies Call;
