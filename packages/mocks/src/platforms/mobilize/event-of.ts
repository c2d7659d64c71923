import { zonedInstant } from '@huddlekit/contract/zoned-time';
import { localDate, type LocalSpan } from '../fixtures/clock.ts';
import type { Venue } from '../fixtures/places.ts';
import type { MobilizeEvent, MobilizeLocation, MobilizeOrganization, MobilizeTimeslot } from './event.ts';

/** What an event of the fixtures says of itself; the rest is what most events are. */
export interface MobilizeSketch extends Partial<Omit<MobilizeEvent, 'timeslots'>> {
  readonly id: number;
  readonly title: string;
  readonly sponsor: MobilizeOrganization;
  readonly timeslots: readonly TimeslotSketch[];
}

export interface TimeslotSketch extends LocalSpan {
  readonly to: string;
  readonly capacity?: number | null;
  readonly isFull?: boolean;
  readonly instructions?: string;
}

/** The campaign that volunteers host under. */
const campaign = {
  id: 9001,
  slug: 'winter-huddles',
  event_create_page_url: 'https://www.mobilize.us/lakefrontneighbors/event/create/',
};

export function mobilizeEventOf(now: number, { timeslots, ...sketch }: MobilizeSketch): MobilizeEvent {
  const { id, sponsor, timezone = 'America/Chicago' } = sketch;
  const created = Math.floor(now / 1_000) - 20 * 86_400 + (id % 1_000) * 60;
  return {
    description: 'We meet, we listen, and everybody leaves with **one next step**.',
    summary: '',
    featured_image_url: '',
    high_priority: false,
    location: null,
    timezone,
    event_type: 'COMMUNITY',
    browser_url: `https://www.mobilize.us/${sponsor.slug}/event/${String(id)}/`,
    created_date: created,
    modified_date: created + 3_600,
    visibility: 'PUBLIC',
    address_visibility: 'PUBLIC',
    created_by_volunteer_host: false,
    is_virtual: false,
    virtual_action_url: null,
    contact: {
      name: 'Marisol Vega',
      email_address: 'marisol@lakefront.example.org',
      phone_number: '312-555-0142',
      owner_user_id: 500 + (id % 100),
    },
    accessibility_status: 'NOT_SURE',
    accessibility_notes: null,
    tags: [],
    approval_status: 'APPROVED',
    event_campaign: campaign,
    instructions: 'Ring twice. The code of the door is 4711.',
    ...sketch,
    timeslots: timeslots.map((slot, index) => timeslotOf(now, slot, { id: id * 100 + index + 1, timezone })),
  };
}

function timeslotOf(
  now: number,
  { day, from, to, capacity = null, isFull = false, instructions }: TimeslotSketch,
  { id, timezone }: { readonly id: number; readonly timezone: string },
): MobilizeTimeslot {
  const date = localDate(now, day, timezone);
  const seconds = (time: string): number => zonedInstant({ date, time }, timezone) / 1_000;
  return {
    id,
    start_date: seconds(from),
    end_date: seconds(to),
    max_attendees: capacity,
    is_full: isFull,
    instructions: instructions ?? null,
  };
}

export function mobilizeLocationOf(place: Venue): MobilizeLocation {
  return {
    venue: place.venue,
    address_lines: [place.street, ''],
    locality: place.locality,
    region: place.region,
    country: 'US',
    postal_code: place.postalCode,
    location: { latitude: place.latitude, longitude: place.longitude },
    congressional_district: place.region === 'IL' ? '4' : '8',
    state_leg_district: null,
    state_senate_district: null,
  };
}
