import { RejectionInput } from '@huddlekit/contract';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Decision } from '../../events/review.ts';
import type { Hub } from '../../hub.ts';
import { fieldOf, isOwnForm, refuseForeignForm } from '../own-forms.ts';
import { sendNotFound, sendPage, visitOf, type Visit, type Words } from '../page.ts';
import { itemPage } from './item-page.ts';
import { queuePage } from './queue-page.ts';
import { sessionOf } from './session-cookie.ts';
import { registerSignInPages, signInPage } from './sign-in-pages.ts';

type Notice = Parameters<Words>[0];

const notices: Readonly<Record<Exclude<Decision | 'not_public' | 'no_message', 'done'>, Notice>> = {
  not_found: 'reviewNotWaiting',
  not_waiting: 'reviewNotWaiting',
  not_public: 'reviewNotWaiting',
  changed_meanwhile: 'reviewChangedMeanwhile',
  out_of_date: 'reviewOutOfDate',
  no_message: 'reviewNeedsMessage',
};
type Outcome = 'done' | keyof typeof notices;

/** The moderators' pages. Every act is a form of our own, sent by a signed-in moderator. */
export function registerReviewPages(app: FastifyInstance, hub: Hub): void {
  registerSignInPages(app, hub);
  const { review } = hub;
  const actorOf = (request: FastifyRequest): Promise<string | undefined> =>
    review.moderators.actorOf(sessionOf(request));

  app.get('/review', async (request, reply) => {
    const visit = visitOf(hub, request);
    if (!(await actorOf(request))) return sendPage(reply, visit, signInPage(visit));
    return sendPage(reply, visit, queuePage(visit, await review.queue()));
  });

  app.get('/review/:id', async (request, reply) => {
    const visit = visitOf(hub, request);
    const actor = await actorOf(request);
    if (!actor) return sendPage(reply, visit, { ...signInPage(visit), status: 401 });
    return sendItem(visit, reply, actor);
  });

  app.post('/review/:id', async (request, reply) => {
    const visit = visitOf(hub, request);
    if (!isOwnForm(request, hub.settings.baseUrl)) return refuseForeignForm(reply, visit);
    const actor = await actorOf(request);
    if (!actor) return sendPage(reply, visit, { ...signInPage(visit), status: 401 });
    const outcome = await act(hub, request, actor);
    if (outcome !== 'done') return sendItem(visit, reply, actor, outcome);
    return reply.header('cache-control', 'no-store').redirect(`/review?done&lang=${visit.language}`, 303);
  });

  async function sendItem(
    visit: Visit,
    reply: FastifyReply,
    actor: string,
    failure?: keyof typeof notices,
  ): Promise<FastifyReply> {
    const id = idOf(visit.request);
    const item = await review.item(id);
    if (!item) return sendNotFound(reply, visit);
    const reports = await review.reports(id, actor);
    const notice = failure && visit.words(notices[failure]);
    const page = itemPage(visit, item, reports, notice);
    return sendPage(reply, visit, { ...page, status: failure ? 409 : 200 });
  }
}

/** Does what a form asks for. */
async function act(hub: Hub, request: FastifyRequest, actor: string): Promise<Outcome> {
  const { events, review } = hub;
  const id = idOf(request);
  const version = Number(fieldOf(request, 'version'));
  const name = fieldOf(request, 'act');
  const message = RejectionInput.safeParse({ message: fieldOf(request, 'message') ?? '' }).data?.message;
  switch (name) {
    case 'approve':
    case 'trust':
      return events.approve(id, actor, version, name === 'trust');
    case 'reject':
      return message === undefined ? 'no_message' : events.reject(id, actor, message, version);
    case 'takedown':
      return message === undefined ? 'no_message' : review.takeDown(id, { actor, message });
    case 'block': {
      const takesDown = fieldOf(request, 'takedown') === 'yes';
      if (takesDown && message === undefined) return 'no_message';
      const takenDown = await review.block(id, actor, takesDown ? message : undefined);
      return takenDown === undefined ? 'not_found' : 'done';
    }
    case 'close': {
      const ids = (fieldOf(request, 'reports') ?? '').split(' ').filter(Boolean).slice(0, 100);
      if (ids.length > 0) await review.closeReports(id, ids, actor);
      return 'done';
    }
    default:
      return 'not_waiting';
  }
}

function idOf(request: FastifyRequest): string {
  const { id = '' } = request.params as { id?: string };
  return id;
}
