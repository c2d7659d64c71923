import type { Attendance, AttendanceReceipt, Event } from '@huddlekit/contract';
import { html, nothing, type SVGTemplateResult, type TemplateResult } from 'lit';
import { placeText } from '../card/place-text.ts';
import { home, publicPlace } from '../icons/card-icons.ts';
import { clock, mail, shield, tick } from '../icons/drawings.ts';
import { icon, screen } from '../icons/icon.ts';
import {
  longDate,
  longDateTime,
  timeOfDay,
  timeRange,
  visitorTimeRange,
  visitorZone,
} from '../time/event-time.ts';
import { dateFormatter } from '../time/formatters.ts';
import { renderAddToCalendar } from './add-to-calendar.ts';
import { renderInvite } from './invite-friends.ts';
import { wordsOf, type RsvpLocale } from './rsvp-words.ts';

/** An answer of the hub, and what a guest may do with it. */
export interface ReceiptParts {
  readonly event: Event;
  readonly receipt: AttendanceReceipt;
  /** As typed on this page; undefined where the page was opened since. */
  readonly person: { readonly givenName: string; readonly email: string } | undefined;
  /** Whether the page knew it before the visitor pressed the button. */
  readonly isKnown: boolean;
  /** When a saved one was sent, milliseconds since 1970; undefined for all others. */
  readonly sentAt: number | undefined;
  readonly friends: number | undefined;
  readonly isRemembered: boolean;
  readonly pageUrl: string;
  readonly findUrl: string;
  readonly locale: RsvpLocale;
  readonly qrCode: ((text: string, label: string) => SVGTemplateResult) | undefined;
  readonly remember: (isWanted: boolean) => void;
  readonly signUpAnother: () => void;
  readonly close: () => void;
}

/** The hub's answer: coming, to be confirmed by mail, or waiting with a place in line. */
export function renderReceipt(parts: ReceiptParts): TemplateResult {
  const { receipt, locale, isKnown, sentAt, signUpAnother, close } = parts;
  const text = wordsOf(locale);
  const [attendance] = receipt.attendances;
  if (!attendance) return html``;
  const isOff = attendance.status === 'cancelled';
  return html`<div class="dialog-body" part="dialog-body confirmed">
      ${
        sentAt === undefined
          ? nothing
          : html`<p class="small muted sent-later">
              ${text('sentLater', { time: timeOfDay(sentAt, locale.language) })}
            </p>`
      }
      ${renderStanding(parts, attendance)}
      ${isOff ? nothing : html`${renderFacts(parts, attendance)} ${renderAfter(parts, attendance)}`}
      ${isOff ? nothing : renderRemember(parts)}
    </div>
    <div class="dialog-foot" part="dialog-foot">
      <div class="foot-row">
        <div class="foot-links">
          ${
            isOff
              ? nothing
              : html`<a
                  class="link"
                  part="link"
                  href=${receipt.manageUrl}
                  target="_blank"
                  rel="noopener noreferrer"
                  >${text(attendance.status === 'waitlisted' ? 'leave' : 'change')}</a
                >`
          }
          ${
            isKnown
              ? html`<button class="link" part="link" type="button" @click=${signUpAnother}>
                  ${text('another')}
                </button>`
              : nothing
          }
        </div>
        <button class="button" part="button" type="button" @click=${close}>${text('done')}</button>
      </div>
    </div>`;
}

function renderStanding(parts: ReceiptParts, attendance: Attendance): TemplateResult {
  const { person, locale, isKnown, event, findUrl } = parts;
  const text = wordsOf(locale);
  const email = person?.email.trim();
  const { status, guests, waitlistPlace, holdUntil } = attendance;
  const party = guests > 0 ? `${text('withGuests', { count: guests })} ` : '';
  const since = isKnown
    ? text('signedUp', { date: dateInSentence(attendance.createdAt, locale.language) })
    : '';
  if (status === 'waitlisted') {
    return notice('warning', clock, text('waiting', { place: waitlistPlace ?? 1 }), [
      `${party}${since || (email ? text('waitingText', { email }) : text('waitingMail'))}`,
      html`<a class="link" part="link" href=${findUrl}>${text('findAnother')}</a>`,
    ]);
  }
  if (status === 'unconfirmed') {
    const slot = { startDate: holdUntil ?? '', endDate: null, allDay: false };
    return notice('warning', mail, text('lookIntoMail'), [
      email ? text('confirmText', { email }) : text('confirmMail'),
      holdUntil
        ? html`<strong
            >${text('keptUntil', { time: longDateTime(slot, event.timezone, locale.language, { allDay: '' }) })}</strong
          >`
        : text('notKept'),
    ]);
  }
  if (status === 'cancelled') return notice('', clock, text('notComing'), [text('notComingText')]);
  const name = person?.givenName.trim();
  const title = isKnown ? text('already') : name ? text('coming', { name }) : text('comingNoName');
  return html`<div class="confirmed" role="status">
    <h3 class="big">${icon(tick)}<span>${title}</span></h3>
    <p class="small muted">
      ${party}${isKnown ? `${since} ${text('notTwice')}` : email ? text('wrote', { email }) : ''}
    </p>
  </div>`;
}

