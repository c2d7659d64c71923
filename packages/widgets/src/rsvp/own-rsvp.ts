import type { Client } from '@huddlekit/sdk';
import { html, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { outboxOf } from '../client/outbox.ts';
import { tick } from '../icons/drawings.ts';
import { ownRsvp } from '../locales/en/own-rsvp.ts';
import type { LocaleController } from '../locales/locale-controller.ts';
import { format, type Message, type MessageGroup } from '../locales/message.ts';
import { setStanding, standingIn } from './standing.ts';

/** What the button says in place of its usual words. */
export interface OwnWords {
  readonly button: string;
  readonly icon: TemplateResult | undefined;
  readonly notes: readonly string[];
}

/** Drawn by its own attributes: the button's sheet, which every page loads, knows of no drawings. */
const comingTick = html`<svg
  width="20"
  height="20"
  viewBox="0 0 24 24"
  fill="none"
  stroke="currentColor"
  stroke-width="2.5"
  aria-hidden="true"
>
  ${tick}
</svg>`;

/** What this page knows of its visitor's own RSVP to an event; follows one that waits for the line. */
export class OwnRsvp {
  readonly #client: Client;
  readonly #eventId: string;
  readonly #end: () => void;

  constructor(host: ReactiveControllerHost, client: Client, eventId: string) {
    this.#client = client;
    this.#eventId = eventId;
    this.#end = outboxOf(client).subscribe((rsvp) => {
      if (rsvp.eventId !== eventId) return;
      if (rsvp.state === 'sent') setStanding(client.hub, eventId, rsvp.receipt);
      host.requestUpdate();
    });
  }

  /** Follows no longer. */
  end(): void {
    this.#end();
  }

  /** Undefined where the page knows of none. */
  words(
    locale: Pick<LocaleController<Readonly<Record<string, MessageGroup>>>, 'later' | 'language'>,
  ): OwnWords | undefined {
    const group = locale.later('ownRsvp', ownRsvp);
    const text = (message: Message, values?: Readonly<Record<string, number>>): string =>
      format(message, locale.language, values);
    const isQueued = outboxOf(this.#client)
      .list()
      .some(
        ({ eventId, state }) => eventId === this.#eventId && (state === 'waiting' || state === 'sending'),
      );
    if (isQueued) return { button: text(group.queued), icon: undefined, notes: [] };
    const [standing] = standingIn(this.#client.hub, this.#eventId)?.attendances ?? [];
    if (!standing) return undefined;
    const { status, waitlistPlace, guests } = standing;
    const isWaiting = status === 'waitlisted';
    const isComing = !isWaiting && status !== 'unconfirmed';
    return {
      button: text(isWaiting ? group.waiting : isComing ? group.coming : group.confirmByMail),
      icon: isComing ? comingTick : undefined,
      notes: [
        ...(isWaiting ? [text(group.waitingPlace, { place: waitlistPlace ?? 1 })] : []),
        ...(guests > 0 ? [text(group.withGuests, { count: guests })] : []),
      ],
    };
  }
}
