import type { Event } from '@huddlekit/contract';
import {
  createClient,
  feed,
  hub,
  merge,
  mobilize,
  type Client,
  type Source,
  type SourceFailure,
} from '@huddlekit/sdk';
import { readSourceText, type SourceWord } from './source-text.ts';

/** The sources that elements of a page share, opened once. */
export interface Sources {
  readonly client: Client;
  /** Sources that the last answer lacked. */
  readonly failures: readonly SourceFailure[];
  /** Hears of each change of `failures`, until the answered function is called. */
  watch(listener: () => void): () => void;
}

const opened = new Map<string, Sources>();

/**
 * Opens the sources that a `source` attribute names. `hubUrl` is the element's hub: what `hub` alone means, and where
 * place names are looked up in any case.
 * @throws TypeError for a word that names none
 */
export function openSources(text: string, hubUrl: string | undefined, partner: string | undefined): Sources {
  const key = JSON.stringify([text, hubUrl, partner]);
  let sources = opened.get(key);
  if (!sources) opened.set(key, (sources = open(readSourceText(text), hubUrl, partner)));
  return sources;
}

function open(
  words: readonly SourceWord[],
  hubUrl: string | undefined,
  partner: string | undefined,
): Sources {
  const listeners = new Set<() => void>();
  let failures: readonly SourceFailure[] = [];
  const client = createClient({ source: merge(words.map((word) => sourceOf(word, hubUrl))), partner });
  const places = !client.capabilities.places && hubUrl ? createClient({ hub: hubUrl }).places : undefined;
  return {
    client: {
      ...client,
      ...(places && { places, capabilities: { ...client.capabilities, places: true } }),
      events: {
        ...client.events,
        async page(query, options) {
          const page = await client.events.page(query, options);
          const names = (list: readonly SourceFailure[]): string =>
            list.map(({ source }) => source).join(' ');
          const isNew = names(failures) !== names(page.failures ?? []);
          failures = page.failures ?? [];
          if (isNew) for (const listener of listeners) listener();
          return page;
        },
      },
    },
    get failures() {
      return failures;
    },
    watch(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function sourceOf(word: SourceWord, hubUrl: string | undefined): Source {
  switch (word.type) {
    case 'mobilize':
      return mobilize(word);
    case 'feed':
      return feed(word.url);
    default: {
      const url = word.url ?? hubUrl;
      if (!url) throw new TypeError('No hub is known here. Write hub:https://… in the source attribute.');
      return hub(url);
    }
  }
}

/** What people call the source of an event: the organization, the platform, or the site. */
export function nameOfSource({ organization, system, url }: Event['source']): string {
  if (organization) return organization;
  if (system === 'mobilize') return 'Mobilize';
  if (system === 'action_network') return 'Action Network';
  const address = system.startsWith('feed:') ? `https://${system.slice(5)}` : url;
  return address && URL.canParse(address) ? new URL(address).hostname : system;
}
