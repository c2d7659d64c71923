import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { HuddleErrorEvent } from '../element/events.ts';
import { HuddleHostEvent } from '../element/host-event.ts';
import { watchTheme } from '../element/ground.ts';
import { HuddleElement } from '../element/huddle-element.ts';
import { hostFrame } from '../locales/en.ts';
import { LocaleController } from '../locales/locale-controller.ts';
import { buttons } from '../styles/button.styles.ts';
import { tokens } from '../styles/tokens.styles.ts';
import { frameMessage, isHeardFrom } from './frame-message.ts';
import { hostForms } from './host-form.styles.ts';

/** Milliseconds after which a frame that hasn't spoken makes room for a link. */
const patience = 5_000;

/**
 * The form for hosting an event. On the hub's own pages it is the form; anywhere else it is a frame of the hub's
 * page, because a script on a partner's page must not read a home's address.
 *
 * Where the frame can't load, a link to the hub's page takes its place; a frame that was only slow takes it back.
 * Without script the element's own content stays.
 *
 * @slot - What visitors see without script.
 * @fires huddle-ready - The element has drawn itself.
 * @fires huddle-host - An event was sent.
 * @fires huddle-error - The form couldn't be had.
 */
export class HuddleHostForm extends HuddleElement {
  static override styles = [tokens, buttons, hostForms];

  /** Where the event will be, such as `Springfield, IL` or a ZIP code; fills in the form. On the hub, `?place=` too. */
  @property() place = '';

  /** Kind of the event: `huddle`, `gathering`, `house-party` or `meeting`; fills it in. On the hub, `?kind=` too. */
  @property() kind = '';

  readonly #locale = new LocaleController(this, { hostFrame });

  @state() private isBlocked = false;
  /** The steps are there: this is the hub's own page. */
  @state() private isForm = false;

  @query('iframe') private readonly frame!: HTMLIFrameElement | null;

  #stopTelling?: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('message', this.#handleMessage);
    if (this.#isOwnPage) return void this.#loadSteps();
    this.#stopTelling = watchTheme(() => {
      void this.#tellLook();
    });
    this.#timer = setTimeout(() => {
      this.#giveUp('frame_timeout');
    }, patience);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('message', this.#handleMessage);
    this.#stopTelling?.();
    clearTimeout(this.#timer);
  }

  protected override localeReady(): Promise<void> {
    return this.#locale.ready;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (!this.hubUrl && !this.isBlocked) this.isBlocked = true;
  }

  get #isOwnPage(): boolean {
    return this.hubUrl !== undefined && new URL(this.hubUrl).origin === location.origin;
  }

  async #loadSteps(): Promise<void> {
    try {
      const { defineHostSteps } = await import('./host-steps.define.ts');
      defineHostSteps();
      this.isForm = true;
    } catch {
      this.#giveUp('chunk_failed');
    }
  }

  #giveUp(code: string): void {
    this.isBlocked = true;
    this.dispatchEvent(new HuddleErrorEvent(code));
  }

  readonly #handleMessage = (event: MessageEvent): void => {
    const { frame, hubUrl } = this;
    if (!frame || !hubUrl || !isHeardFrom(event, frame.contentWindow, new URL(hubUrl).origin)) return;
    const message = frameMessage(event.data);
    if (!message) return;
    clearTimeout(this.#timer);
    this.isBlocked = false;
    if (message.type === 'ready') void this.#tellLook();
    if (message.type === 'height')
      frame.style.setProperty('height', `${String(Math.ceil(message.height))}px`);
    if (message.type === 'submitted') this.dispatchEvent(new HuddleHostEvent(message.id));
  };

  /** Only the hub's page gets it: the browser delivers a message nowhere else. */
  async #tellLook(): Promise<void> {
    const { frame, hubUrl } = this;
    if (!hubUrl) return;
    try {
      const { siteLook } = await import('./site-look.ts');
      frame?.contentWindow?.postMessage(siteLook(this), new URL(hubUrl).origin);
    } catch {
      // The form keeps the hub's looks.
    }
  }

  protected override render(): TemplateResult {
    if (this.isForm) {
      return html`<huddle-host-steps
        .hub=${this.hubUrl ?? ''}
        .partner=${this.#asked('partner') ?? this.partnerName ?? ''}
        .place=${this.#asked('place') ?? this.place}
        .kind=${this.#asked('kind') ?? this.kind}
        lang=${this.#locale.language}
      ></huddle-host-steps>`;
    }
    const page = this.hubUrl && `${this.hubUrl}/host`;
    const way = this.isBlocked ? this.#renderWay(page) : nothing;
    if (!page || this.#isOwnPage) return this.isBlocked ? html`${way}` : html`<slot></slot>`;
    return html`${way}<iframe
        src=${this.#frameUrl(page)}
        title=${this.#text('title')}
        referrerpolicy="no-referrer"
        class=${this.isBlocked ? 'late' : nothing}
      ></iframe>`;
  }

  /** The plain way to the form. */
  #renderWay(page: string | undefined): TemplateResult {
    return html`<p>
      ${this.#text('blocked')}
      ${page ? html`<a class="link" part="link" href=${page} target="_blank" rel="noopener">${this.#text('link')}</a>` : nothing}
    </p>`;
  }

  #frameUrl(page: string): string {
    const url = new URL(page);
    url.searchParams.set('embed', '1');
    url.searchParams.set('lang', this.#locale.language);
    // To whom the frame may speak: it sends no message to any other page.
    url.searchParams.set('parent', location.origin);
    if (this.place) url.searchParams.set('place', this.place);
    if (this.kind) url.searchParams.set('kind', this.kind);
    if (this.partnerName) url.searchParams.set('partner', this.partnerName);
    return url.href;
  }

  /** What the address of the hub's own page asks for. */
  #asked(name: 'partner' | 'place' | 'kind'): string | null {
    return new URL(location.href).searchParams.get(name);
  }

  #text(key: keyof typeof hostFrame): string {
    return this.#locale.text('hostFrame', key);
  }
}
