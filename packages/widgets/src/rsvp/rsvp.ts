import type { Event } from '@huddlekit/contract';
import type { Client } from '@huddlekit/sdk';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { HuddleErrorEvent } from '../element/events.ts';
import { HuddleElement } from '../element/huddle-element.ts';
import { rsvp } from '../locales/en.ts';
import { LocaleController } from '../locales/locale-controller.ts';
import { buttons } from '../styles/button.styles.ts';
import { tokens } from '../styles/tokens.styles.ts';
import { rsvpState, type RsvpState } from './rsvp-state.ts';
import { rsvpStyles } from './rsvp.styles.ts';
import type { OwnRsvp } from './own-rsvp.ts';

const renderNote = (text: string): TemplateResult => html`<p class="small muted">${text}</p>`;

/** Whether this device keeps something for a visitor, by their own choice; else nothing more has to be loaded. */
function keepsSomething(): boolean {
  try {
    return Object.keys(localStorage).join().includes('huddlekit-');
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
  /** There once the visitor may have an RSVP of their own. */
  @state() private own: OwnRsvp | undefined;
  /** Draws what stands here where no RSVP is taken; loaded for such events alone. */
  @state() private closed: ReturnType<typeof import('./closed-rsvp.ts').closedIn> | undefined;
  @state() private failure: 'failed' | 'unavailable' | undefined;

  #loading: Promise<{ event: Event; client: Client }> | undefined;
  #abort = new AbortController();

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#leave();
  }

  protected override localeReady(): Promise<void> {
    return this.#locale.ready;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('event') || changed.has('hub') || changed.has('client')) {
      this.#leave();
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
    if (!client || !this.event) throw new Error('Give <huddle-rsvp> an event="…" and a hub="…"');
    // Before the event is there: what waits to be sent doesn't wait for that.
    if (keepsSomething()) void this.#loadOwn(client);
    const event = await client.events.get(this.event, { signal });
    const { name } = rsvpState(event, Date.now());
    if (name !== 'open' && name !== 'full') this.closed = (await import('./closed-rsvp.ts')).closedIn(this);
    signal.throwIfAborted();
    this.details = event;
    this.failure = undefined;
    return { event, client };
  }

  /** Without it the button says less, and works. */
  #loadOwn(client: Client): Promise<void> {
    const { signal } = this.#abort;
    return import('./own-rsvp.ts').then(
      ({ OwnRsvp }) => {
        if (!signal.aborted) this.own ??= new OwnRsvp(this, client, this.event);
      },
      (error: unknown) => this.#report(error),
    );
  }

  #leave(): void {
    this.#abort.abort();
    this.#abort = new AbortController();
    this.#loading = undefined;
    this.own?.end();
    this.own = undefined;
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
      await this.#loadOwn(client);
      this.isOpening = false;
      const partner = this.partnerName;
      const { language } = this.#locale;
      await openRsvpDialog({ event, client, opener, language, ...(partner && { partner }) });
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
    const isOver = state?.name === 'ended' || state?.name === 'cancelled';
    const own = isOver ? undefined : this.own?.words(this.#locale);
    // One frame for all states: an open dialog stands beside it and has to stay.
    return html`<div class="root" part="root">
      ${
        own
          ? [this.#renderButton(own.button, false, own.icon), own.notes.map(renderNote)]
          : (state && this.closed?.(state, this.#locale, this.hubUrl ?? '')) || this.#renderOpen(state)
      }
      ${this.#renderFailure()}
    </div>`;
  }

  // A list like that of an own RSVP, so that the button stays the same one and keeps the focus.
  #renderOpen(state: RsvpState | undefined): unknown[] {
    const isFull = state?.name === 'full';
    const isTraining = this.details?.kind === 'training';
    const count = state?.name === 'open' ? state.spotsLeft : null;
    const notes = isFull ? [this.#text('full')] : count === null ? [] : [this.#text('placesLeft', { count })];
    const words = this.#text(isFull ? 'joinWaitingList' : isTraining ? 'register' : 'rsvp');
    return [this.#renderButton(words, !isFull), notes.map(renderNote)];
  }

  #renderButton(words: string, isPrimary: boolean, drawing?: TemplateResult): TemplateResult {
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
      ${drawing}${this.isOpening ? this.#text('opening') : words}
    </button>`;
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
