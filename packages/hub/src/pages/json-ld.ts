import type { Event } from '@huddlekit/contract';
import { linkedEvents } from '../feeds/linked-events.ts';
import { Html } from '../text/html.ts';

/** An event for search engines (schema.org Event), as its page carries it. */
export function jsonLd(event: Event, baseUrl: string): Html {
  const data = linkedEvents(event, baseUrl).map((linked) => ({
    '@context': 'https://schema.org',
    ...linked,
  }));
  // `<` could end the script element; inside JSON strings it may be written as an escape.
  const text = JSON.stringify(data).replaceAll('<', '\\u003c');
  return Html.fromRenderer(() => `<script type="application/ld+json">${text}</script>`);
}
