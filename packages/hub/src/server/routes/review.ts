import type { ReviewReceipt } from '@huddlekit/contract';
import {
  approveEvent,
  blockPerson,
  closeReports,
  createReport,
  getReviewItem,
  getReviewQueue,
  listReports,
  rejectEvent,
  takeDownEvent,
} from '@huddlekit/contract/routes';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Decision } from '../../events/review.ts';
import type { Hub } from '../../hub.ts';
import { namesVersion, versionTag } from '../if-match.ts';
import { checkTurns, checkWait, networkOf } from '../limits.ts';
import { operation } from '../operation.ts';
import { ProblemError } from '../problem-error.ts';

const problems = {
  not_found: 'not_found',
  not_waiting: 'not_waiting',
  not_public: 'event_not_public',
  changed_meanwhile: 'version_mismatch',
  out_of_date: 'change_out_of_date',
} as const;

/** What the holder of a moderator's key may do, and what anybody may tell the moderators. */
export function reviewRoutes(app: FastifyInstance, hub: Hub): void {
  const { events, review } = hub;

  operation(app, createReport, async ({ id, body, key, request }) => {
    const { reportsOfNetwork, reportsOfEvent } = hub.limits;
    checkTurns([reportsOfNetwork, networkOf(request.ip)]);
    checkWait(reportsOfEvent.wait(id));
    const { spend, count } = await hub.admission.admit(request, createReport, id);
    await review.report(id, body, key, spend);
    if (count()) reportsOfEvent.take(id);
    return { status: 'received' };
  });

  /** How the caller is written down. A page of any site can send a key it was given, so none may come from a page. */
  async function actorOf({ token, request }: { token: string; request: FastifyRequest }): Promise<string> {
    if (request.headers.origin !== undefined) throw new ProblemError('key_in_browser');
    const actor = await review.keys.actorOf(token, 'moderator');
    if (actor === undefined) throw new ProblemError('unauthorized');
    return actor;
  }

  /** The version to decide on, as it was read. */
  async function readVersion(id: string, ifMatch: string): Promise<number> {
    const item = await review.item(id);
    if (!item) throw new ProblemError((await events.find(id)) ? 'not_waiting' : 'not_found');
    if (!namesVersion(ifMatch, item.version)) throw new ProblemError('version_mismatch');
    return item.version;
  }

  async function receipt(
    id: string,
    outcome: Decision | 'not_public',
    reply: FastifyReply,
  ): Promise<ReviewReceipt> {
    if (outcome !== 'done') throw new ProblemError(problems[outcome]);
    const { status, version } = await hub.storage.publicRead
      .selectFrom('events')
      .select(['status', 'version'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    reply.header('etag', versionTag(version));
    return { id, status, version };
  }

  operation(app, getReviewQueue, async (call) => {
    await actorOf(call);
    return { ...(await review.queue()), next: null };
  });

  operation(app, getReviewItem, async (call) => {
    await actorOf(call);
    const item = await review.item(call.id);
    if (!item) throw new ProblemError('not_found');
    call.reply.header('etag', versionTag(item.version));
    return item;
  });

  operation(app, approveEvent, async (call) => {
    const actor = await actorOf(call);
    const { id, ifMatch, body, reply } = call;
    const version = await readVersion(id, ifMatch);
    return receipt(id, await events.approve(id, actor, version, body.trustHost), reply);
  });

  operation(app, rejectEvent, async (call) => {
    const actor = await actorOf(call);
    const { id, ifMatch, body, reply } = call;
    const version = await readVersion(id, ifMatch);
    return receipt(id, await events.reject(id, actor, body.message, version), reply);
  });

  operation(app, takeDownEvent, async (call) => {
    const actor = await actorOf(call);
    const { id, ifMatch, body, reply } = call;
    return receipt(id, await review.takeDown(id, { actor, message: body.message, ifMatch }), reply);
  });

  operation(app, listReports, async (call) => {
    const actor = await actorOf(call);
    if (!(await review.item(call.id))) throw new ProblemError('not_found');
    return { data: await review.reports(call.id, actor), next: null };
  });

  operation(app, closeReports, async (call) => {
    const actor = await actorOf(call);
    if (!(await review.item(call.id))) throw new ProblemError('not_found');
    await review.closeReports(call.id, call.body.reportIds, actor);
    return undefined;
  });

  operation(app, blockPerson, async (call) => {
    const actor = await actorOf(call);
    const { eventId, takedown } = call.body;
    const takenDown = await review.block(eventId, actor, takedown?.message);
    if (takenDown === undefined)
      throw new ProblemError((await events.find(eventId)) ? 'event_imported' : 'not_found');
    return { takenDown };
  });
}
