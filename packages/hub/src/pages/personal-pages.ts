import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Hub } from '../hub.ts';
import { openToken } from '../privacy/access.ts';
import type { Token } from '../privacy/tokens.ts';
import { attendancePage } from './manage/attendance-page.ts';
import { eventHome } from './manage/event-home.ts';
import { invitationPage } from './manage/invitation-page.ts';
import { registerManagePages } from './manage/manage-routes.ts';
import { manageVisit } from './manage/manage-visit.ts';
import { fieldOf, isOwnForm, refuseForeignForm } from './own-forms.ts';
import { answerPage, sendNotFound, visitOf, type PageOptions, type Visit } from './page.ts';

const forAttendance: readonly Token['purpose'][] = ['attendance', 'attendance-mail'];
const manageable: readonly Token['purpose'][] = [...forAttendance, 'event', 'co-host'];

/** Pages behind a link of one's own. A GET only shows, as mail programs follow links by themselves. */
export function registerPersonalPages(app: FastifyInstance, hub: Hub): void {
  app.get('/manage/:token', async (request, reply) => {
    const visit = visitOf(hub, request);
    const token = await tokenOf(hub, request, manageable);
    return answerPage(reply, visit, token && (await managePage(visit, token)));
  });

  app.post('/manage/:token', async (request, reply) => {
    const visit = visitOf(hub, request);
    if (!isOwnForm(request, hub.settings.baseUrl)) return refuseForeignForm(reply, visit);
    const token = await tokenOf(hub, request, manageable);
    if (!token || !(await act(hub, token, fieldOf(request, 'act')))) return sendNotFound(reply, visit);
    // The browser asks again by GET, so that reloading the page doesn't send the form twice.
    return reply.header('cache-control', 'no-store').redirect(request.url, 303);
  });
  registerManagePages(app, hub);
}

/** What a link opens: a guest's place, a host's event, or an invitation to host along. */
async function managePage(visit: Visit, token: Token): Promise<PageOptions | undefined> {
  const { hub, request } = visit;
  if (forAttendance.includes(token.purpose)) return attendancePage(visit, token);
  const manager = await hub.hosting.manager(token);
  if (!manager) {
    const coHost = await hub.hosting.coHost(token.id);
    return coHost && coHost.status !== 'named' ? invitationPage(visit, coHost) : undefined;
  }
  const opened = await manageVisit(visit, manager, request);
  return opened && eventHome(opened);
}

/** Does what the button of the first page behind a link says; answers false where there is no such button. */
async function act(hub: Hub, { purpose, id }: Token, name: string | undefined): Promise<boolean> {
  if (forAttendance.includes(purpose)) return name === 'cancel' && hub.attendances.cancel(id);
  const isAnswer = purpose === 'co-host' && (name === 'accept' || name === 'decline');
  return isAnswer && hub.hosting.answerInvitation(id, name === 'accept');
}

async function tokenOf(
  hub: Hub,
  request: FastifyRequest,
  purposes: readonly Token['purpose'][],
): Promise<Token | undefined> {
  const { token: text = '' } = request.params as { token?: string };
  const token = await openToken(hub, text);
  return token && purposes.includes(token.purpose) ? token : undefined;
}
