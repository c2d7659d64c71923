import { releasedAddress } from '../attendances/address-release.ts';
import { placeInLine } from '../attendances/seats.ts';
import type { HomeAddress } from '../privacy/addresses.ts';
import type { Token } from '../privacy/tokens.ts';
import { html, type Html } from '../text/html.ts';
import { eventFacts } from './event-facts.ts';
import type { PageOptions, Visit } from './page.ts';

/** A guest's own page. The exact address is only for whom a mailed link has brought, by the event's rule. */
export async function attendancePage(visit: Visit, { id, purpose }: Token): Promise<PageOptions | undefined> {
  const { hub, words, language } = visit;
  const found = await hub.attendances.find(id);
  const event = found && (await hub.events.find(found.row.eventId));
  if (!found || !event) return undefined;
  const { row, person } = found;
  const place = await placeInLine(hub.storage.read, row);
  const status =
    row.status === 'cancelled'
      ? words('statusCancelled')
      : place === null
        ? words('statusConfirmed')
        : words('statusWaitlisted', { place });
  const released = purpose === 'attendance-mail' ? await releasedAddress(hub, row) : undefined;
  const chosen = { ...event, timeslots: event.timeslots.filter(({ id: slot }) => slot === row.timeslotId) };
  return {
    title: words('manageTitle'),
    isPrivate: true,
    body: html`
      <p class="kind">${words('manageTitle')}, ${person.givenName}</p>
      <h1>${event.title}</h1>
      ${event.status === 'cancelled' && html`<p class="notice danger"><strong>${words('cancelled')}</strong></p>`}
      <p class="lead">${status} ${row.guests > 0 && words('withGuests', { count: row.guests })}</p>
      ${eventFacts(chosen, visit, [
        html`${released?.state === 'shown' && addressRow(released.address, visit)}`,
        html`${released?.state === 'later' && fact(words('addressTitle'), words('addressLater', { time: timeOf(released.at, event.timezone, language) }))}`,
        html`${!released && event.location?.kind === 'home' && fact(words('addressTitle'), words('addressByMail'))}`,
      ])}
      ${
        row.status !== 'cancelled' &&
        html`<h2>${words('cancelPlace')}</h2>
          <p>${words('cancelPlaceText')}</p>
          <form method="post">
            <button class="button" name="act" value="cancel">${words('cancelPlace')}</button>
          </form>`
      }
    `,
  };
}

/** A host's own page. */
export async function hostedEventPage(visit: Visit, { id }: Token): Promise<PageOptions | undefined> {
  const { hub, words } = visit;
  const event = await hub.events.managed(id, `host:${id}`);
  if (!event) return undefined;
  const { confirmed, guests, waitlisted } = event.attendanceCounts;
  const state =
    event.verifiedAt === null && event.status === 'pending' ? 'stateUnverified' : states[event.status];
  return {
    title: words('manageEventTitle'),
    isPrivate: true,
    body: html`
      <p class="kind">${words('manageEventTitle')}</p>
      <h1>${event.title}</h1>
      <p class="lead">${words(state ?? 'statePending')}</p>
      ${eventFacts(event, visit, [
        html`${event.location?.kind === 'home' && addressRow(event.location, visit)}`,
        fact(words('coming'), words('comingCount', { confirmed, guests, waitlisted })),
      ])}
      ${event.status === 'confirmed' && html`<p><a href="/e/${event.id}">${words('publicView')}</a></p>`}
      ${
        event.status !== 'cancelled' &&
        html`<h2>${words('cancelEvent')}</h2>
          <p>${words('cancelEventText')}</p>
          <form method="post">
            <button class="button" name="act" value="cancel">${words('cancelEvent')}</button>
          </form>`
      }
    `,
  };
}

const states: Readonly<
  Record<string, 'statePending' | 'stateConfirmed' | 'stateRejected' | 'stateCancelled'>
> = {
  pending: 'statePending',
  confirmed: 'stateConfirmed',
  rejected: 'stateRejected',
  cancelled: 'stateCancelled',
};

function addressRow(
  { venue, addressLines, locality, region, postalCode }: HomeAddress,
  { words }: Visit,
): Html {
  return fact(
    words('addressTitle'),
    [venue, ...addressLines, locality, region, postalCode].filter(Boolean).join(', '),
  );
}

function fact(name: string, value: string): Html {
  return html`<div>
    <dt>${name}</dt>
    <dd>${value}</dd>
  </div>`;
}

function timeOf(instant: number, timezone: string, language: string): string {
  return new Intl.DateTimeFormat(language, {
    dateStyle: 'full',
    timeStyle: 'short',
    timeZone: timezone,
  }).format(instant);
}
