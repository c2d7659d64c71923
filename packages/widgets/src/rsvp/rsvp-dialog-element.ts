import type { AttendanceReceipt, Campaign, Event } from '@huddlekit/contract';
import {
  isConflictError,
  isHuddleError,
  isOfflineError,
  isValidationError,
  newIdempotencyKey,
  type Client,
} from '@huddlekit/sdk';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { placeText } from '../card/place-text.ts';
import { HuddleErrorEvent, HuddleRsvpEvent } from '../element/events.ts';
import { failureFrom } from '../element/failure.ts';
import {
  renderErrorSummary,
  renderFault,
  faultOf,
  renderStepper,
  renderTextField,
  type Fault,
} from '../form/render-form.ts';
import { clock, cross, offline } from '../icons/drawings.ts';
import { icon } from '../icons/icon.ts';
import { card, form, rsvpDialog } from '../locales/en.ts';
import { LocaleController } from '../locales/locale-controller.ts';
import { buttons } from '../styles/button.styles.ts';
import { details } from '../styles/detail.styles.ts';
import { fields } from '../styles/field.styles.ts';
import { notices } from '../styles/notice.styles.ts';
import { tokens } from '../styles/tokens.styles.ts';
import { endOf, longDate, timeRange, visitorZone } from '../time/event-time.ts';
import { dialogs } from './rsvp-dialog.styles.ts';
import {
  attendanceInput,
  checkAnswers,
  emptyAnswers,
  faultAt,
  type RsvpAnswers,
  type RsvpFault,
} from './rsvp-input.ts';
import { renderReceipt } from './rsvp-receipt.ts';

type Step =
  { readonly name: 'form' | 'sending' } | { readonly name: 'done'; readonly receipt: AttendanceReceipt };

