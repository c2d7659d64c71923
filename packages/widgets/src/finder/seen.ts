import type { Event } from '@huddlekit/contract';

/** Languages that most events of the places served here are held in. */
const usual = ['en', 'es'];

/** Languages and sponsors of the events that were shown so far, so that a filter doesn't take its own choices away. */
export class Seen {
  /** Names by id. */
  readonly sponsors = new Map<string, string>();
  readonly #languages = new Set(usual);

  add(events: readonly Event[]): void {
    for (const { sponsor, languages } of events) {
      if (sponsor?.id) this.sponsors.set(sponsor.id, sponsor.name);
      for (const tag of languages) this.#languages.add(tag.split('-')[0] ?? tag);
    }
  }

  /** Primary language tags, with the chosen one among them. */
  languages(chosen: string | null): readonly string[] {
    return [...new Set([...this.#languages, ...(chosen ? [chosen] : [])])];
  }
}
