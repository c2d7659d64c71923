import type { Event, Timeslot } from '@huddlekit/contract';
import { localDateTime } from '@huddlekit/contract/zoned-time';
import { safeUrl } from '../text/html.ts';

/** An event in the terms of schema.org, an object a timeslot, from the public view alone. */
export function linkedEvents(event: Event, baseUrl: string): Readonly<Record<string, unknown>>[] {
  return event.timeslots.map((timeslot) => ({
    '@type': event.kind === 'training' ? 'EducationEvent' : 'SocialEvent',
    identifier: event.id,
    name: event.title,
    description: event.summary,
    ...datesOf(timeslot, event.timezone),
    inLanguage: event.languages,
    ...(timeslot.spotsLeft !== null && { remainingAttendeeCapacity: timeslot.spotsLeft }),
    eventStatus: `https://schema.org/${event.status === 'cancelled' ? 'EventCancelled' : 'EventScheduled'}`,
    eventAttendanceMode: `https://schema.org/${event.isVirtual ? 'OnlineEventAttendanceMode' : 'OfflineEventAttendanceMode'}`,
    url: `${baseUrl}/e/${event.id}`,
    location: placeOf(event, baseUrl),
    ...organizerOf(event),
    isAccessibleForFree: true,
  }));
}

/** Whole days are days without a time; the last one counts in. */
function datesOf({ startDate, endDate, allDay }: Timeslot, timezone: string): object {
  if (!allDay) return { startDate, ...(endDate && { endDate }) };
  const last = endDate ? Date.parse(endDate) - 1 : Date.parse(startDate);
  return {
    startDate: localDateTime(Date.parse(startDate), timezone).date,
    endDate: localDateTime(last, timezone).date,
  };
}

function organizerOf({ sponsor, hostName }: Event): object {
  if (sponsor) {
    const { name, url } = sponsor;
    return { organizer: { '@type': 'Organization', name, ...(url && { url: safeUrl(url) }) } };
  }
  return hostName ? { organizer: { '@type': 'Person', name: hostName } } : {};
}

function placeOf(event: Event, baseUrl: string): object {
  const { location } = event;
  if (!location || location.kind === 'online') {
    return { '@type': 'VirtualLocation', url: `${baseUrl}/e/${event.id}` };
  }
  const { latitude, longitude, precision } = location;
  return {
    '@type': 'Place',
    name: location.venue ?? location.locality,
    address: {
      '@type': 'PostalAddress',
      ...(location.addressLines.length > 0 && { streetAddress: location.addressLines.join(', ') }),
      addressLocality: location.locality,
      addressRegion: location.region,
      postalCode: location.postalCode,
      addressCountry: location.country,
    },
    // The terms can't say that a point stands for an area or a town.
    ...(precision === 'exact' &&
      latitude !== null &&
      longitude !== null && { geo: { '@type': 'GeoCoordinates', latitude, longitude } }),
  };
}
