import type { Timeslot } from '@huddlekit/contract';
import type { GuestEntry } from '../../attendances/guest-list.ts';
import { partySize } from '../../attendances/seats.ts';
import { isItsDay } from '../../attendances/welcome-guests.ts';
import { html, type Html } from '../../text/html.ts';
import { whenOf } from '../../text/when.ts';
import { fieldOf } from '../own-forms.ts';
import type { PageOptions } from '../page.ts';
import { manageHead, type ManagePage, type ManageVisit } from './manage-visit.ts';

/** Who comes, time by time, as far as they consented; approval of each and check-in on the day. */
export const guestsPage: ManagePage = {
  show: (visit) => page(visit),

  async act(visit) {
    const { hub, manager, request, path, words } = visit;
    const { eventId, actor } = manager;
    const act = { eventId, actor, attendanceId: fieldOf(request, 'guest') ?? '' };
    const name = fieldOf(request, 'act');
    if (name === 'approve') {
      const outcome = await hub.hosting.approveGuest(act);
      return outcome === 'done' ? path('guests', { done: 'approved' }) : page(visit, words('guestsGone'));
    }
    if (name !== 'came' && name !== 'undo') return undefined;
    const outcome = await hub.hosting.checkIn(act, name === 'came');
    const q = fieldOf(request, 'q') ?? '';
    if (outcome === 'done')
      return path('guests', { done: name === 'came' ? 'came' : 'undone', ...(q && { q }) });
    return page(visit, words(outcome === 'too_early' ? 'guestsTooEarly' : 'guestsGone'));
  },
};

async function page(visit: ManageVisit, problem?: string): Promise<PageOptions> {
  const { hub, words, event, manager } = visit;
  const guests = await hub.hosting.guests(manager.eventId);
  const shown = guestsNamed(guests, visit.query['q'] ?? '');
  const isAsked = await hub.hosting.asksForAddress(manager.eventId);
  const bySlot = Map.groupBy(shown, ({ timeslotId }) => timeslotId);
  return {
    title: words('manageGuests'),
    status: problem === undefined ? 200 : 409,
    isPrivate: true,
    body: html`${manageHead(visit, words('manageGuests'))}
      ${problem !== undefined && html`<p class="notice danger" role="alert">${problem}</p>`}
      <p class="lead">${totals(guests, visit)}</p>
      ${guests.length > 0 && searchForm(shown.length, visit)}
      ${event.timeslots.map((slot) => timeList(slot, bySlot.get(slot.id) ?? [], guests, isAsked, visit))}
      <p class="notice">${words('guestsPrivacy')} ${words('guestsCheckIn')}</p>`,
  };
}

/** Those whose name holds what was typed, whatever the accents and capitals. */
function guestsNamed(guests: readonly GuestEntry[], typed: string): readonly GuestEntry[] {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  return guests.filter(({ name }) => words.every((word) => plain(name).includes(word)));
}

