import { placeInLine } from '../../attendances/seats.ts';
import type { Token } from '../../privacy/tokens.ts';
import { html, type Html } from '../../text/html.ts';
import { localizedEvent } from '../../text/localized-event.ts';
import { instantInWords } from '../../text/when.ts';
import { addressInWords, eventFacts, fact } from '../event-facts.ts';
import type { PageOptions, Visit } from '../page.ts';

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
      ${!isOff && cancelForm(visit)}
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
      : released.state === 'asked'
        ? words('addressAsked')
        : words('addressLater', { time: instantInWords(released.at, timezone, language) }),
  );
}

function friends({ hub, words }: Visit, inviteCode: string): Html {
  const link = `${hub.settings.baseUrl}/i/${inviteCode}`;
  return html`<h2>${words('friendsTitle')}</h2>
    <p>${words('friendsText')}<br /><a class="link-text" href="${link}">${link}</a></p>`;
}

/** A first press opens the question, the second answers it; both work without script. */
function cancelForm({ words }: Visit): Html {
  return html`<details class="cancel">
    <summary>${words('cancelPlace')}</summary>
    <form method="post">
      <p>${words('cancelPlaceText')}</p>
      <button class="button danger" name="act" value="cancel">${words('cancelConfirm')}</button>
    </form>
  </details>`;
}
