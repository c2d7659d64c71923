import { EventFeatureCollection, EventPage, LinkedEvents } from '@huddlekit/contract';
import ICAL from 'ical.js';
import type { HostileHub } from './hostile-hub.ts';

/** The calendar file of each public event. */
export async function calendarsOf({ server, events }: HostileHub): Promise<string[]> {
  return Promise.all(
    events.map(async (id) => (await fetch(`${server.url}/v1/events/${id}/calendar.ics`)).text()),
  );
}

const usualProperties = new Set(
  [
    'prodid version calscale method name x-wr-calname x-wr-timezone refresh-interval x-published-ttl',
    'uid dtstamp dtstart dtend duration summary description location url geo status sequence categories organizer',
    'last-modified created class transp',
    'x-huddlekit-event x-huddlekit-source x-huddlekit-timezone x-huddlekit-kind x-huddlekit-place',
  ].flatMap((names) => names.split(' ')),
);

/** Whom an entry that comes by mail is for. */
export const personal: readonly string[] = ['attendee'];

/** What another library reads in a calendar of so many entries beyond what we write (RFC 5545). */
export function strangeProperties(text: string, entries = 1, more: readonly string[] = []): string[] {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  const components = calendar.getAllSubcomponents();
  const names = [calendar, ...components].flatMap((component) =>
    component.getAllProperties().map(({ name }) => name),
  );
  const strange = names.filter((name) => !usualProperties.has(name) && !more.includes(name));
  const isWhole = components.length === entries && components.every(({ name }) => name === 'vevent');
  const isOnce = components.every(
    (component) =>
      new Set(component.getAllProperties().map(({ name }) => name)).size ===
      component.getAllProperties().length,
  );
  return [
    ...strange.map((name) => `the calendar has ${name}`),
    ...(isWhole && isOnce ? [] : [`the calendar holds ${components.map(({ name }) => name).join()}`]),
  ];
}

/** What is wrong with the feeds: entries that were not written, and titles that aren’t those of the list. */
export async function feedFindings({ server }: HostileHub): Promise<string[]> {
  const get = async (path: string): Promise<{ text: string; next: string }> => {
    const answer = await fetch(server.url + path);
    const next = /cursor=([^&>]+)/.exec(answer.headers.get('link') ?? '')?.[1] ?? '';
    return { text: await answer.text(), next };
  };
  const findings: string[] = [];
  for (const [format, titlesIn] of readers) {
    const titles: string[] = [];
    let cursor = '';
    do {
      const { text, next } = await get(`/feeds/events.${format}${cursor && `?cursor=${cursor}`}`);
      const found = titlesIn(text);
      titles.push(...found);
      if (format === 'ics') findings.push(...strangeProperties(text, found.length));
      cursor = next;
    } while (cursor);
    const listed: string[] = [];
    do {
      const page = await get(`/v1/events?limit=100${cursor && `&cursor=${cursor}`}`);
      const { data, next } = EventPage.parse(JSON.parse(page.text));
      listed.push(
        ...data.flatMap(({ title, timeslots }) =>
          format === 'geojson' ? [title] : timeslots.map(() => title),
        ),
      );
      cursor = next ?? '';
    } while (cursor);
    const plain = (texts: readonly string[]): string =>
      JSON.stringify(texts.map((text) => text.replaceAll(/[\p{Cc}\s]+/gu, ' ').trim()).sort());
    if (plain(titles) !== plain(listed)) findings.push(`the titles of the ${format} feed aren’t the list’s`);
  }
  return findings;
}

const readers = [
  [
    'ics',
    (text: string) =>
      new ICAL.Component(ICAL.parse(text) as unknown[])
        .getAllSubcomponents()
        .map((entry) => String(entry.getFirstPropertyValue('summary'))),
  ],
  [
    'geojson',
    (text: string) =>
      EventFeatureCollection.parse(JSON.parse(text)).features.map(({ properties }) =>
        String(properties['title']),
      ),
  ],
  ['json', (text: string) => LinkedEvents.parse(JSON.parse(text))['@graph'].map(({ name }) => String(name))],
] as const;
