import type { Training, TrainingList } from '@huddlekit/contract';
import type { Client } from '@huddlekit/sdk';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { clientOf } from '../client/client.ts';
import { onTick } from '../clock/clock.ts';
import { HuddleErrorEvent } from '../element/events.ts';
import { failureFrom, renderFailure, type Failure } from '../element/failure.ts';
import { HuddleElement } from '../element/huddle-element.ts';
import { icon, play, screen } from '../icons/icon.ts';
import { common, countdown } from '../locales/en.ts';
import { LocaleController } from '../locales/locale-controller.ts';
import { buttons } from '../styles/button.styles.ts';
import { details } from '../styles/detail.styles.ts';
import { notices } from '../styles/notice.styles.ts';
import { tokens } from '../styles/tokens.styles.ts';
import { longDate, timeRange, visitorTimeRange, visitorZone } from '../time/event-time.ts';
import { countdownState, figuresOf, type CountdownState } from './countdown-state.ts';
import { countdowns } from './countdown.styles.ts';

const day = 86_400_000;
/** Milliseconds over which the questions of all pages are spread, so that a start isn't a stampede on the hub. */
const spread = 30_000;
/** Minutes before the start that are spoken to a screen reader. */
const milestones = [60, 10, 1];

/**
 * Counts down to the next training by the hub's clock: upcoming, starting, live, ended, recording.
 *
 * Without data the element's own content stays; where no training is planned, a sentence says so.
 *
 * @slot - What visitors see until the trainings are there.
 * @fires huddle-ready - The element has drawn itself.
 * @fires huddle-rsvp - The hub answered a registration.
 * @fires huddle-error - The trainings couldn't be had.
 * @csspart clock - The figures.
 * @csspart figure - One number.
 */
export class HuddleCountdown extends HuddleElement {
  static override styles = [tokens, buttons, details, notices, countdowns];

  readonly #locale = new LocaleController(this, { common, countdown });

  /** How much it shows: `full`, `compact` in a box of two lines, or `inline` as a part of a sentence. */
  @property() variant: 'full' | 'compact' | 'inline' = 'full';

  @state() private trainings: TrainingList | undefined;
  @state() private failure: Failure | undefined;
  @state() private now = Date.now();
  @state() private announcement = '';

