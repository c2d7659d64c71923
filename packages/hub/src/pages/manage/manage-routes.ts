import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Hub } from '../../hub.ts';
import { openToken } from '../../privacy/access.ts';
import { bodyLimit } from '../../server/app.ts';
import { html } from '../../text/html.ts';
import { isOwnForm, refuseForeignForm } from '../own-forms.ts';
import { answerPage, sendNotFound, sendPage, visitOf, type PageOptions, type Visit } from '../page.ts';
import { cancelPage } from './cancel-page.ts';
import { coHostsPage } from './co-hosts-page.ts';
import { editPage } from './edit-page.ts';
import { guestsPage } from './guests-page.ts';
import { linkPage } from './link-page.ts';
import { manageVisit, type ManagePage, type ManageVisit } from './manage-visit.ts';
import { messagePage } from './message-page.ts';

const pages: Readonly<Record<string, ManagePage>> = {
  edit: editPage,
  cancel: cancelPage,
  guests: guestsPage,
  message: messagePage,
  'co-hosts': coHostsPage,
  link: linkPage,
};

/** The pages of one concern behind a host's link. A GET only shows; every act is a form of our own. */
export function registerManagePages(app: FastifyInstance, hub: Hub): void {
  app.get('/manage/:token/:page', async (request, reply) => {
    const visit = visitOf(hub, request);
    const opened = await open(visit, request);
    const page = await opened?.page.show(opened.visit);
    return answerPage(reply, visit, page && narrow(page));
  });

  // A long description in letters of several bytes, as a form writes them.
  const options = { bodyLimit: 4 * bodyLimit };
  app.post('/manage/:token/:page', options, async (request, reply) => {
    const visit = visitOf(hub, request);
    if (!isOwnForm(request, hub.settings.baseUrl)) return refuseForeignForm(reply, visit);
    const opened = await open(visit, request);
    return answerAct(reply, visit, await opened?.page.act?.(opened.visit));
  });

  async function open(
    visit: Visit,
    request: FastifyRequest,
  ): Promise<{ page: ManagePage; visit: ManageVisit } | undefined> {
    const { token: text = '', page: name = '' } = request.params as { token?: string; page?: string };
    const token = await openToken(hub, text);
    const manager = token && (await hub.hosting.manager(token));
    const page = Object.hasOwn(pages, name) ? pages[name] : undefined;
    if (!manager || !page || (page.isForHost && !manager.isHost)) return undefined;
    const opened = await manageVisit(visit, manager, request);
    return opened && { page, visit: opened };
  }
}

/** After an act the browser asks again by GET, so that reloading the page doesn't send the form twice. */
function answerAct(
  reply: FastifyReply,
  visit: Visit,
  outcome: Awaited<ReturnType<NonNullable<ManagePage['act']>>>,
): Promise<FastifyReply> | FastifyReply {
  if (outcome === undefined) return sendNotFound(reply, visit);
  if (typeof outcome !== 'string') return sendPage(reply, visit, narrow(outcome));
  return reply.header('cache-control', 'no-store').redirect(outcome, 303);
}

/** Forms and lists keep to the width of a line of reading. */
function narrow(page: PageOptions): PageOptions {
  return { ...page, body: html`<div class="narrow">${page.body}</div>` };
}
