import type { Event } from '@huddlekit/contract';
import { foreignSourceOf, writtenSlot } from '../rows/event-fields.ts';

/** An event as a feature (RFC 7946): its public point, longitude first, or no geometry where it has none. */
export interface EventFeature {
  readonly type: 'Feature';
  readonly id: string;
  readonly geometry: { readonly type: 'Point'; readonly coordinates: readonly [number, number] } | null;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** Events as one document (RFC 7946). */
export interface EventFeatureCollection {
  readonly type: 'FeatureCollection';
  readonly features: readonly EventFeature[];
}

/** Writes events as GeoJSON. `precision` says what a point means: `locality` is the middle of a ZIP or town. */
export function writeGeoJson(events: readonly Event[]): EventFeatureCollection {
  return { type: 'FeatureCollection', features: events.map(featureOf) };
}

function featureOf(event: Event): EventFeature {
  const { location, sponsor, timezone, accessibility } = event;
  const { latitude = null, longitude = null } = location ?? {};
  const [first] = event.timeslots;
  const slots = event.timeslots.map((timeslot) => ({
    ...writtenSlot(timeslot, timezone),
    capacity: timeslot.capacity,
    spotsLeft: timeslot.spotsLeft,
  }));
  return {
    type: 'Feature',
    id: event.id,
    geometry:
      latitude === null || longitude === null ? null : { type: 'Point', coordinates: [longitude, latitude] },
    properties: {
      title: event.title,
      kind: event.kind,
      status: event.status,
      startDate: first && writtenSlot(first, timezone).startDate,
      endDate: first && (writtenSlot(first, timezone).endDate || null),
      timezone,
      timeslots: slots.map((slot) => ({ ...slot, endDate: slot.endDate || null })),
      summary: event.summary,
      description: event.description,
      isVirtual: event.isVirtual,
      locationKind: location?.kind,
      venue: location?.venue,
      addressLines: location?.addressLines,
      locality: location?.locality,
      region: location?.region,
      postalCode: location?.postalCode,
      country: location?.country,
      precision: location?.precision,
      organization: sponsor?.name,
      hostName: event.hostName,
      capacity: event.capacity,
      guestsPerRsvp: event.guestsPerRsvp,
      languages: event.languages,
      accessibility,
      tags: event.tags,
      url: event.browserUrl,
      imageUrl: event.imageUrl,
      source: foreignSourceOf(event),
      createdAt: event.createdAt,
      updatedAt: event.updatedAt,
    },
  };
}
