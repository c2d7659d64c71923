import type { Event } from '@huddlekit/contract';
import { friendsThrough } from '../../attendances/friends.ts';
import { placeInLine } from '../../attendances/seats.ts';
import type { AttendanceRow } from '../../storage/schema.ts';
import { html, type Html } from '../../text/html.ts';
import { localizedEvent } from '../../text/localized-event.ts';
import { instantInWords } from '../../text/when.ts';
import { addressInWords, eventFacts, fact } from '../event-facts.ts';
import { doneNotice } from '../manage/manage-visit.ts';
import type { PageOptions } from '../page.ts';
import { calendarList } from './calendar-list.ts';
import { consentInWords } from './consents.ts';
import type { GuestVisit } from './guest-visit.ts';
import { isOpen, standingOf, type Standing } from './standing.ts';

/** A guest's own page. The exact address and the button that confirms are only for whom a mailed link has brought. */
export async function attendancePage(visit: GuestVisit): Promise<PageOptions | undefined> {
  const { hub, words, language, row, person, path } = visit;
  const stored = await hub.events.find(row.eventId);
  if (!stored) return undefined;
  const event = localizedEvent(hub, stored, language);
  if (visit.isReplaced) return replacedPage(event, visit);
  const standing = await standingOf(hub, row, event);
  const chosen = { ...event, timeslots: event.timeslots.filter(({ id }) => id === row.timeslotId) };
  const isComing = standing === 'confirmed';
  const address =
    event.location?.kind === 'home' && isOpen(standing) ? await addressFact(visit, event.timezone) : html``;
  return {
    title: words('manageTitle', { name: person.givenName }),
    isPrivate: true,
    body: html`<div class="narrow">
      <p class="kind">${words('manageTitle', { name: person.givenName })}</p>
      <h1>${event.title}</h1>
      ${doneNotice(visit)} ${await standingInWords(standing, event, visit)}
      ${eventFacts(chosen, visit, [address], 'left out')} ${isComing && calendarList(chosen, visit)}
      ${isOpen(standing) && standing !== 'unconfirmed' && (await friends(visit))}
      ${
        isOpen(standing) &&
        html`<h2>${words('yourDetails')}</h2>
          <p>${consentInWords(row, visit)}</p>
          <p><a class="button" href="${path('change')}">${words('changePlace')}</a></p>
          ${cancelForm(visit)}`
      }
    </div>`,
  };
}

/** Where the person stands, and what is left to do. */
/** What the link of an RSVP's answer shows once its mailbox is proven. */
function replacedPage(event: Event, { words }: GuestVisit): PageOptions {
  return {
    title: words('replacedTitle'),
    isPrivate: true,
    body: html`<div class="narrow">
      <p class="kind">${event.title}</p>
      <h1>${words('replacedTitle')}</h1>
      <p class="lead">${words('replacedText')}</p>
    </div>`,
  };
}

async function standingInWords(standing: Standing, event: Event, visit: GuestVisit): Promise<Html> {
  const { hub, words, row } = visit;
  const lead = (text: string): Html => html`<p class="lead">${text} ${guestsInWords(row, visit)}</p>`;
  switch (standing) {
    case 'unconfirmed':
      return confirmForm(event, visit);
    case 'expired':
      return html`<div class="notice warning">
        <p><strong>${words('expiredTitle')}</strong></p>
        <p>${words('expiredText')}</p>
        ${signUpAgain(event, visit)}
      </div>`;
    case 'off':
      return html`<p class="notice danger">
        <strong>${words('cancelled')}</strong> <a href="/?lang=${visit.language}">${words('findAnother')}</a>
      </p>`;
    case 'over':
      return html`<p class="lead">${words('statusOver')}</p>`;
    case 'attended':
      return html`<p class="lead">${words('statusAttended')}</p>`;
    case 'cancelled':
      return html`<p class="lead">${words('statusCancelled')}</p>
        ${signUpAgain(event, visit)}`;
    case 'waitlisted':
      return lead(words('statusWaitlisted', { place: (await placeInLine(hub.storage.read, row)) ?? 1 }));
    case 'confirmed':
      return lead(words('statusConfirmed'));
  }
}

function confirmForm({ timezone }: Event, visit: GuestVisit): Html {
  const { words, language, row, isByMail } = visit;
  const time = instantInWords(row.expiresAt ?? 0, timezone, language);
  const until = words(row.holdsSeats === 1 ? 'confirmPlaceHeld' : 'confirmPlaceUnheld', { time });
  return html`<div class="panel manage">
    <h2>${words('confirmPlaceTitle')}</h2>
    <p>
      ${words('statusUnconfirmed')} ${words(isByMail ? 'confirmPlaceText' : 'confirmByMail')}
      ${guestsInWords(row, visit)}
    </p>
    ${
      isByMail &&
      html`<form method="post">
        <button class="button primary wide" name="act" value="confirm">${words('confirmPlaceButton')}</button>
      </form>`
    }
    <p class="muted">${until}</p>
  </div>`;
}

function guestsInWords({ guests }: AttendanceRow, { words }: GuestVisit): string {
  return guests > 0 ? words('withGuests', { count: guests }) : '';
}

function signUpAgain(event: Event, { words, language }: GuestVisit): Html {
  return html`<p><a class="button" href="/e/${event.id}?lang=${language}">${words('signUpAgain')}</a></p>`;
}

async function addressFact(
  { hub, words, language, row, isByMail }: GuestVisit,
  timezone: string,
): Promise<Html> {
  if (!isByMail) return fact(words('addressTitle'), words('addressByMail'));
  const released = await hub.attendances.address(row);
  if (released.state === 'none') return html``;
  return fact(
    words('addressTitle'),
    released.state === 'shown'
      ? html`<strong>${addressInWords(released.address)}</strong>`
      : released.state === 'asked'
        ? words('addressAsked')
        : words('addressLater', { time: instantInWords(released.at, timezone, language) }),
  );
}

async function friends({ hub, words, row }: GuestVisit): Promise<Html> {
  const link = `${hub.settings.baseUrl}/i/${row.inviteCode}`;
  const count = await friendsThrough(hub.storage.read, row);
  return html`<h2>${words('friendsTitle')}</h2>
    ${count > 0 && html`<p><strong>${words('friendsCame', { count })}</strong></p>`}
    <p>${words('friendsText')}<br /><a class="link-text" href="${link}">${link}</a></p>`;
}

/** A first press opens the question, the second answers it; both work without script. */
function cancelForm({ words }: GuestVisit): Html {
  return html`<details class="cancel">
    <summary>${words('cancelPlace')}</summary>
    <form method="post">
      <p>${words('cancelPlaceText')}</p>
      <button class="button danger" name="act" value="cancel">${words('cancelConfirm')}</button>
    </form>
  </details>`;
}
