import type { Event } from '@huddlekit/contract';
import { localize } from '../campaign/campaign-file.ts';
import { campaignSystem } from '../campaign/trainings.ts';
import type { Hub } from '../hub.ts';

/**
 * An event in a reader's language as far as the campaign's file has it: the words of its trainings and of what
 * participants accept, and the hub's own pages that it links to. What a host wrote stays as it is.
 */
export function localizedEvent(
  { campaign, settings }: Pick<Hub, 'campaign' | 'settings'>,
  event: Event,
  language: string,
): Event {
  const { trainings, commitments } = campaign();
  const page = (url: string | null): string | null =>
    url?.startsWith(`${settings.baseUrl}/`) ? inLanguage(url, language) : url;
  const training =
    event.source.system === campaignSystem ? trainings.find(({ id }) => id === event.source.id) : undefined;
  return {
    ...event,
    ...(training && {
      title: localize(training.title, language),
      summary: localize(training.summary, language),
      description: localize(training.description, language),
    }),
    commitments: event.commitments.map((accepted) => {
      // The event holds the words of its day; only the same version says the same in another language.
      const same = commitments.find(({ id, version }) => id === accepted.id && version === accepted.version);
      return {
        ...accepted,
        ...(same && { text: localize(same.text, language) }),
        url: page(accepted.url),
      };
    }),
    links: {
      ...event.links,
      toolkit: page(event.links.toolkit),
      safety: page(event.links.safety),
      overview: page(event.links.overview),
    },
  };
}

function inLanguage(url: string, language: string): string {
  const page = new URL(url);
  page.searchParams.set('lang', language);
  return page.href;
}
