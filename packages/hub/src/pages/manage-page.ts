import type { ManagedEvent } from '@huddlekit/contract';
import { placeInLine } from '../attendances/seats.ts';
import type { HomeAddress } from '../privacy/addresses.ts';
import type { Token } from '../privacy/tokens.ts';
import { html, type Html } from '../text/html.ts';
import { localizedEvent } from '../text/localized-event.ts';
import { instantInWords } from '../text/when.ts';
import { eventFacts, fact, townOf } from './event-facts.ts';
import type { PageOptions, Visit } from './page.ts';

/** A guest's own page. The exact address is only for whom a mailed link has brought, by the event's rule. */
export async function attendancePage(visit: Visit, { id, purpose }: Token): Promise<PageOptions | undefined> {
  const { hub, words, language } = visit;
  const found = await hub.attendances.find(id);
  const stored = found && (await hub.events.find(found.row.eventId));
  if (!found || !stored) return undefined;
  const event = localizedEvent(hub, stored, language);
  const { row, person } = found;
  const place = await placeInLine(hub.storage.read, row);
  const chosen = { ...event, timeslots: event.timeslots.filter(({ id: slot }) => slot === row.timeslotId) };
  const isOff = row.status === 'cancelled' || event.status === 'cancelled';
  const status =
    row.status === 'cancelled'
      ? words('statusCancelled')
      : place === null
        ? words('statusConfirmed')
        : words('statusWaitlisted', { place });
  const address =
    event.location?.kind === 'home' && !isOff
      ? await addressFact(visit, row, purpose, event.timezone)
      : html``;
  return {
    title: words('manageTitle', { name: person.givenName }),
    isPrivate: true,
    body: html`
      <p class="kind">${words('manageTitle', { name: person.givenName })}</p>
      <h1>${event.title}</h1>
      ${
        event.status === 'cancelled'
          ? html`<p class="notice danger"><strong>${words('cancelled')}</strong></p>`
          : html`<p class="lead">
              ${status} ${!isOff && row.guests > 0 && words('withGuests', { count: row.guests })}
            </p>`
      }
      ${eventFacts(chosen, visit, [address])} ${!isOff && friends(visit, row.inviteCode)}
      ${!isOff && cancelForm(visit, 'cancelPlace', 'cancelPlaceText')}
    `,
  };
}

async function addressFact(
  { hub, words, language }: Visit,
  row: Parameters<Visit['hub']['attendances']['address']>[0],
  purpose: Token['purpose'],
  timezone: string,
): Promise<Html> {
  if (purpose !== 'attendance-mail') return fact(words('addressTitle'), words('addressByMail'));
  const released = await hub.attendances.address(row);
  if (released.state === 'none') return html``;
  return fact(
    words('addressTitle'),
    released.state === 'shown'
      ? html`<strong>${addressInWords(released.address)}</strong>`
      : words('addressLater', { time: instantInWords(released.at, timezone, language) }),
  );
}

function friends({ hub, words }: Visit, inviteCode: string): Html {
  const link = `${hub.settings.baseUrl}/i/${inviteCode}`;
  return html`<h2>${words('friendsTitle')}</h2>
    <p>${words('friendsText')}<br /><a class="link-text" href="${link}">${link}</a></p>`;
}

/** A host's own page. */
export async function hostedEventPage(visit: Visit, { id }: Token): Promise<PageOptions | undefined> {
  const { hub, words, language } = visit;
  const event = await hub.events.managed(id, `host:${id}`);
  if (!event) return undefined;
  const isHome = event.location?.kind === 'home';
  // The rows above are what everybody sees; the true address has a row of its own.
  const publicView = (await hub.events.find(id)) ?? event;
  return {
    title: words('manageEventTitle'),
    isPrivate: true,
    body: html`
      <p class="kind">${words('manageEventTitle')}</p>
      <h1>${event.title}</h1>
      <p class="lead">${stateInWords(event, visit)}</p>
      ${eventFacts(publicView, visit, [
        isHome
          ? fact(words('addressTitle'), html`<strong>${addressInWords(event.location)}</strong>`)
          : html``,
        isHome
          ? fact(words('addressRelease'), words(releases[event.addressRelease] ?? 'release24h'))
          : html``,
        fact(words('coming'), comingInWords(event, visit)),
      ])}
      ${event.status === 'confirmed' && html`<p><a href="/e/${event.id}?lang=${language}">${words('publicView')}</a></p>`}
      ${event.status !== 'cancelled' && cancelForm(visit, 'cancelEvent', 'cancelEventText')}
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

const releases: Readonly<Record<string, 'release24h' | 'releaseConfirmed' | 'releaseApproval'>> = {
  '24h': 'release24h',
  confirmed: 'releaseConfirmed',
  approval: 'releaseApproval',
};

function stateInWords({ status, verifiedAt }: ManagedEvent, { words }: Visit): string {
  if (status === 'pending' && verifiedAt === null) return words('stateUnverified');
  return words(states[status] ?? 'statePending');
}

function comingInWords({ attendanceCounts }: ManagedEvent, { words }: Visit): string {
  const { confirmed, guests, waitlisted } = attendanceCounts;
  return [
    `${words('comingParties', { count: confirmed })} ${words('comingGuests', { count: guests })}`,
    ...(waitlisted > 0 ? [words('comingWaiting', { count: waitlisted })] : []),
  ].join('; ');
}

/** A first press opens the question, the second answers it; both work without script. */
function cancelForm(
  { words }: Visit,
  title: 'cancelPlace' | 'cancelEvent',
  text: 'cancelPlaceText' | 'cancelEventText',
): Html {
  return html`<details class="cancel">
    <summary>${words(title)}</summary>
    <form method="post">
      <p>${words(text)}</p>
      <button class="button danger" name="act" value="cancel">${words('cancelConfirm')}</button>
    </form>
  </details>`;
}

function addressInWords(address: HomeAddress | null): string {
  if (!address) return '';
  return [address.venue, ...address.addressLines, townOf(address)].filter(Boolean).join(', ');
}