  /** Milliseconds by which the hub's clock is ahead of this device's. */
  #offset = 0;
  #stopClock: (() => void) | undefined;
  #period: 1_000 | 60_000 | undefined;
  #refresh: ReturnType<typeof setTimeout> | undefined;
  #abort = new AbortController();
  #isOpening = false;
  /** Of whom the trainings are, or will be; null before any were asked for. */
  #asked: Client | null | undefined = null;
  readonly #visibility = new IntersectionObserver((entries) => {
    this.#isVisible = entries.at(-1)?.isIntersecting ?? true;
    this.#runClock();
  });
  #isVisible = true;
  #spoken: number | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#visibility.observe(this);
    // Properties set right after the element was put on the page still count.
    queueMicrotask(() => {
      if (this.isConnected) void this.#load();
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#abort.abort();
    this.#visibility.disconnect();
    clearTimeout(this.#refresh);
    this.#stop();
  }

  protected override localeReady(): Promise<void> {
    return this.#locale.ready;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('now')) this.#speak();
  }

  protected override updated(): void {
    if (this.#asked !== null && this.#client !== this.#asked) void this.#load();
    this.#runClock();
  }

  get #client(): Client | undefined {
    const { hubUrl } = this;
    return this.client ?? (hubUrl ? clientOf(hubUrl) : undefined);
  }

  get #state(): CountdownState {
    return countdownState(this.trainings?.data ?? [], this.now + this.#offset);
  }

  async #load(): Promise<void> {
    clearTimeout(this.#refresh);
    this.#abort.abort();
    const { signal } = (this.#abort = new AbortController());
    const client = this.#client;
    if (client !== this.#asked) this.trainings = undefined;
    this.#asked = client;
    if (!client) {
      this.failure = { code: 'no_hub' };
      return;
    }
    // A source without trainings has nothing to count down to, so the page's own content stays.
    if (!client.capabilities.trainings) return;
    try {
      const trainings = await client.trainings.list({ signal });
      if (signal.aborted) return;
      this.now = Date.now();
      this.#offset = Date.parse(trainings.now) - this.now;
      this.trainings = trainings;
      this.failure = undefined;
      this.#scheduleRefresh();
    } catch (error) {
      if (signal.aborted) return;
      const failure = failureFrom(error);
      this.dispatchEvent(new HuddleErrorEvent(failure.code, failure.requestId));
      // What is there still counts down.
      if (this.trainings?.data.length) this.#askLater(spread);
      else this.failure = failure;
    }
  }

  /** Asks again when the state turns. */
  #scheduleRefresh(): void {
    const state = this.#state;
    if (state.name !== 'upcoming' && state.name !== 'starting') return;
    if (state.left <= day) this.#askLater(state.left + 1_000);
  }

  #askLater(milliseconds: number): void {
    this.#refresh = setTimeout(() => void this.#load(), milliseconds + Math.random() * spread);
  }

  #runClock(): void {
    const state = this.#state;
    const isTicking = this.isConnected && this.#isVisible && this.trainings && state.name !== 'none';
    if (!isTicking) return this.#stop();
    const isLastDay = 'left' in state && state.left <= day;
    const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const period = isLastDay && !isCalm ? 1_000 : 60_000;
    if (period === this.#period) return;
    this.#stop();
    this.#period = period;
    this.#stopClock = onTick((now) => {
      this.now = now;
    }, period);
    this.now = Date.now();
  }

  #stop(): void {
    this.#stopClock?.();
    this.#stopClock = undefined;
    this.#period = undefined;
  }

  /** A timer that talked each second would drown everything else, so only a few moments are spoken. */
  #speak(): void {
    const state = this.#state;
    const minutes = 'left' in state ? Math.ceil(state.left / 60_000) : state.name === 'live' ? 0 : undefined;
    if (minutes === undefined || minutes === this.#spoken) return;
    const isFirst = this.#spoken === undefined;
    this.#spoken = minutes;
    if (isFirst) return;
    if (milestones.includes(minutes)) this.announcement = this.#text('soon', { count: minutes });
    if (minutes === 0) this.announcement = this.#text('liveNow');
  }

  async #handleRegister({ currentTarget }: MouseEvent, event: Training): Promise<void> {
    const client = this.#client;
    if (!client || this.#isOpening) return;
    this.#isOpening = true;
    const opener = currentTarget as HTMLElement;
    try {
      const { openRsvpDialog } = await import('../rsvp/rsvp-dialog.ts').finally(
        () => (this.#isOpening = false),
      );
      const partner = this.partnerName;
      const { language } = this.#locale;
      await openRsvpDialog({ event, client, opener, language, ...(partner && { partner }) });
    } catch (error) {
      const { code, requestId } = failureFrom(error);
      this.dispatchEvent(new HuddleErrorEvent(code, requestId));
      // The training's own page takes registrations too.
      const page = client.events.pageUrl(event);
      if (page) location.assign(page);
    }
  }

  protected override render(): TemplateResult {
    // One frame for all states: an open dialog stands beside it and has to stay.
    return html`<div class="frame">${this.#renderContent()}</div>`;
  }

  #renderContent(): TemplateResult {
    if (this.failure) {
      return renderFailure(
        this.failure,
        this.#locale,
        () => void this.#load(),
        this.hubUrl && `${this.hubUrl}/`,
      );
    }
    if (!this.trainings) return html`<slot></slot>`;
    const state = this.#state;
    if (state.name === 'none') return this.#renderNone();
    return html`${this.variant === 'full' ? this.#renderFull(state) : this.#renderShort(state)}
      <span class="visually-hidden" role="status">${this.announcement}</span>`;
  }

  #renderNone(): TemplateResult {
    const { hubUrl } = this;
    return html`<p>
      ${this.#text('none')}
      ${hubUrl ? html`<a class="link" part="link" href="${hubUrl}/">${this.#text('seeAll')}</a>` : nothing}
    </p>`;
  }

  #renderFull(state: Exclude<CountdownState, { name: 'none' }>): TemplateResult {
    const { training } = state;
    return html`<section class="root full" part="root" aria-labelledby="title">
      ${
        state.name === 'live'
          ? html`<p class="kind live" part="live">${this.#text('liveNow')}</p>`
          : html`<p class="kind">${icon(screen)}${this.#kindText(state)}</p>`
      }
      <h3 id="title">${training.title}</h3>
      ${this.#renderMoment(state)}
      <div class="actions">${this.#renderAction(state)}</div>
      ${this.#renderNote(state)}
    </section>`;
  }

  /** The compact box and the line in a sentence. */
  #renderShort(state: Exclude<CountdownState, { name: 'none' }>): TemplateResult {
    const text = html`<strong>${this.#spanText(state)}</strong>`;
    if (this.variant === 'inline')
      return html`<span part="root">${this.#kindText(state)}: ${text} ${this.#renderAction(state)}</span>`;
    return html`<section class="root compact" part="root">
      <p>${text}<br /><span class="small muted">${this.#kindText(state)}, ${state.training.title}</span></p>
      ${this.#renderAction(state)}
    </section>`;
  }

  #kindText({ name, training }: Exclude<CountdownState, { name: 'none' }>): string {
    const { series } = training;
    const text = series
      ? this.#text('training', { number: series.number, of: series.of })
      : this.#text('trainingOnly');
    if (name === 'ended') return this.#text('ended', { training: text });
    return name === 'recording' ? this.#text('recorded', { training: text }) : text;
  }

  #renderMoment(state: Exclude<CountdownState, { name: 'none' }>): TemplateResult {
    const { training } = state;
    const [slot] = training.timeslots;
    const { language } = this.#locale;
    if (!slot) return html``;
    const time = timeRange(slot, training.timezone, language, { allDay: '' });
    switch (state.name) {
      case 'upcoming': {
        const own = visitorTimeRange(slot, training.timezone, visitorZone(), language, { allDay: '' });
        return html`${this.#renderFigures(state.left)}
          <p>
            ${longDate(slot.startDate, training.timezone, language)}, ${time}
            ${own ? html`<span class="muted">(${this.#text('yourTime', { time: own })})</span>` : nothing}
          </p>`;
      }
      case 'starting':
        return html`${this.#renderFigures(state.left)}
          <p>
            ${this.#text('doors', { time: timeRange({ ...slot, endDate: null }, training.timezone, language, { allDay: '' }) })}
          </p>`;
      case 'live':
        return html`<p class="headline">${this.#spanText(state)}</p>
          <p>
            ${this.#text('until', { time: timeRange({ ...slot, startDate: slot.endDate ?? slot.startDate, endDate: null }, training.timezone, language, { allDay: '' }) })}
          </p>`;
      case 'ended':
        return html`<p class="headline">${this.#text('coming')}</p>
          <p>${this.#text('comingText')}</p>`;
      case 'recording':
        return html``;
    }
  }

  #renderFigures(left: number): TemplateResult {
    const { days, hours, minutes, seconds } = figuresOf(left);
    const isLastDay = this.#period === 1_000;
    const two = (number: number): string => String(number).padStart(2, '0');
    const units: (readonly [string, string])[] = [
      ...(days > 0 ? [[String(days), this.#text('days', { count: days })] as const] : []),
      ...(days > 0 || hours > 0 ? [[two(hours), this.#text('hours', { count: hours })] as const] : []),
      [two(minutes), this.#text('minutes')],
      ...(isLastDay ? [[two(seconds), this.#text('seconds')] as const] : []),
    ];
    // The date below says the same in words that stand still, so the figures are only for eyes.
    return html`<div class="clock" part="clock" role="timer" aria-hidden="true">
      ${units.map(
        ([figure, unit]) =>
          html`<div class="unit" part="unit">
            <span class="figure" part="figure">${figure}</span><span class="label-unit">${unit}</span>
          </div>`,
      )}
    </div>`;
  }

  #spanText(state: Exclude<CountdownState, { name: 'none' }>): string {
    if (state.name === 'live') {
      return state.minutesAgo > 0
        ? this.#text('started', { count: state.minutesAgo })
        : this.#text('startedNow');
    }
    if (!('left' in state)) return this.#text(state.name === 'ended' ? 'coming' : 'watch');
    const { days, hours, minutes } = figuresOf(state.left);
    return [
      ...(days > 0 ? [`${String(days)} ${this.#text('days', { count: days })}`] : []),
      ...(days > 0 || hours > 0 ? [`${String(hours)} ${this.#text('hours', { count: hours })}`] : []),
      ...(days > 0 ? [] : [`${String(minutes)} ${this.#text('minutes')}`]),
    ].join(' ');
  }

  #renderAction(state: Exclude<CountdownState, { name: 'none' }>): TemplateResult {
    const { training } = state;
    if (state.name === 'recording') {
      const url = training.recording?.url ?? '';
      if (!/^https?:/i.test(url)) return html``;
      return html`<a class="button button-primary" part="button" href=${url} rel="noopener"
        >${icon(play)}${this.#text('watch')}</a
      >`;
    }
    const label = state.name === 'ended' ? this.#text('send') : this.#text('register');
    if (training.rsvp !== 'native' || state.name === 'ended') {
      return html`<a
        class="button"
        part="button"
        href=${training.browserUrl ?? `${this.hubUrl ?? ''}/e/${training.id}`}
        >${label}</a
      >`;
    }
    return html`<button
      class="button button-primary"
      part="button button-primary"
      type="button"
      @click=${(click: MouseEvent) => void this.#handleRegister(click, training)}
    >
      ${label}
    </button>`;
  }

  #renderNote({ name, training }: Exclude<CountdownState, { name: 'none' }>): TemplateResult {
    const views = training.recording?.views;
    const text =
      name === 'recording'
        ? typeof views === 'number' && this.#text('watched', { count: views })
        : this.#text(name === 'live' || name === 'starting' ? 'joinByMail' : 'allGet');
    return text ? html`<p class="small muted">${text}</p>` : html``;
  }

  #text(key: keyof typeof countdown, values?: Readonly<Record<string, string | number>>): string {
    return this.#locale.text('countdown', key, values);
  }
}
