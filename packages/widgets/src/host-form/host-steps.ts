import type { Campaign } from '@huddlekit/contract';
import { isHuddleError, isOfflineError, isValidationError, newIdempotencyKey } from '@huddlekit/sdk';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { clientOf } from '../client/client.ts';
import { HuddleErrorEvent } from '../element/events.ts';
import { HuddleHostEvent } from '../element/host-event.ts';
import { failureFrom } from '../element/failure.ts';
import { renderErrorSummary, type Fault } from '../form/render-form.ts';
import { info, tick } from '../icons/drawings.ts';
import { icon, warning } from '../icons/icon.ts';
import { form, hostForm, kinds } from '../locales/en.ts';
import { LocaleController } from '../locales/locale-controller.ts';
import { buttons } from '../styles/button.styles.ts';
import { details } from '../styles/detail.styles.ts';
import { fields } from '../styles/field.styles.ts';
import { notices } from '../styles/notice.styles.ts';
import { tokens } from '../styles/tokens.styles.ts';
import { visitorZone } from '../time/event-time.ts';
import { FrameLook } from './frame-look.ts';
import { FrameVoice } from './frame-voice.ts';
import {
  answersFromLink,
  checkStep,
  emptyAnswers,
  steps,
  type HostAnswers,
  type HostFault,
  type Step,
} from './host-answers.ts';
import { deleteDraft, readDraft, writeDraft } from './host-draft.ts';
import { hostSteps } from './host-steps.styles.ts';
import { renderKeepDraft } from './keep-draft.ts';
import { renderWhyStep } from './step-why.ts';
import type { AnswersChange, StepContext } from './step-context.ts';

type LaterSteps = typeof import('./later-steps.ts');
const loadLaterSteps = (): Promise<LaterSteps> => import('./later-steps.ts');

/** The host form itself, for the hub's own pages: five steps, nothing kept but in this page's memory. */
export class HuddleHostSteps extends LitElement {
  static override styles = [tokens, buttons, details, fields, notices, hostSteps];

  readonly locale = new LocaleController(this, { form, hostForm, kinds });

  @property() hub = '';
  @property() partner = '';
  /** Where the event will be, as people write it. */
  @property() place = '';
  /** Kind of the event; one that people don't host is passed over. */
  @property() kind = '';

  @state() private step: Step = 'why';
  @state() private answers: HostAnswers = emptyAnswers(visitorZone(), 'en');
  @state() private faults: readonly HostFault[] = [];
  @state() private campaign: Campaign | undefined;
  @state() private later: LaterSteps | undefined;
  @state() private isSending = false;
  @state() private isSent = false;
  @state() private isKept = false;
  @state() private keepingFailed = false;
  @state() private refusal: 'offline' | 'failed' | undefined;

  @query('h2') private readonly heading!: HTMLElement | null;

