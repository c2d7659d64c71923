import type { Event } from '@huddlekit/contract';
import type { Client } from '@huddlekit/sdk';
import { nothing, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import { renderFailures, renderOrigins, type SourcesLocale } from './render-sources.ts';
import { openSources, type Sources } from './sources.ts';

/** The sources that an element names, and what it says of them. */
export class SourceView implements ReactiveController {
  /** Why they can't be opened. */
  error: unknown = null;

  readonly #host: LitElement;
  #sources: Sources | undefined;
  #asked = '';
  #leave: (() => void) | undefined;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#leave?.();
    this.#asked = '';
  }

  /** The client of the sources, or undefined where they can't be opened. */
  client(text: string, hub: string | undefined, partner: string | undefined): Client | undefined {
    const asked = JSON.stringify([text, hub, partner]);
    if (asked !== this.#asked) {
      this.#asked = asked;
      this.#open(text, hub, partner);
    }
    return this.#sources?.client;
  }

  /** Which sources are missing for now. */
  renderFailures(locale: SourcesLocale): TemplateResult | typeof nothing {
    return this.#sources ? renderFailures(this.#sources, locale) : nothing;
  }

  /** Where an event is listed, too. */
  renderOrigins(event: Event, locale: SourcesLocale): TemplateResult | typeof nothing {
    return renderOrigins(event, locale);
  }

  #open(text: string, hub: string | undefined, partner: string | undefined): void {
    this.#leave?.();
    this.#sources = undefined;
    this.error = null;
    try {
      this.#sources = openSources(text, hub, partner);
      this.#leave = this.#sources.watch(() => {
        this.#host.requestUpdate();
      });
    } catch (error) {
      console.warn('Huddlekit could not open the sources.', error);
      this.error = error;
    }
  }
}
