import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Hub } from '../hub.ts';
import { openToken } from '../privacy/access.ts';
import type { Token } from '../privacy/tokens.ts';
import { attendancePage } from './guest/attendance-page.ts';
import { changePage, saveChange } from './guest/change-page.ts';
import { guestVisit, type GuestVisit } from './guest/guest-visit.ts';
import { eventHome } from './manage/event-home.ts';
import { invitationPage } from './manage/invitation-page.ts';
import { registerManagePages } from './manage/manage-routes.ts';
import { manageVisit } from './manage/manage-visit.ts';
import { fieldOf, isOwnForm, refuseForeignForm } from './own-forms.ts';
import { answerPage, sendNotFound, sendPage, visitOf, type PageOptions, type Visit } from './page.ts';

const manageable: readonly Token['purpose'][] = ['attendance', 'attendance-mail', 'event', 'co-host'];

/** Pages behind a link of one's own. A GET only shows, as mail programs follow links by themselves. */
export function registerPersonalPages(app: FastifyInstance, hub: Hub): void {
  app.get('/manage/:token', async (request, reply) => {
    const visit = visitOf(hub, request);
    const token = await tokenOf(hub, request);
    return answerPage(reply, visit, token && (await managePage(visit, token)));
  });

  app.post('/manage/:token', async (request, reply) => {
    const visit = visitOf(hub, request);
    if (!isOwnForm(request, hub.settings.baseUrl)) return refuseForeignForm(reply, visit);
    const token = await tokenOf(hub, request);
    const next = token && (await act(visit, token, fieldOf(request, 'act')));
    return next === undefined ? sendNotFound(reply, visit) : goOn(reply, next);
  });

  app.get('/manage/:token/change', async (request, reply) => {
    const visit = visitOf(hub, request);
    const guest = await guestOf(visit, request);
    const page = guest && !guest.isReplaced ? await changePage(guest) : undefined;
    // What can't be changed any more is told by the first page.
    return guest && !page ? goOn(reply, guest.path()) : answerPage(reply, visit, page);
  });

  app.post('/manage/:token/change', async (request, reply) => {
    const visit = visitOf(hub, request);
    if (!isOwnForm(request, hub.settings.baseUrl)) return refuseForeignForm(reply, visit);
    const guest = await guestOf(visit, request);
    if (!guest) return sendNotFound(reply, visit);
    const outcome = (guest.isReplaced ? undefined : await saveChange(guest)) ?? guest.path();
    return typeof outcome === 'string' ? goOn(reply, outcome) : sendPage(reply, visit, outcome);
  });
  registerManagePages(app, hub);
}

/** The browser asks again by GET, so that reloading the page doesn't send the form twice. */
function goOn(reply: FastifyReply, path: string): FastifyReply {
  return reply.header('cache-control', 'no-store').redirect(path, 303);
}

/** What a link opens: a guest's place, a host's event, or an invitation to host along. */
async function managePage(visit: Visit, token: Token): Promise<PageOptions | undefined> {
  const { hub, request } = visit;
  const guest = await guestVisit(visit, token);
  if (guest) return attendancePage(guest);
  const manager = await hub.hosting.manager(token);
  if (!manager) {
    const coHost = await hub.hosting.coHost(token.id);
    return coHost && coHost.status !== 'named' ? invitationPage(visit, coHost) : undefined;
  }
  const opened = await manageVisit(visit, manager, request);
  return opened && eventHome(opened);
}

/** Does what the button of the first page behind a link says. Answers the path to go on to; undefined where there is no such button. */
async function act(visit: Visit, token: Token, name: string | undefined): Promise<string | undefined> {
  const { hub, request } = visit;
  const guest = await guestVisit(visit, token);
  if (guest) return actOfGuest(guest, name);
  const isAnswer = token.purpose === 'co-host' && (name === 'accept' || name === 'decline');
  return isAnswer && (await hub.hosting.answerInvitation(token.id, name === 'accept'))
    ? request.url
    : undefined;
}

async function actOfGuest(
  { hub, row, isByMail, isReplaced, path }: GuestVisit,
  name: string | undefined,
): Promise<string | undefined> {
  if (isReplaced) return path();
  if (name === 'cancel') return (await hub.attendances.cancel(row.id)) ? path() : undefined;
  // Only a mailed link proves that the mailbox is theirs.
  if (name !== 'confirm' || !isByMail) return undefined;
  const outcome = await hub.attendances.confirm(row.id);
  if (outcome === 'not_found') return undefined;
  return outcome === 'expired' ? path() : path('', { done: 'settled' });
}

async function guestOf(visit: Visit, request: FastifyRequest): Promise<GuestVisit | undefined> {
  const token = await tokenOf(visit.hub, request);
  return token && guestVisit(visit, token);
}

async function tokenOf(hub: Hub, request: FastifyRequest): Promise<Token | undefined> {
  const { token: text = '' } = request.params as { token?: string };
  const token = await openToken(hub, text);
  return token && manageable.includes(token.purpose) ? token : undefined;
}