function plain(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

/** At the door: a few letters of a name, and Enter. */
function searchForm(found: number, { words, query, language, path }: ManageVisit): Html {
  const typed = query['q'] ?? '';
  return html`<form class="look-up" role="search" method="get">
      <input type="hidden" name="lang" value="${language}" />
      <label class="label" for="q">${words('guestsSearch')}</label>
      <div class="beside-button">
        <input id="q" type="search" name="q" value="${typed}" autocomplete="off" maxlength="100" />
        <button class="button">${words('searchButton')}</button>
      </div>
    </form>
    ${
      typed &&
      html`<p role="status">
        ${words('guestsFound', { count: found })} <a href="${path('guests')}">${words('guestsAll')}</a>
      </p>`
    }`;
}

function totals(guests: readonly GuestEntry[], { words }: ManageVisit): string {
  const coming = guests.filter(({ status }) => status === 'confirmed');
  const waiting = guests.length - coming.length;
  if (guests.length === 0) return words('guestsNobody');
  const parties = words('guestsParties', { count: coming.length });
  const people = words('guestsPeople', { count: seatsOf(coming) });
  return [
    words('guestsLead', { parties, people }),
    ...(waiting > 0 ? [words('guestsWaiting', { count: waiting })] : []),
  ].join('; ');
}

/** One time with those of its guests that are looked for; its counts are of all. */
function timeList(
  slot: Timeslot,
  guests: readonly GuestEntry[],
  all: readonly GuestEntry[],
  isAsked: boolean,
  visit: ManageVisit,
): Html {
  const { hub, words, event, language } = visit;
  const { day, time } = whenOf(event, slot, language);
  const coming = all.filter(({ status, timeslotId }) => timeslotId === slot.id && status === 'confirmed');
  const here = coming.filter(({ hasCome }) => hasCome);
  const isDay = isItsDay(Date.parse(slot.startDate), event.timezone, hub.now());
  const count = seatsOf(coming);
  const taken =
    slot.capacity === null
      ? words('guestsTimeTotal', { count })
      : words('guestsTimeOf', { count, capacity: slot.capacity });
  const came =
    (isDay || here.length > 0) &&
    html`<strong>${words('guestsTimeCame', { count: seatsOf(here), of: count })}</strong>`;
  const counts = [time, taken].filter(Boolean).join(' · ');
  return html`<section class="time">
    <h2>${day}</h2>
    <p class="muted">${counts}${came && html` · ${came}`}</p>
    ${
      guests.length === 0
        ? html`<p>${words('guestsNobodyHere')}</p>`
        : html`<ul class="plain guests">
            ${guests.map((guest) => guestRow(guest, { isAsked, isDay }, visit))}
          </ul>`
    }
  </section>`;
}

function guestRow(
  guest: GuestEntry,
  { isAsked, isDay }: { isAsked: boolean; isDay: boolean },
  { words, query }: ManageVisit,
): Html {
  const { id, name, guests, waitlistPlace, accessNeeds, email, isApproved, hasCome } = guest;
  const isComing = guest.status === 'confirmed';
  const facts = [
    waitlistPlace !== null &&
      html`<span class="wait">${words('guestsPlace', { place: waitlistPlace })}</span>`,
    isAsked && isApproved && html`<span>${words('guestsHasAddress')}</span>`,
    hasCome && html`<span class="good">${words('guestsHasCome')}</span>`,
  ].filter((part) => part !== false);
  return html`<li id="g-${id}">
    <div>
      <p class="who"><strong>${name}</strong> ${guests > 0 && words('guestsWith', { count: guests })}</p>
      ${facts.length > 0 && html`<p class="tags">${facts}</p>`}
      ${accessNeeds !== undefined && html`<p class="typed needs">${accessNeeds}</p>`}
      ${email !== undefined && html`<p class="small link-text">${email}</p>`}
    </div>
    ${
      isComing &&
      ((isAsked && !isApproved) || isDay) &&
      html`<form method="post">
        <input type="hidden" name="guest" value="${id}" />
        ${query['q'] && html`<input type="hidden" name="q" value="${query['q']}" />`}
        ${isAsked && !isApproved && actButton('approve', words('guestsApprove'), words('guestsApproveName', { name }))}
        ${
          isDay &&
          (hasCome
            ? actButton('undo', words('guestsUndo'), words('guestsUndoName', { name }))
            : actButton('came', words('guestsCame'), words('guestsCameName', { name })))
        }
      </form>`
    }
  </li>`;
}

/** A short button in a list, whose name for screen readers tells whom it is about. */
export function actButton(value: string, label: string, name: string): Html {
  return html`<button class="button" name="act" value="${value}" aria-label="${name}">${label}</button>`;
}

function seatsOf(guests: readonly GuestEntry[]): number {
  return guests.reduce((sum, guest) => sum + partySize(guest), 0);
}
