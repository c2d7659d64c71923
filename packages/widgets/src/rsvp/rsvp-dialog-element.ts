import type { AttendanceReceipt, Campaign, Event } from '@huddlekit/contract';
import {
  isConflictError,
  isHuddleError,
  isOfflineError,
  isValidationError,
  newIdempotencyKey,
  type Client,
} from '@huddlekit/sdk';
import type { QueuedRsvp } from '@huddlekit/sdk/outbox';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { placeText } from '../card/place-text.ts';
import { outboxOf } from '../client/outbox.ts';
import { HuddleErrorEvent } from '../element/events.ts';
import { failureFrom } from '../element/failure.ts';
import { HuddleRsvpEvent } from '../element/rsvp-event.ts';
import { renderErrorSummary, type Fault } from '../form/render-form.ts';
import { cross } from '../icons/drawings.ts';
import { icon } from '../icons/icon.ts';
import { card, form, rsvpDialog } from '../locales/en.ts';
import { LocaleController } from '../locales/locale-controller.ts';
import { buttons } from '../styles/button.styles.ts';
import { details } from '../styles/detail.styles.ts';
import { fields } from '../styles/field.styles.ts';
import { notices } from '../styles/notice.styles.ts';
import { tokens } from '../styles/tokens.styles.ts';
import { endOf, longDate, visitorZone } from '../time/event-time.ts';
import { renderQueued } from './queued-answer.ts';
import { referrerOf } from './referrer.ts';
import { closedWord, isFinal, refusalOf, renderRefusal } from './refusal.ts';
import { dialogs } from './rsvp-dialog.styles.ts';
import { renderFields } from './rsvp-form.ts';
import {
  attendanceInput,
  checkAnswers,
  emptyAnswers,
  faultAt,
  mostGuests,
  type RsvpAnswers,
  type RsvpFault,
} from './rsvp-input.ts';
import { renderReceipt } from './rsvp-receipt.ts';
import { wordsOf, type RsvpWord } from './rsvp-words.ts';
import { isRemembered, remember, setStanding, standingIn } from './standing.ts';
import { openTimeslots } from './timeslot-choice.ts';

type Step =
  | { readonly name: 'form' | 'sending' }
  | { readonly name: 'queued'; readonly rsvp: Extract<QueuedRsvp, { state: 'waiting' | 'sending' }> }
  | {
      readonly name: 'answered';
      readonly receipt: AttendanceReceipt;
      readonly isKnown?: boolean;
      readonly sentAt?: number;
    };

/** The dialog behind every RSVP button: the form, then the answer. What was typed goes when it closes. */
export class HuddleRsvpDialog extends LitElement {
  static override styles = [tokens, buttons, details, fields, notices, dialogs];

  readonly locale = new LocaleController(this, { form, rsvpDialog, card });

  @property({ attribute: false }) event!: Event;
  @property({ attribute: false }) client!: Client;
  @property() partner?: string;
  /** Called when the dialog is gone. */
  closed: () => void = () => undefined;

  @state() private answers: RsvpAnswers = emptyAnswers;
  @state() private faults: readonly RsvpFault[] = [];
  @state() private step: Step = { name: 'form' };
  /** Why nothing was sent, as the key of a message. */
  @state() private refusal: RsvpWord | undefined;
  @state() private campaign: Campaign | undefined;
  @state() private friends: number | undefined;
  @state() private isKeepRefused = false;
  /** Draws the code of an invitation; undefined until it is there. */
  @state() private qrCode: typeof import('./qr-code.ts').qrCode | undefined;

  @query('dialog') private readonly dialog!: HTMLDialogElement;
  @query('h2') private readonly heading!: HTMLElement;

