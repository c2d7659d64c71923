import {
  convert,
  writeCsv,
  writeGeoJson,
  writeIcs,
  type Format,
  type ImportedEvent,
} from '@huddlekit/connectors';
import type { Event } from '@huddlekit/contract';

const writers: readonly (readonly [Format, (events: readonly Event[]) => string])[] = [
  ['csv', (events) => writeCsv([...events])],
  ['ics', (events) => writeIcs([...events], { baseUrl: 'https://feed.example' })],
  ['geojson', (events) => JSON.stringify(writeGeoJson([...events]))],
  ['json-ld', (events) => JSON.stringify(events.map(jsonLdOf))],
];

/** Hostile events once more, each as one of the formats brings it through its real reader. */
export async function readFromFeeds(events: readonly Event[]): Promise<ImportedEvent[]> {
  const read = writers.map(async ([format, write], turn) => {
    const own = events.filter((_, index) => index % writers.length === turn);
    const bytes = new TextEncoder().encode(write(own));
    const { events: found } = await convert(bytes, format, { system: format });
    if (own.length > 0 && found.length === 0) throw new Error(`Nothing could be read as ${format}`);
    return found.map((event, index) => ({
      ...event,
      source: { ...event.source, system: 'feeds', id: `${format}-${String(index)}` },
    }));
  });
  return (await Promise.all(read)).flat();
}

function jsonLdOf({ title, timeslots, location, sponsor }: Event, index: number): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'Event',
    '@id': `https://feed.example/${String(index)}`,
    name: title,
    description: `<p>${title}</p>${title}`,
    startDate: timeslots[0]?.startDate,
    url: title,
    image: title,
    location: {
      '@type': 'Place',
      name: location?.venue,
      address: { '@type': 'PostalAddress', streetAddress: title, addressLocality: title },
    },
    organizer: { '@type': 'Organization', name: sponsor?.name, url: title },
  };
}
