import type { Event } from '@huddlekit/contract';
import { Html } from '../text/html.ts';

/** An event for search engines (schema.org Event), an object a timeslot, from the public view alone. */
export function jsonLd(event: Event, baseUrl: string): Html {
  const data = event.timeslots.map(({ startDate, endDate }) => ({
    '@context': 'https://schema.org',
    '@type': event.kind === 'training' ? 'EducationEvent' : 'SocialEvent',
    name: event.title,
    description: event.summary,
    startDate,
    ...(endDate && { endDate }),
    eventStatus: `https://schema.org/${event.status === 'cancelled' ? 'EventCancelled' : 'EventScheduled'}`,
    eventAttendanceMode: `https://schema.org/${event.isVirtual ? 'OnlineEventAttendanceMode' : 'OfflineEventAttendanceMode'}`,
    url: `${baseUrl}/e/${event.id}`,
    location: placeOf(event, baseUrl),
    ...(event.hostName && { organizer: { '@type': 'Person', name: event.hostName } }),
    isAccessibleForFree: true,
  }));
  // `<` could end the script element; inside JSON strings it may be written as an escape.
  const text = JSON.stringify(data).replaceAll('<', '\\u003c');
  return Html.fromRenderer(() => `<script type="application/ld+json">${text}</script>`);
}

function placeOf(event: Event, baseUrl: string): object {
  const { location } = event;
  if (!location || location.kind === 'online') {
    return { '@type': 'VirtualLocation', url: `${baseUrl}/e/${event.id}` };
  }
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
  };
}
