import type { Event } from '@huddlekit/contract';
import { html, nothing, type TemplateResult } from 'lit';
import type { CardContext } from './card.ts';

/** Starts an RSVP; focus comes back to `opener`. */
export type Act = (event: Event, opener: HTMLElement) => void;

/** What a visitor can do with an event: RSVP here, on the site it came from, or read more. */
export function renderAction(
  event: Event,
  { locale, pageOf, rsvp }: Pick<CardContext, 'locale' | 'pageOf' | 'rsvp'>,
  isPrimary: boolean,
): TemplateResult | typeof nothing {
  const part = isPrimary ? 'button button-primary' : 'button';
  const word = event.kind === 'training' ? 'register' : 'rsvp';
  if (event.rsvp === 'native') {
    const isFull = event.timeslots.length > 0 && event.timeslots.every((item) => item.isFull);
    return html`<button
      class="button-dense ${part}"
      part=${part}
      type="button"
      aria-describedby="title-${event.id}"
      @click=${({ currentTarget }: MouseEvent) => rsvp(event, currentTarget as HTMLElement)}
    >
      ${locale.text('card', isFull ? 'joinWaitingList' : word)}
    </button>`;
  }
  const elsewhere = event.rsvp === 'link' ? webAddress(event.browserUrl) : null;
  if (elsewhere) {
    return html`<a
      class="button-dense ${part}"
      part=${part}
      href=${elsewhere.href}
      rel="noopener"
      aria-describedby="title-${event.id}"
      >${locale.text('card', word)}
      <span class="visually-hidden"
        >${locale.text('card', 'opensElsewhere', { site: elsewhere.hostname })}</span
      ></a
    >`;
  }
  const page = pageOf(event);
  return page
    ? html`<a class="link" part="link" href=${page} aria-describedby="title-${event.id}"
        >${locale.text('card', 'details')}</a
      >`
    : nothing;
}

/** A link of the wire, unless it has a scheme that a page must not follow. */
function webAddress(url: string | null): URL | null {
  const address = url && URL.canParse(url) ? new URL(url) : null;
  return address && /^https?:$/.test(address.protocol) ? address : null;
}
