import type { ManagedEvent } from '@huddlekit/contract';
import { html, type Html } from '../../text/html.ts';
import { addressInWords, eventFacts, fact } from '../event-facts.ts';
import type { PageOptions, Visit, Words } from '../page.ts';
import { doneNotice, type ManageVisit } from './manage-visit.ts';
import { waitingChange } from './waiting-change.ts';

/** The first page behind a host's or co-host's link: how the event stands, and what can be done. */
export async function eventHome(visit: ManageVisit): Promise<PageOptions | undefined> {
  const { hub, words, language, manager, event: publicView } = visit;
  const event = await hub.events.managed(manager.eventId, manager.actor);
  if (!event) return undefined;
  const isHome = event.location?.kind === 'home';
  const kind = words(manager.isHost ? 'manageEventTitle' : 'manageCoHost');
  return {
    title: kind,
    isPrivate: true,
    body: html`
      <p class="kind">${kind}</p>
      <h1>${publicView.title}</h1>
      <p class="lead">${stateInWords(event, visit)}</p>
      ${doneNotice(visit)}
      <div class="columns manage">
        <aside>${choices(event, visit)}</aside>
        <div>
          ${event.pendingChange && waitingChange(event, event.pendingChange, visit)}
          ${eventFacts(publicView, visit, [
            isHome
              ? fact(words('addressTitle'), html`<strong>${addressInWords(event.location)}</strong>`)
              : html``,
            isHome
              ? fact(words('addressRelease'), words(releases[event.addressRelease] ?? 'release24h'))
              : html``,
            fact(words('coming'), comingInWords(event, visit)),
            event.coHosts.length > 0
              ? fact(words('manageCoHosts'), event.coHosts.map(({ name }) => name).join(', '))
              : html``,
          ])}
          ${event.status === 'confirmed' && html`<p><a href="/e/${event.id}?lang=${language}">${words('publicView')}</a></p>`}
        </div>
      </div>
    `,
  };
}

/** What this person may do now, the likeliest first. */
function choices(event: ManagedEvent, { words, manager, path }: ManageVisit): Html {
  const isOn = event.status !== 'cancelled';
  const { toolkit } = event.links;
  const items = [
    { href: path('guests'), name: words('manageGuests'), isShown: true },
    { href: path('edit'), name: words('manageEdit'), isShown: isOn },
    { href: path('message'), name: words('manageMessage'), isShown: isOn },
    { href: path('co-hosts'), name: words('manageCoHosts'), isShown: isOn && manager.isHost },
    { href: toolkit ?? '', name: words('manageKit'), isShown: toolkit !== null },
    { href: path('link'), name: words('manageLink'), isShown: manager.isHost },
    { href: path('cancel'), name: words('manageCancel'), isShown: isOn && manager.isHost, isGrave: true },
  ];
  return html`<nav class="panel tasks" aria-labelledby="tasks">
    <h2 id="tasks">${words('manageDo')}</h2>
    <ul>
      ${items
        .filter(({ isShown }) => isShown)
        .map(
          ({ href, name, isGrave }) =>
            html`<li><a class="${isGrave && 'danger'}" href="${href}">${name}</a></li>`,
        )}
    </ul>
  </nav>`;
}

const states: Readonly<Record<string, Parameters<Words>[0]>> = {
  pending: 'statePending',
  confirmed: 'stateConfirmed',
  rejected: 'stateRejected',
  cancelled: 'stateCancelled',
};

const releases: Readonly<Record<string, Parameters<Words>[0]>> = {
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
