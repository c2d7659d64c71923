import type { Event } from '@huddlekit/contract';
import { localize } from '../campaign/campaign-file.ts';
import { campaignSystem } from '../campaign/trainings.ts';
import type { Hub } from '../hub.ts';

/**
 * An event in a reader's language as far as the campaign's file has it: the words of its trainings and of what
 * participants accept. What a host wrote stays as it is.
 */
export function localizedEvent({ campaign }: Pick<Hub, 'campaign'>, event: Event, language: string): Event {
  const { trainings, commitments } = campaign();
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
      return same ? { ...accepted, text: localize(same.text, language) } : accepted;
    }),
  };
}