  /** What the hub was last asked to find. */
  #sought = '';
  // One event, one key: sending again after a lost answer can't put it up twice.
  #idempotencyKey = newIdempotencyKey();
  readonly #abort = new AbortController();
  readonly #voice = new FrameVoice(this);
  protected readonly look = new FrameLook(this);

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#loadCampaign();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#abort.abort();
  }

  protected override async scheduleUpdate(): Promise<void> {
    await this.locale.ready;
    await super.scheduleUpdate();
  }

  protected override firstUpdated(): void {
    const given = answersFromLink(this.place, this.kind);
    this.answers = { ...this.answers, ...given, languages: [this.locale.language.split('-')[0] ?? 'en'] };
    this.#takeDraft();
    void this.#findPlace();
    this.#voice.say({ source: 'huddlekit', type: 'ready' });
    void this.#prepareLaterSteps();
  }

  #takeDraft(): void {
    const draft = readDraft(Date.now());
    if (!draft) return;
    this.isKept = true;
    this.answers = draft.answers;
    void this.#advance(draft.step);
  }

  get #commitments(): Campaign['commitments'] {
    return this.campaign?.commitments ?? [];
  }

  async #loadCampaign(): Promise<void> {
    try {
      await this.locale.ready;
      this.campaign = await clientOf(this.hub).campaign.get({
        signal: this.#abort.signal,
        // The form's language, which may be another than the browser's.
        headers: { 'accept-language': this.locale.language },
      });
    } catch (error) {
      if (!this.#abort.signal.aborted) this.dispatchEvent(new HuddleErrorEvent(failureFrom(error).code));
    }
  }

  async #prepareLaterSteps(): Promise<void> {
    try {
      this.later = await loadLaterSteps();
    } catch (error) {
      // Asked for again when the host goes on.
      this.dispatchEvent(new HuddleErrorEvent(failureFrom(error).code));
    }
  }

  #text(key: keyof typeof hostForm, values?: Readonly<Record<string, string | number>>): string {
    return this.locale.text('hostForm', key, values);
  }

  async #go(step: Step): Promise<void> {
    if (step !== 'why') this.later ??= await loadLaterSteps();
    if (step === 'where') void this.#preparePointMap();
    this.step = step;
    this.#keep();
    this.faults = [];
    this.refusal = undefined;
    await this.updateComplete;
    this.heading?.focus();
    this.scrollIntoView({ block: 'nearest' });
  }

  async #handleSubmit(submit: SubmitEvent): Promise<void> {
    submit.preventDefault();
    if (this.isSending) return;
    this.faults = checkStep(this.step, this.answers, this.#commitments, Date.now());
    if (this.faults.length > 0) return this.#focus('.error-summary');
    if (this.step === 'check' && this.later) return this.#send(this.later);
    if (this.step === 'where') void this.#findPlace();
    const next = steps[steps.indexOf(this.step) + 1];
    if (next) await this.#advance(next);
  }

  async #advance(step: Step): Promise<void> {
    try {
      await this.#go(step);
    } catch (error) {
      this.refusal = 'offline';
      this.dispatchEvent(new HuddleErrorEvent(failureFrom(error).code));
    }
  }

  /** The place decides the zone, and where the map begins; the check shows both, where the host can correct them. */
  async #findPlace(): Promise<void> {
    const { locationKind, postalCode, city, state: region } = this.answers;
    if (locationKind === 'online') return;
    const words =
      postalCode.trim() ||
      [city, region]
        .map((text) => text.trim())
        .filter(Boolean)
        .join(', ');
    if (!words || words === this.#sought) return;
    this.#sought = words;
    try {
      const [place] = await clientOf(this.hub).places.search(words, { limit: 1, signal: this.#abort.signal });
      // The place may have been typed on meanwhile.
      if (!place || words !== this.#sought || place.label === this.answers.known?.label) return;
      const { label, latitude, longitude, timezone } = place;
      this.answers = {
        ...this.answers,
        timezone,
        point: null,
        known: { label, latitude, longitude, timezone },
      };
    } catch (error) {
      this.#sought = '';
      if (!this.#abort.signal.aborted) this.dispatchEvent(new HuddleErrorEvent(failureFrom(error).code));
    }
  }

  async #preparePointMap(): Promise<void> {
    try {
      const { definePointMap } = await import('../point-map/point-map.define.ts');
      definePointMap();
    } catch (error) {
      // Without the map the point is the ZIP's or the town's.
      this.dispatchEvent(new HuddleErrorEvent(failureFrom(error).code));
    }
  }

  #change(change: AnswersChange): void {
    const values = typeof change === 'function' ? change(this.answers) : change;
    this.answers = { ...this.answers, ...values };
    this.#keep();
  }

  /** Only a host who asked for it leaves anything on the device. */
  #keep(): void {
    if (!this.isKept || this.isSent) return;
    this.keepingFailed = !writeDraft({ answers: this.answers, step: this.step }, Date.now());
  }

  #setKept(isKept: boolean): void {
    this.isKept = isKept;
    this.keepingFailed = false;
    if (isKept) this.#keep();
    else deleteDraft();
  }

  async #send(later: LaterSteps): Promise<void> {
    this.isSending = true;
    this.refusal = undefined;
    const { language } = this.locale;
    const input = later.eventInput(this.answers, this.#commitments, {
      language,
      ...(this.partner && { partner: this.partner }),
    });
    try {
      const host = later.createHostClient({ hub: this.hub });
      const { id } = await host.events.create(input, { idempotencyKey: this.#idempotencyKey });
      this.isSent = true;
      deleteDraft();
      this.dispatchEvent(new HuddleHostEvent(id));
      this.#voice.say({ source: 'huddlekit', type: 'submitted', id });
      await this.updateComplete;
      this.heading?.focus();
    } catch (error) {
      await this.#handleRefusal(error, later);
    } finally {
      this.isSending = false;
    }
  }

  async #handleRefusal(error: unknown, { faultAt }: LaterSteps): Promise<void> {
    const { code, requestId } = failureFrom(error);
    this.dispatchEvent(new HuddleErrorEvent(code, requestId));
    // A refusal ends the attempt. After any other failure it may have been made, so the same one is sent again.
    if (isHuddleError(error) && !error.retryable) this.#idempotencyKey = newIdempotencyKey();
    const faults = isValidationError(error)
      ? error.fields.flatMap(({ pointer }) => faultAt(pointer) ?? [])
      : [];
    const [first] = faults;
    if (first) {
      this.step = first.step;
      this.faults = faults.filter(({ step }) => step === first.step);
      return this.#focus('.error-summary');
    }
    this.refusal = isOfflineError(error) ? 'offline' : 'failed';
    await this.#focus('.refusal');
  }

  async #focus(selector: string): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  protected override updated(): void {
    this.#voice.tellHeight();
  }

  protected override render(): TemplateResult {
    if (this.isSent) return this.#renderSent();
    const faults = this.faults.map(({ field, key }): Fault => ({ field, message: this.#faultText(key) }));
    const number = steps.indexOf(this.step);
    const context: StepContext = {
      answers: this.answers,
      change: (change) => {
        this.#change(change);
      },
      faults,
      locale: this.locale,
      commitments: this.#commitments,
      goals: this.campaign?.goals ?? [],
      links: this.campaign?.links,
      hub: this.hub,
      go: (step) => void this.#go(step),
      focus: (id) => void this.#focus(`#${id}`),
      findPlace: () => void this.#findPlace(),
    };
    const before = steps[number - 1];
    return html`<form
      class="root"
      part="root"
      novalidate
      @submit=${(submit: SubmitEvent) => void this.#handleSubmit(submit)}
    >
      <div>
        <p class="small muted">${this.#text('step', { number: number + 1, of: steps.length })}</p>
        <ol class="steps" part="steps">
          ${steps.map((step, index) => this.#renderMark(step, index, number))}
        </ol>
      </div>
      <h2 tabindex="-1">${this.#text(titles[this.step])}</h2>
      ${renderErrorSummary(faults, this.locale.text('form', 'faults', { count: faults.length }))}
      ${this.#renderRefusal()} ${this.#renderStep(context)}
      <div class="foot">
        ${
          before
            ? html`<button
                class="button-quiet"
                part="button-quiet"
                type="button"
                @click=${() => void this.#go(before)}
              >
                ${this.#text('back')}
              </button>`
            : nothing
        }
        <button
          class="button button-primary"
          part="button button-primary"
          aria-busy=${this.isSending ? 'true' : nothing}
        >
          ${this.#text(this.isSending ? 'sending' : this.step === 'check' ? 'send' : 'continue')}
        </button>
      </div>
      ${renderKeepDraft({
        isKept: this.isKept,
        hasFailed: this.keepingFailed,
        keep: (isKept) => {
          this.#setKept(isKept);
        },
        locale: this.locale,
      })}
    </form>`;
  }

  #renderStep(context: StepContext): TemplateResult | typeof nothing {
    const { later, step } = this;
    if (step === 'why') return renderWhyStep(context);
    if (!later) return nothing;
    switch (step) {
      case 'when':
        return later.renderWhenStep(context);
      case 'where':
        return later.renderWhereStep(context);
      case 'size':
        return later.renderSizeStep(context);
      case 'check':
        return later.renderCheckStep(context);
    }
  }

  #renderMark(step: Step, index: number, now: number): TemplateResult {
    const state = index < now ? 'step step-done' : index === now ? 'step step-now' : 'step';
    return html`<li class=${state} part="step" aria-current=${index === now ? 'step' : nothing}>
      ${this.#text(step)}
    </li>`;
  }

  #renderRefusal(): TemplateResult | typeof nothing {
    if (!this.refusal) return nothing;
    return html`<div class="notice notice-warning refusal" part="notice" role="alert" tabindex="-1">
      ${icon(warning)}
      <div>${this.#text(this.refusal)}</div>
    </div>`;
  }

  #renderSent(): TemplateResult {
    return html`<div class="root" part="root">
      <h2 tabindex="-1">${icon(tick)} ${this.#text('sentTitle')}</h2>
      <div class="notice notice-success" part="notice" role="status">
        ${icon(info)}
        <div>${this.#text('sentText', { email: this.answers.email.trim() })}</div>
      </div>
    </div>`;
  }

  #faultText(key: HostFault['key']): string {
    return key in hostForm
      ? this.#text(key as keyof typeof hostForm)
      : this.locale.text('form', key as keyof typeof form);
  }
}

const titles: Record<Step, keyof typeof hostForm> = {
  why: 'whyTitle',
  when: 'whenTitle',
  where: 'whereTitle',
  size: 'sizeTitle',
  check: 'checkTitle',
};