  // One attempt, one key: pressing again after a lost answer can't count anybody twice.
  #idempotencyKey = newIdempotencyKey();
  #unsubscribe: () => void = () => undefined;
  readonly #abort = new AbortController();

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#abort.abort();
    this.#unsubscribe();
    this.closed();
  }

  protected override async scheduleUpdate(): Promise<void> {
    await this.locale.ready;
    await super.scheduleUpdate();
  }

  protected override firstUpdated(): void {
    const [first, second] = openTimeslots(this.event);
    if (!second) this.#set({ timeslotId: first?.id });
    // What was open when the page was loaded may be over by now.
    this.refusal = closedWord(this.event);
    this.#takeUpStanding();
    this.dialog.showModal();
    this.heading.focus();
    void this.#loadCampaign();
    void this.#loadQrCode();
  }

  /** Where this page already has an answer for the event, or one to come, it begins there. */
  #takeUpStanding(): void {
    const outbox = outboxOf(this.client);
    this.#unsubscribe = outbox.subscribe((rsvp) => void this.#handleQueued(rsvp));
    const queued = outbox.list().findLast(({ eventId }) => eventId === this.event.id);
    const receipt = standingIn(this.client.hub, this.event.id);
    if (queued?.state === 'waiting' || queued?.state === 'sending') {
      this.#idempotencyKey = queued.idempotencyKey;
      this.step = { name: 'queued', rsvp: queued };
    } else if (receipt) {
      this.step = { name: 'answered', receipt, isKnown: true };
      void this.#loadStanding(receipt);
    }
  }

  /** How it stands now, and who came by the guest's link: of an attendance whose token this page holds. */
  async #loadStanding(receipt: AttendanceReceipt): Promise<void> {
    const [attendance] = receipt.attendances;
    const token = receipt.manageUrl.split('/').at(-1);
    if (!attendance || !token) return;
    const { signal } = this.#abort;
    try {
      const { friends, ...now } = await this.client.attendances.get(attendance.id, token, { signal });
      const { id, eventId, timeslotId, guests, status, waitlistPlace, holdUntil = null, createdAt } = now;
      const present = { id, eventId, timeslotId, guests, status, waitlistPlace, holdUntil, createdAt };
      this.friends = friends;
      const renewed = { ...receipt, attendances: [present] };
      setStanding(this.client.hub, this.event.id, status === 'cancelled' ? undefined : renewed);
      if (this.step.name === 'answered') this.step = { ...this.step, receipt: renewed };
    } catch {
      // What the page was told stays as it was told: why the hub doesn't say more is nobody's business here.
    }
  }

  // Who may write is a courtesy: without it the form still works.
  async #loadCampaign(): Promise<void> {
    try {
      this.campaign = await this.client.campaign.get({
        signal: this.#abort.signal,
        // The dialog's language, which may be another than the browser's.
        headers: { 'accept-language': this.locale.language },
      });
    } catch (error) {
      if (!this.#abort.signal.aborted) this.dispatchEvent(new HuddleErrorEvent(failureFrom(error).code));
    }
  }

  // Beside the link: without the code there is still the link.
  async #loadQrCode(): Promise<void> {
    try {
      this.qrCode = (await import('./qr-code.ts')).qrCode;
    } catch (error) {
      console.warn('Huddlekit could not load the code to scan.', error);
    }
  }

  #text(key: RsvpWord, values?: Readonly<Record<string, string | number>>): string {
    return wordsOf(this.locale)(key, values);
  }

  #set(change: Partial<RsvpAnswers>): void {
    this.answers = { ...this.answers, ...change };
  }

  async #handleSubmit(submit: SubmitEvent): Promise<void> {
    submit.preventDefault();
    if (this.step.name === 'sending') return;
    this.refusal = undefined;
    this.faults = checkAnswers(this.answers, this.event);
    if (this.faults.length > 0) return this.#showFaults();
    this.step = { name: 'sending' };
    const idempotencyKey = this.#idempotencyKey;
    const input = attendanceInput(this.answers, this.event, {
      language: this.locale.language,
      timezone: visitorZone(),
      referrer: referrerOf(location.href, this.partner),
      campaign: this.campaign,
    });
    try {
      const receipt = await this.client.attendances.create(this.event.id, input, { idempotencyKey });
      await this.#handleAnswer({ name: 'answered', receipt });
    } catch (error) {
      if (isOfflineError(error)) {
        this.dispatchEvent(new HuddleErrorEvent(error.code));
        outboxOf(this.client).add(this.event.id, input, { idempotencyKey });
        await this.#focusHeading();
        return;
      }
      this.step = { name: 'form' };
      await this.#handleRefusal(error);
    }
  }

  async #handleAnswer(step: Extract<Step, { name: 'answered' }>): Promise<void> {
    setStanding(this.client.hub, this.event.id, step.receipt);
    this.#idempotencyKey = newIdempotencyKey();
    this.step = step;
    const [attendance] = step.receipt.attendances;
    this.dispatchEvent(new HuddleRsvpEvent(this.event.id, attendance?.status ?? 'confirmed'));
    await this.#focusHeading();
  }

  async #handleQueued(rsvp: QueuedRsvp): Promise<void> {
    if (rsvp.idempotencyKey !== this.#idempotencyKey) return;
    if (rsvp.state === 'waiting' || rsvp.state === 'sending') this.step = { name: 'queued', rsvp };
    else if (rsvp.state === 'sent')
      await this.#handleAnswer({ name: 'answered', receipt: rsvp.receipt, sentAt: Date.now() });
    else {
      this.step = { name: 'form' };
      this.#idempotencyKey = newIdempotencyKey();
      if (rsvp.state === 'refused') await this.#handleRefusal(rsvp.error);
      else await this.#refuse(rsvp.state);
    }
  }

  async #handleRefusal(error: unknown): Promise<void> {
    const { code, requestId } = failureFrom(error);
    this.dispatchEvent(new HuddleErrorEvent(code, requestId));
    // A refusal ends the attempt. After any other failure it may have been made, so the same one is sent again.
    if (isHuddleError(error) && !error.retryable) this.#idempotencyKey = newIdempotencyKey();
    if (isValidationError(error)) {
      this.faults = error.fields.flatMap(({ pointer }) => faultAt(pointer, this.event) ?? []);
      if (this.faults.length > 0) return this.#showFaults();
    }
    await this.#refuse(isConflictError(error) ? refusalOf(error.code) : 'failed');
  }

  async #refuse(reason: RsvpWord): Promise<void> {
    this.refusal = reason;
    await this.#focus('.refusal');
  }

  async #showFaults(): Promise<void> {
    await this.#focus('.error-summary');
  }

  async #focus(selector: string): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  async #focusHeading(): Promise<void> {
    await this.updateComplete;
    this.heading.focus();
    this.dialog.scrollTop = 0;
  }

  #handleClose(): void {
    // The browser tells of a closed dialog only with its next frame, which a page in the background never gets.
    if (this.dialog.open) this.dialog.close();
    this.remove();
  }

  protected override render(): TemplateResult {
    const { event, locale } = this;
    const [first] = openTimeslots(event);
    const day = first ? longDate(first.startDate, event.timezone, locale.language) : '';
    return html`<dialog part="dialog" aria-labelledby="title" @close=${this.#handleClose.bind(this)}>
      <div class="dialog-head" part="dialog-head">
        <h2 id="title" tabindex="-1">${event.title}</h2>
        <p class="small muted">${[day, placeText(event, locale)].filter(Boolean).join(' · ')}</p>
        <button
          class="close"
          type="button"
          aria-label=${locale.text('form', 'close')}
          @click=${this.#handleClose.bind(this)}
        >
          ${icon(cross)}
        </button>
      </div>
      ${this.#renderStep()}
    </dialog>`;
  }

  #renderStep(): TemplateResult {
    const { step, locale, event, client } = this;
    const close = this.#handleClose.bind(this);
    if (step.name === 'queued') {
      const { idempotencyKey } = step.rsvp;
      const outbox = outboxOf(client);
      return renderQueued({
        rsvp: step.rsvp,
        isRefused: this.isKeepRefused,
        locale,
        close,
        sendNow: () => void outbox.flush(),
        discard: () => {
          outbox.discard(idempotencyKey);
        },
        keep: (isWanted) => void this.#keep(idempotencyKey, isWanted),
      });
    }
    if (step.name !== 'answered') return this.#renderForm();
    const { receipt, isKnown = false, sentAt } = step;
    const until = Math.max(...event.timeslots.map(endOf));
    return renderReceipt({
      event,
      receipt,
      person: this.answers.email === '' ? undefined : this.answers,
      isKnown,
      sentAt,
      friends: this.friends,
      isRemembered: isRemembered(client.hub, event.id),
      pageUrl: client.events.pageUrl(event) ?? '',
      findUrl: `${client.hub ?? ''}/`,
      locale,
      qrCode: this.qrCode,
      remember: (isWanted) => {
        remember(client.hub, event.id, isWanted, until);
        this.requestUpdate();
      },
      signUpAnother: () => {
        this.step = { name: 'form' };
        void this.#focusHeading();
      },
      close,
    });
  }

  async #keep(idempotencyKey: string, isWanted: boolean): Promise<void> {
    this.isKeepRefused = (await outboxOf(this.client).keep(idempotencyKey, isWanted)) !== isWanted;
    this.requestUpdate();
  }

  get #faults(): Fault[] {
    return this.faults.map(({ field, key }) => ({
      field,
      message:
        key === 'emailNeeded' || key === 'tooLong'
          ? this.locale.text('form', key)
          : this.#text(key, { count: mostGuests(this.event, this.answers.timeslotId) }),
    }));
  }

  #renderForm(): TemplateResult {
    const { answers, locale, event, campaign } = this;
    if (isFinal(this.refusal, event))
      return html`<div class="dialog-body" part="dialog-body">${this.#renderRefusal()}</div>`;
    const faults = this.#faults;
    const isSending = this.step.name === 'sending';
    const change = this.#set.bind(this);
    return html`<form novalidate @submit=${(submit: SubmitEvent) => void this.#handleSubmit(submit)}>
      <div class="dialog-body" part="dialog-body">
        ${renderErrorSummary(faults, locale.text('form', 'faults', { count: faults.length }))}
        ${this.#renderRefusal()} ${renderFields({ event, campaign, answers, faults, locale, change })}
      </div>
      <div class="dialog-foot" part="dialog-foot">
        <button
          class="button button-primary button-wide"
          part="button button-primary"
          aria-busy=${isSending ? 'true' : nothing}
        >
          ${isSending ? this.#text('sending') : this.#submitText()}
        </button>
        <p class="small muted">${this.#text('promise')}</p>
      </div>
    </form>`;
  }

  #submitText(): string {
    if (this.refusal === 'failed') return this.#text('tryAgain');
    const chosen = this.event.timeslots.find(({ id }) => id === this.answers.timeslotId);
    const { guests } = this.answers;
    if (chosen?.isFull) return this.#text('submitWait');
    if (this.event.kind === 'training') return this.#text('submitRegister');
    return guests > 0 ? this.#text('submitGuests', { count: guests }) : this.#text('submit');
  }

  #renderRefusal(): TemplateResult | typeof nothing {
    const { refusal, event, client, locale } = this;
    return refusal ? renderRefusal({ refusal, event, hub: client.hub ?? '', locale }) : nothing;
  }
}
