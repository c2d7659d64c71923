import type { Attendance, Event } from '@huddlekit/contract';
import type { Client } from '@huddlekit/sdk';
import { html, nothing, svg, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { HuddleErrorEvent } from '../element/events.ts';
import { HuddleElement } from '../element/huddle-element.ts';
import { icon } from '../icons/icon.ts';
import { rsvp } from '../locales/en.ts';
import { LocaleController } from '../locales/locale-controller.ts';
import { buttons } from '../styles/button.styles.ts';
import { tokens } from '../styles/tokens.styles.ts';
import { rsvpState, type RsvpState } from './rsvp-state.ts';
import { rsvpStyles } from './rsvp.styles.ts';
import { setStanding, standingIn } from './standing.ts';

const done = svg`<path d="m4.500 12.500 5 5 10-11"/>`;

/** Whether a visitor chose to keep an RSVP on this device until the line is back. */
function keepsRsvps(): boolean {
  try {
    return Object.keys(localStorage).some((key) => key.startsWith('huddlekit-outbox:'));
  } catch {
    return false;
  }
}

/**
 * A button that signs a visitor up for one event, with the places left beside it. The button is there at once;
 * what is known of the event and the form behind it come after.
 *
 * Without script the element's own content stays, so a link to the event's page belongs there.
 *
 * @slot - What visitors without script see.
 * @fires huddle-ready - The button is drawn.
 * @fires huddle-rsvp - The hub answered an RSVP.
 * @fires huddle-error - The event or the form couldn't be had.
 * @csspart button - The button.
 */
export class HuddleRsvp extends HuddleElement {
  static override styles = [tokens, buttons, rsvpStyles];

  readonly #locale = new LocaleController(this, { rsvp });

  /** Id of the event. */
  @property() event = '';

  @state() private details: Event | undefined;
  @state() private isOpening = false;
  /** Whether an RSVP to the event waits for the line. */
  @state() private isQueued = false;
  @state() private failure: 'failed' | 'unavailable' | undefined;

  #loading: Promise<{ event: Event; client: Client }> | undefined;
  #abort = new AbortController();
  #unsubscribe: (() => void) | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#abort.abort();
    this.#abort = new AbortController();
    this.#loading = undefined;
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
  }

  protected override localeReady(): Promise<void> {
    return this.#locale.ready;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('event') || changed.has('hub') || changed.has('client')) {
      this.#loading = undefined;
      this.details = undefined;
      this.failure = undefined;
    }
    // Beginning after the first paint keeps the button out of the network's way.
    if (!this.#loading && this.isConnected) void this.#prepare();
  }

  async #prepare(): Promise<void> {
    const { signal } = this.#abort;
    try {
      await this.#load();
    } catch (error) {
      if (signal.aborted) return;
      this.failure = 'unavailable';
      this.#report(error);
    }
  }

  #load(): Promise<{ event: Event; client: Client }> {
    this.#loading ??= this.#fetch(this.#abort.signal);
    return this.#loading;
  }

  async #fetch(signal: AbortSignal): Promise<{ event: Event; client: Client }> {
    const { hubUrl } = this;
    const client =
      this.client ?? (hubUrl ? (await import('../client/client.ts')).clientOf(hubUrl) : undefined);
    if (!client || !this.event)
      throw new Error('Give <huddle-rsvp> an event="…" and, without the script tag, a hub="…"');
    const event = await client.events.get(this.event, { signal });
    this.details = event;
    this.failure = undefined;
    // Only what a visitor chose to keep is there; most pages never load this.
    if (keepsRsvps()) await this.#watchOutbox(client);
    return { event, client };
  }

  /** Follows what waits for the line, also once the dialog is gone. */
  async #watchOutbox(client: Client): Promise<void> {
    const { outboxOf } = await import('../client/outbox.ts');
    if (this.#unsubscribe || !this.isConnected) return;
    this.#unsubscribe = outboxOf(client).subscribe((rsvp) => {
      if (rsvp.eventId !== this.event) return;
      this.isQueued = rsvp.state === 'waiting' || rsvp.state === 'sending';
      if (rsvp.state === 'sent') setStanding(client.hub, this.event, rsvp.receipt);
      this.requestUpdate();
    });
  }

  #report(error: unknown): void {
    const { code = 'unknown', requestId } = error as { code?: string; requestId?: string };
    this.dispatchEvent(new HuddleErrorEvent(code, requestId));
  }

  #handleIntent(): void {
    // Loaded ahead of the click; if it fails, the click says so.
    import('./rsvp-dialog.ts').catch(() => undefined);
  }

  async #handleClick({ currentTarget }: MouseEvent): Promise<void> {
    if (this.isOpening) return;
    this.isOpening = true;
    const opener = currentTarget as HTMLElement;
    try {
      if (this.failure) this.#loading = undefined;
      const [{ openRsvpDialog }, { event, client }] = await Promise.all([
        import('./rsvp-dialog.ts'),
        this.#load(),
      ]);
      this.isOpening = false;
      await this.#watchOutbox(client);
      const partner = this.partnerName;
      await openRsvpDialog({
        event,
        client,
        opener,
        language: this.#locale.language,
        ...(partner && { partner }),
      });
      // The places left have changed, by this visitor or by others.
      this.#loading = undefined;
      await this.#prepare();
    } catch (error) {
      this.isOpening = false;
      this.failure = 'failed';
      this.#report(error);
    }
  }

  protected override render(): TemplateResult {
    const state = this.details && rsvpState(this.details, Date.now());
    const isClosed = state && state.name !== 'open' && state.name !== 'full';
    const standing = state && standingIn(this.hubUrl, this.event)?.attendances[0];
    const isOver = state?.name === 'ended' || state?.name === 'cancelled';
    // One frame for all states: an open dialog stands beside it and has to stay.
    return html`<div class="root" part="root">
      ${
        !isOver && (this.isQueued || standing)
          ? this.#renderStanding(standing)
          : isClosed
            ? this.#renderClosed(state)
            : this.#renderOpen(state)
      }
      ${this.#renderFailure()}
    </div>`;
  }

  #renderOpen(state: RsvpState | undefined): TemplateResult {
    const isFull = state?.name === 'full';
    const isTraining = this.details?.kind === 'training';
    const spotsLeft = state?.name === 'open' ? state.spotsLeft : null;
    return html`${this.#renderButton(isFull ? 'joinWaitingList' : isTraining ? 'register' : 'rsvp', !isFull)}
    ${this.#renderNote(isFull ? this.#text('full') : spotsLeft === null ? '' : this.#text('placesLeft', { count: spotsLeft }))}`;
  }

  /** What this page knows of its visitor's own RSVP, with the way to see and change it. */
  #renderStanding(standing: Attendance | undefined): TemplateResult {
    if (this.isQueued || !standing) return this.#renderButton('queued', false);
    const { guests, status, waitlistPlace } = standing;
    const notes = [
      status === 'waitlisted' ? this.#text('waitingPlace', { place: waitlistPlace ?? 1 }) : '',
      guests > 0 ? this.#text('withGuests', { count: guests }) : '',
    ];
    const words = status === 'waitlisted' ? 'waiting' : status === 'unconfirmed' ? 'confirmByMail' : 'coming';
    return html`${this.#renderButton(words, false)} ${notes.map((note) => this.#renderNote(note))}`;
  }

  #renderNote(text: string): TemplateResult | typeof nothing {
    return text ? html`<p class="small muted">${text}</p>` : nothing;
  }

  #renderButton(words: keyof typeof rsvp, isPrimary: boolean): TemplateResult {
    const names = isPrimary ? 'button button-primary' : 'button';
    return html`<button
      class=${names}
      part=${names}
      type="button"
      aria-busy=${this.isOpening ? 'true' : nothing}
      @pointerover=${this.#handleIntent}
      @focus=${this.#handleIntent}
      @click=${(click: MouseEvent) => void this.#handleClick(click)}
    >
      ${words === 'coming' ? icon(done) : nothing}${this.#text(this.isOpening ? 'opening' : words)}
    </button>`;
  }

  #renderClosed(state: Exclude<ReturnType<typeof rsvpState>, { name: 'open' }>): TemplateResult {
    const home = this.hubUrl ?? '/';
    if (state.name === 'link') {
      return html`<a class="button button-primary" part="button" rel="noopener" href=${state.url}
        >${this.#text('elsewhere')}</a
      >`;
    }
    if (state.name === 'none') return html`<p class="small">${this.#text('noSignUp')}</p>`;
    return html`<span class="button state-off" part="button"
        >${this.#text(state.name === 'cancelled' ? 'cancelled' : 'ended')}</span
      >
      <a class="link small" part="link" href="${home}/">${this.#text('findAnother')}</a>`;
  }

  #renderFailure(): TemplateResult | typeof nothing {
    if (!this.failure) return nothing;
    const page = this.hubUrl && this.event ? `${this.hubUrl}/e/${encodeURIComponent(this.event)}` : undefined;
    return html`<p class="small" role="status">
      ${this.#text(this.failure)}
      ${page ? html`<a class="link" part="link" href=${page}>${this.#text('seeEvent')}</a>` : nothing}
    </p>`;
  }

  #text(key: keyof typeof rsvp, values?: Readonly<Record<string, string | number>>): string {
    return this.#locale.text('rsvp', key, values);
  }
}
