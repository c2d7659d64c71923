import type { Event } from '@huddlekit/contract';
import type { FastifyRequest } from 'fastify';
import type { EventManager } from '../../events/event-manager.ts';
import { html, type Html } from '../../text/html.ts';
import { localizedEvent } from '../../text/localized-event.ts';
import type { PageOptions, Visit } from '../page.ts';
import type { Words } from '../page.ts';

/** A visit by the link of somebody who manages an event. */
export interface ManageVisit extends Visit {
  readonly manager: EventManager;
  /** What everybody may know of the event, whatever its state. */
  readonly event: Event;
  /** Path of a page behind the same link; the main one where none is named. */
  path(page?: string, values?: Readonly<Record<string, string>>): string;
}

/** A page of one concern. */
export interface ManagePage {
  /** Not for co-hosts. */
  readonly isForHost?: boolean;
  show(visit: ManageVisit): Promise<PageOptions | undefined>;
  /** Does what a sent form asks for. Answers the page to show, or the path to go on to. */
  act?(visit: ManageVisit): Promise<PageOptions | string | undefined>;
}

export async function manageVisit(
  visit: Visit,
  manager: EventManager,
  request: FastifyRequest,
): Promise<ManageVisit | undefined> {
  const { hub, language } = visit;
  const { token = '' } = request.params as { token?: string };
  const stored = await hub.events.find(manager.eventId);
  return (
    stored && {
      ...visit,
      manager,
      event: localizedEvent(hub, stored, language),
      path: (page = '', values = {}) =>
        `/manage/${[token, page].filter(Boolean).join('/')}?${new URLSearchParams({ ...values, lang: language }).toString()}`,
    }
  );
}

/** Way back and title of a page of one concern, and what came of the last form. */
export function manageHead(visit: ManageVisit, title: string): Html {
  const { words, event, path } = visit;
  return html`<p class="kind"><a href="${path()}">${words('manageBack')}</a></p>
    <h1>${title}</h1>
    ${doneNotice(visit)}
    <p class="about">${event.title}</p>`;
}

const outcomes: Readonly<Record<string, Parameters<Words>[0]>> = {
  saved: 'doneSaved',
  waiting: 'doneWaiting',
  quiet: 'doneQuiet',
  withdrawn: 'doneWithdrawn',
  sent: 'doneSent',
  approved: 'doneApproved',
  came: 'doneCame',
  undone: 'doneUndone',
  invited: 'doneInvited',
  named: 'doneNamed',
  removed: 'doneRemoved',
  renewed: 'doneRenewed',
  place: 'donePlaceChanged',
  settled: 'donePlaceConfirmed',
};

/** What came of the form that led here. */
export function doneNotice({ query, words }: Visit): Html {
  const outcome = outcomes[query['done'] ?? ''];
  return html`${outcome && html`<p class="notice done" role="status">${words(outcome)}</p>`}`;
}