function notice(
  kind: '' | 'warning',
  drawing: SVGTemplateResult,
  title: string,
  lines: readonly (string | TemplateResult)[],
): TemplateResult {
  return html`<div class="notice ${kind ? `notice-${kind}` : ''} confirmed" part="notice" role="status">
    ${icon(drawing)}
    <div>
      <h3>${title}</h3>
      ${lines.map((line) => html`<p>${line}</p>`)}
    </div>
  </div>`;
}

function renderFacts({ event, locale }: ReceiptParts, { timeslotId }: Attendance): TemplateResult {
  const timeslot = event.timeslots.find(({ id }) => id === timeslotId);
  const { language } = locale;
  const words = { allDay: locale.text('card', 'allDay') };
  const own = timeslot && visitorTimeRange(timeslot, event.timezone, visitorZone(), language, words);
  const isHome = event.location?.kind === 'home';
  const quiet = (line: string): TemplateResult => html`<br /><span class="small muted">${line}</span>`;
  return html`<div class="facts">
    ${
      timeslot
        ? html`<p>
            ${icon(clock)}
            <span
              ><strong
                >${longDate(timeslot.startDate, event.timezone, language)},
                ${timeRange(timeslot, event.timezone, language, words)}</strong
              >
              ${own ? quiet(locale.text('card', 'yourTime', { time: own })) : nothing}</span
            >
          </p>`
        : nothing
    }
    <p>
      ${icon(event.isVirtual ? screen : isHome ? home : publicPlace)}
      <span>${placeText(event, locale)} ${isHome ? quiet(wordsOf(locale)('addressByMail')) : nothing}</span>
    </p>
  </div>`;
}

function renderAfter(
  parts: ReceiptParts,
  { status, timeslotId }: Attendance,
): TemplateResult | typeof nothing {
  const { event, receipt, locale, pageUrl, friends, qrCode } = parts;
  const timeslot = event.timeslots.find(({ id }) => id === timeslotId);
  const { safety } = event.links;
  const isComing = status !== 'waitlisted';
  return html`${
    isComing
      ? html`<div class="actions">
          ${timeslot ? renderAddToCalendar({ event, timeslot, pageUrl, calendarUrl: receipt.calendarUrl }, locale) : nothing}
          ${
            safety
              ? html`<a class="button" part="button" href=${safety} target="_blank" rel="noopener"
                  >${icon(shield)}${wordsOf(locale)('safety')}</a
                >`
              : nothing
          }
        </div>`
      : nothing
  }
  ${status === 'unconfirmed' ? nothing : renderInvite({ title: event.title, url: receipt.inviteUrl, friends, qrCode }, locale)}`;
}

function renderRemember({ isRemembered, locale, remember }: ReceiptParts): TemplateResult {
  const text = wordsOf(locale);
  return html`<div>
    <label class="choice" part="choice checkbox">
      <input
        type="checkbox"
        aria-describedby="remember-hint"
        .checked=${isRemembered}
        @change=${({ target }: globalThis.Event) => {
          remember((target as HTMLInputElement).checked);
        }}
      />
      <span class="choice-title">${text('remember')}</span>
      <span class="choice-text" id="remember-hint">${text('rememberHint')}</span>
    </label>
  </div>`;
}

/** Within a sentence some languages write days of the week small: `Saturday, November 28`, `sábado, 28 de noviembre`. */
function dateInSentence(instant: string, language: string): string {
  return dateFormatter(language, { weekday: 'long', day: 'numeric', month: 'long' }).format(
    Date.parse(instant),
  );
}
