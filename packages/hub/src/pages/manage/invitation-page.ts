import type { CoHost } from '../../events/co-hosts.ts';
import { html } from '../../text/html.ts';
import { localizedEvent } from '../../text/localized-event.ts';
import { eventFacts } from '../event-facts.ts';
import type { PageOptions, Visit } from '../page.ts';

/** What somebody sees who was asked to host along: what everybody sees of the event, and two buttons. */
export async function invitationPage(visit: Visit, coHost: CoHost): Promise<PageOptions | undefined> {
  const { hub, words, language } = visit;
  const stored = await hub.events.find(coHost.eventId);
  if (!stored) return undefined;
  const event = localizedEvent(hub, stored, language);
  const hasDeclined = coHost.status === 'declined';
  return {
    title: words(hasDeclined ? 'declinedTitle' : 'invitedTitle'),
    isPrivate: true,
    body: html`<div class="narrow">
      <p class="kind">${words('invitedKind')}</p>
      <h1>${words(hasDeclined ? 'declinedTitle' : 'invitedTitle')}</h1>
      <p class="lead">
        ${hasDeclined ? words('declinedText') : words('invitedText', { host: event.hostName ?? words('reviewHost') })}
      </p>
      <h2>${event.title}</h2>
      ${eventFacts(event, visit)}
      <p>${words('invitedMay')}</p>
      <form class="form" method="post">
        <div class="actions">
          <button class="button primary" name="act" value="accept">${words('invitedAccept')}</button>
          ${!hasDeclined && html`<button class="button" name="act" value="decline">${words('invitedDecline')}</button>`}
        </div>
      </form>
    </div>`,
  };
}