/** The dialog behind every RSVP button: the form, then the answer. Keeps nothing when it closes. */
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
  @state() private refusal: keyof typeof rsvpDialog | undefined;
  @state() private campaign: Campaign | undefined;

  @query('dialog') private readonly dialog!: HTMLDialogElement;
  @query('h2') private readonly heading!: HTMLElement;

  // One attempt, one key: pressing again after a lost answer can't count anybody twice.
  #idempotencyKey = newIdempotencyKey();
  readonly #abort = new AbortController();

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#abort.abort();
    this.closed();
  }

  protected override async scheduleUpdate(): Promise<void> {
    await this.locale.ready;
    await super.scheduleUpdate();
  }

  protected override firstUpdated(): void {
    const open = this.#openTimeslots;
    if (open.length === 1) this.answers = { ...this.answers, timeslotId: open[0]?.id };
    this.dialog.showModal();
    this.heading.focus();
    void this.#loadOrganizations();
  }

  get #openTimeslots(): Event['timeslots'] {
    return this.event.timeslots.filter((timeslot) => endOf(timeslot) > Date.now());
  }

  get #faults(): Fault[] {
    return this.faults.map(({ field, key }) => ({
      field,
      message:
        key === 'emailNeeded'
          ? this.locale.text('form', key)
          : this.#text(key, { count: this.event.guestsPerRsvp }),
    }));
  }

  // Who may write is a courtesy: without it the form still works.
  async #loadOrganizations(): Promise<void> {
    try {
      this.campaign = await this.client.campaign.get({ signal: this.#abort.signal });
    } catch (error) {
      if (!this.#abort.signal.aborted) this.dispatchEvent(new HuddleErrorEvent(failureFrom(error).code));
    }
  }

  #text(key: keyof typeof rsvpDialog, values?: Readonly<Record<string, string | number>>): string {
    return this.locale.text('rsvpDialog', key, values);
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
    const { language } = this.locale;
    const invitedBy = new URL(location.href).searchParams.get('invitedBy') ?? undefined;
    const input = attendanceInput(this.answers, this.event, {
      language,
      timezone: visitorZone(),
      partner: this.partner,
      invitedBy,
    });
    try {
      const receipt = await this.client.attendances.create(this.event.id, input, {
        idempotencyKey: this.#idempotencyKey,
      });
      this.step = { name: 'done', receipt };
      const [attendance] = receipt.attendances;
      this.dispatchEvent(new HuddleRsvpEvent(this.event.id, attendance?.status ?? 'confirmed'));
      await this.updateComplete;
      this.heading.focus();
    } catch (error) {
      this.step = { name: 'form' };
      await this.#handleRefusal(error);
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
    const conflicts: Record<string, keyof typeof rsvpDialog> = {
      event_over: 'over',
      event_cancelled: 'cancelled',
      rsvp_elsewhere: 'elsewhere',
    };
    this.refusal = isOfflineError(error)
      ? 'offline'
      : (isConflictError(error) && conflicts[error.code]) || 'failed';
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.refusal')?.focus();
  }

  async #showFaults(): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.error-summary')?.focus();
  }

  #handleClose(): void {
    // The browser tells of a closed dialog only with its next frame, which a page in the background never gets.
    if (this.dialog.open) this.dialog.close();
    this.remove();
  }

  protected override render(): TemplateResult {
    const { event, locale } = this;
    const [first] = this.#openTimeslots;
    const day = first ? longDate(first.startDate, event.timezone, locale.language) : '';
    return html`<dialog part="dialog" aria-labelledby="title" @close=${this.#handleClose.bind(this)}>
      <div class="dialog-head" part="dialog-head">
        <h2 id="title" tabindex="-1">${event.title}</h2>
        <p class="small muted">${[day, placeText(event, locale)].filter(Boolean).join(', ')}</p>
        <button
          class="close"
          type="button"
          aria-label=${locale.text('form', 'close')}
          @click=${this.#handleClose.bind(this)}
        >
          ${icon(cross)}
        </button>
      </div>
      ${
        this.step.name === 'done'
          ? renderReceipt({
              event,
              receipt: this.step.receipt,
              answers: this.answers,
              locale,
              close: this.#handleClose.bind(this),
            })
          : this.#renderForm()
      }
    </dialog>`;
  }

  #renderForm(): TemplateResult {
    const { answers, locale } = this;
    const faults = this.#faults;
    const isSending = this.step.name === 'sending';
    return html`<form novalidate @submit=${(submit: SubmitEvent) => void this.#handleSubmit(submit)}>
      <div class="dialog-body" part="dialog-body">
        ${renderErrorSummary(faults, locale.text('form', 'faults', { count: faults.length }))}
        ${this.#renderRefusal()} ${this.#renderTimeslots(faults)}
        <div class="two">
          ${renderTextField(
            {
              id: 'given-name',
              label: this.#text('firstName'),
              value: answers.givenName,
              autocomplete: 'given-name',
              required: true,
              change: (givenName) => {
                this.#set({ givenName });
              },
            },
            faults,
          )}
          ${renderTextField(
            {
              id: 'family-name',
              label: this.#text('lastName'),
              value: answers.familyName,
              autocomplete: 'family-name',
              change: (familyName) => {
                this.#set({ familyName });
              },
            },
            faults,
          )}
        </div>
        ${renderTextField(
          {
            id: 'email',
            type: 'email',
            label: this.#text('email'),
            value: answers.email,
            autocomplete: 'email',
            inputMode: 'email',
            required: true,
            change: (email) => {
              this.#set({ email });
            },
          },
          faults,
        )}
        ${renderTextField(
          {
            id: 'postal-code',
            label: locale.text('form', 'optional', { label: this.#text('postalCode') }),
            value: answers.postalCode,
            autocomplete: 'postal-code',
            inputMode: 'numeric',
            change: (postalCode) => {
              this.#set({ postalCode });
            },
          },
          faults,
        )}
        ${
          this.event.guestsPerRsvp > 0
            ? renderStepper(
                {
                  id: 'guests',
                  label: this.#text('guests'),
                  hint: this.#text('guestsHint'),
                  value: answers.guests,
                  minimum: 0,
                  maximum: this.event.guestsPerRsvp,
                  less: this.#text('guestLess'),
                  more: this.#text('guestMore'),
                  change: (guests) => {
                    this.#set({ guests });
                  },
                },
                faults,
              )
            : nothing
        }
        ${this.#renderOrganizations()}
        ${this.event.commitments.map((commitment) => this.#renderCommitment(commitment, faults))}
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
    const chosen = this.event.timeslots.find(({ id }) => id === this.answers.timeslotId);
    const { guests } = this.answers;
    if (chosen?.isFull) return this.#text('submitWait');
    if (this.event.kind === 'training') return this.#text('submitRegister');
    return guests > 0 ? this.#text('submitGuests', { count: guests }) : this.#text('submit');
  }

  #renderRefusal(): TemplateResult | typeof nothing {
    if (!this.refusal) return nothing;
    return html`<div class="notice notice-warning refusal" part="notice" role="alert" tabindex="-1">
      ${icon(offline)}
      <div><strong>${this.#text('notSent')}</strong> ${this.#text(this.refusal)}</div>
    </div>`;
  }

  #renderTimeslots(faults: readonly Fault[]): TemplateResult | typeof nothing {
    const open = this.#openTimeslots;
    const { language } = this.locale;
    const { timezone } = this.event;
    const words = { allDay: this.locale.text('card', 'allDay') };
    const [only] = open;
    if (open.length === 1 && only) {
      return html`<p class="facts-line">
        ${icon(clock)}
        <strong
          >${longDate(only.startDate, timezone, language)},
          ${timeRange(only, timezone, language, words)}</strong
        >
      </p>`;
    }
    return html`<fieldset class="choices">
      <legend class="label">${this.#text('whichTime')}</legend>
      ${renderFault('timeslot', faultOf(faults, 'timeslot'))}
      ${open.map(
        (timeslot, index) =>
          html`<label class="choice" part="choice">
            <input
              type="radio"
              name="timeslot"
              id=${index === 0 ? 'timeslot' : nothing}
              .checked=${timeslot.id === this.answers.timeslotId}
              @change=${() => {
                this.#set({ timeslotId: timeslot.id });
              }}
            />
            <span class="choice-title"
              >${longDate(timeslot.startDate, timezone, language)},
              ${timeRange(timeslot, timezone, language, words)}</span
            >
            <span class="choice-end"
              >${
                timeslot.isFull
                  ? this.#text('full')
                  : timeslot.spotsLeft === null
                    ? nothing
                    : this.#text('places', { count: timeslot.spotsLeft })
              }</span
            >
          </label>`,
      )}
    </fieldset>`;
  }

  #renderOrganizations(): TemplateResult | typeof nothing {
    const organizations = this.campaign?.organizations.filter(({ asks }) => asks.includes('email')) ?? [];
    if (organizations.length === 0) return nothing;
    const toggle = (id: string): void => {
      const { organizations: chosen } = this.answers;
      this.#set({
        organizations: chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id],
      });
    };
    return html`<fieldset class="choices">
      <legend class="label">${this.#text('consent')}</legend>
      <p class="hint">${this.#text('consentHint')}</p>
      ${organizations.map(
        ({ id, name }) =>
          html`<label class="choice" part="choice">
            <input
              type="checkbox"
              .checked=${this.answers.organizations.includes(id)}
              @change=${() => {
                toggle(id);
              }}
            />
            <span class="choice-title">${name}</span>
          </label>`,
      )}
    </fieldset>`;
  }

  #renderCommitment(
    { id, text, url }: Event['commitments'][number],
    faults: readonly Fault[],
  ): TemplateResult {
    const field = `commitment-${id}`;
    const fault = faultOf(faults, field);
    const { commitments } = this.answers;
    const { safety } = this.event.links;
    return html`<div>
      ${renderFault(field, fault)}
      <label class="choice" part="choice checkbox">
        <input
          type="checkbox"
          id=${field}
          aria-invalid=${fault ? 'true' : nothing}
          aria-describedby=${fault ? `${field}-error` : nothing}
          .checked=${commitments.includes(id)}
          @change=${() => {
            this.#set({
              commitments: commitments.includes(id)
                ? commitments.filter((other) => other !== id)
                : [...commitments, id],
            });
          }}
        />
        <span class="choice-title">${text}</span>
      </label>
      <p class="small">
        ${url ? html`<a class="link" href=${url} target="_blank" rel="noopener">${this.#text('readCommitment')}</a>` : nothing}
        ${
          safety && safety !== url
            ? html`<a class="link" href=${safety} target="_blank" rel="noopener"
                >${this.#text('readSafety')}</a
              >`
            : nothing
        }
      </p>
    </div>`;
  }
}
