import type { Event, Timeslot } from '@huddlekit/contract';
import { localDateTime } from '@huddlekit/contract/zoned-time';
import { Html, safeUrl } from '../text/html.ts';

/** An event for search engines (schema.org Event), an object a timeslot, from the public view alone. */
export function jsonLd(event: Event, baseUrl: string): Html {
  const data = event.timeslots.map((timeslot) => ({
    '@context': 'https://schema.org',
    '@type': event.kind === 'training' ? 'EducationEvent' : 'SocialEvent',
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
  // `<` could end the script element; inside JSON strings it may be written as an escape.
  const text = JSON.stringify(data).replaceAll('<', '\\u003c');
  return Html.fromRenderer(() => `<script type="application/ld+json">${text}</script>`);
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
