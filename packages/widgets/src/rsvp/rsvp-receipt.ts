import type { AttendanceReceipt, Event } from '@huddlekit/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { placeText } from '../card/place-text.ts';
import { home, publicPlace } from '../icons/card-icons.ts';
import { calendar, clock, share, shield, tick } from '../icons/drawings.ts';
import { icon, screen } from '../icons/icon.ts';
import type { card, form, rsvpDialog } from '../locales/en.ts';
import type { LocaleController } from '../locales/locale-controller.ts';
import { longDate, timeRange, visitorTimeRange, visitorZone } from '../time/event-time.ts';
import type { RsvpAnswers } from './rsvp-input.ts';

type Locale = Pick<
  LocaleController<{
    readonly form: typeof form;
    readonly rsvpDialog: typeof rsvpDialog;
    readonly card: typeof card;
  }>,
  'text' | 'language'
>;

interface Receipt {
  readonly event: Event;
  readonly receipt: AttendanceReceipt;
  readonly answers: RsvpAnswers;
  readonly locale: Locale;
  readonly close: () => void;
}

/** The hub's answer: coming, or waiting with a place in line. */
export function renderReceipt(parts: Receipt): TemplateResult {
  const { receipt, locale, close } = parts;
  const text = textOf(locale);
  const [attendance] = receipt.attendances;
  const isWaiting = attendance?.status === 'waitlisted';
  return html`<div class="dialog-body" part="dialog-body confirmed">
      ${isWaiting ? renderWaiting(parts, attendance.waitlistPlace ?? 1) : renderComing(parts)}
    </div>
    <div class="dialog-foot" part="dialog-foot">
      <div class="foot-row">
        <a class="link" part="link" href=${receipt.manageUrl} target="_blank" rel="noopener noreferrer"
          >${text('change')}</a
        >
        <button class="button" part="button" type="button" @click=${close}>${text('done')}</button>
      </div>
    </div>`;
}

function renderWaiting({ answers, locale }: Receipt, place: number): TemplateResult {
  const text = textOf(locale);
  return html`<div class="notice notice-warning confirmed" part="notice" role="status">
    ${icon(clock)}
    <div>
      <h3>${text('waiting', { place })}</h3>
      <p>${text('waitingText', { email: answers.email.trim() })}</p>
    </div>
  </div>`;
}

function renderComing({ event, receipt, answers, locale }: Receipt): TemplateResult {
  const text = textOf(locale);
  const { safety } = event.links;
  const guests = answers.guests > 0 ? text('withGuests', { count: answers.guests }) : '';
  return html`<div class="confirmed" role="status">
      <h3 class="big">${icon(tick)}<span>${text('coming', { name: answers.givenName.trim() })}</span></h3>
      <p class="small muted">${guests} ${text('wrote', { email: answers.email.trim() })}</p>
    </div>
    <div class="facts">${renderWhen(event, answers, locale)} ${renderWhere(event, locale)}</div>
    <div class="actions">
      <a class="button" part="button" href=${receipt.calendarUrl}>${icon(calendar)}${text('calendar')}</a>
      ${
        safety
          ? html`<a class="button" part="button" href=${safety} target="_blank" rel="noopener"
              >${icon(shield)}${text('safety')}</a
            >`
          : nothing
      }
    </div>
    ${renderInvite(event, receipt.inviteUrl, locale)}`;
}

function renderWhen(event: Event, answers: RsvpAnswers, locale: Locale): TemplateResult | typeof nothing {
  const timeslot = event.timeslots.find(({ id }) => id === answers.timeslotId);
  if (!timeslot) return nothing;
  const { language } = locale;
  const words = { allDay: locale.text('card', 'allDay') };
  const own = visitorTimeRange(timeslot, event.timezone, visitorZone(), language, words);
  return html`<p>
    ${icon(clock)}
    <span
      ><strong
        >${longDate(timeslot.startDate, event.timezone, language)},
        ${timeRange(timeslot, event.timezone, language, words)}</strong
      >
      ${own ? html`<br /><span class="small muted">${locale.text('card', 'yourTime', { time: own })}</span>` : nothing}</span
    >
  </p>`;
}

function renderWhere(event: Event, locale: Locale): TemplateResult {
  const isHome = event.location?.kind === 'home';
  return html`<p>
    ${icon(event.isVirtual ? screen : isHome ? home : publicPlace)}
    <span
      >${placeText(event, locale)}
      ${isHome ? html`<br /><span class="small muted">${locale.text('rsvpDialog', 'addressByMail')}</span>` : nothing}</span
    >
  </p>`;
}

function renderInvite({ title }: Event, url: string, locale: Locale): TemplateResult {
  const text = textOf(locale);
  const copy = async ({ currentTarget }: MouseEvent): Promise<void> => {
    const button = currentTarget as HTMLButtonElement;
    await navigator.clipboard.writeText(url);
    button.textContent = text('copied');
  };
  const canShare = 'share' in navigator;
  return html`<div class="invite" part="invite">
    <h4>${text('friends')}</h4>
    <span class="small muted">${text('friendsText')}</span>
    <div class="invite-link">
      <input
        class="input"
        readonly
        aria-label=${text('inviteLink')}
        .value=${url}
        @focus=${({ target }: FocusEvent) => {
          (target as HTMLInputElement).select();
        }}
      />
      <button class="button" part="button" type="button" @click=${(click: MouseEvent) => void copy(click)}>
        ${text('copy')}
      </button>
    </div>
    ${
      canShare
        ? html`<button
            class="button button-wide"
            part="button"
            type="button"
            @click=${() => void navigator.share({ title, url }).catch(() => undefined)}
          >
            ${icon(share)}${text('share')}
          </button>`
        : nothing
    }
  </div>`;
}

function textOf(locale: Locale) {
  return (key: keyof typeof rsvpDialog, values?: Readonly<Record<string, string | number>>): string =>
    locale.text('rsvpDialog', key, values);
}
