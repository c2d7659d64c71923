import { localDate, type LocalSpan } from '../fixtures/clock.ts';
import type { Venue } from '../fixtures/places.ts';
import type { ActionNetworkEvent, ActionNetworkLocation } from './event.ts';
import { uuidOf } from './uuid.ts';

/** What an event of the fixtures says of itself; the rest is what most events are. */
export interface ActionNetworkSketch extends Partial<ActionNetworkEvent> {
  readonly number: number;
  readonly title: string;
  /** Left out where the platform was told no time. */
  readonly span?: LocalSpan;
  /** The zone of the day that `span` counts from; the platform doesn't tell it. */
  readonly timezone?: string;
}

export function actionNetworkEventOf(
  now: number,
  { number, span, timezone = 'America/Chicago', ...sketch }: ActionNetworkSketch,
): ActionNetworkEvent {
  const created = now - 20 * 86_400_000 + number * 60_000;
  return {
    identifiers: [`action_network:${uuidOf(2, number)}`],
    created_date: wholeSeconds(created),
    modified_date: wholeSeconds(created + 3_600_000),
    origin_system: 'Action Network',
    name: `${sketch.title} (winter)`,
    description: '<p>We meet, we listen, and everybody leaves with <strong>one next step</strong>.</p>',
    instructions: '<p>Ring twice. The code of the door is 4711.</p>',
    browser_url: `https://actionnetwork.org/events/huddle-${String(number)}`,
    ...(span && datesOf(localDate(now, span.day, timezone), span)),
    status: 'confirmed',
    visibility: 'public',
    transparence: 'opaque',
    guests_can_invite_others: true,
    total_accepted: 1 + (number % 9),
    reminders: [{ method: 'email', minutes: 1_440 }],
    tag_list: [],
    location: null,
    'action_network:hidden': false,
    'action_network:sponsor': {
      title: 'Harbor Hill Allies',
      browser_url: 'https://actionnetwork.org/groups/harbor-hill-allies',
    },
    ...sketch,
  };
}

/** The reading of local clocks with the platform's `Z`. */
function datesOf(date: string, { from, to }: LocalSpan): Pick<ActionNetworkEvent, 'start_date' | 'end_date'> {
  return { start_date: `${date}T${from}:00Z`, ...(to !== undefined && { end_date: `${date}T${to}:00Z` }) };
}

export function actionNetworkLocationOf(place: Venue): ActionNetworkLocation {
  return {
    venue: place.venue,
    address_lines: [place.street],
    locality: place.locality,
    region: place.region,
    postal_code: place.postalCode,
    country: 'US',
    language: 'en',
    location: { latitude: place.latitude, longitude: place.longitude, accuracy: 'Rooftop' },
  };
}

export function wholeSeconds(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}
