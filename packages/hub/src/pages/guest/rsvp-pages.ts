import { randomBytes } from 'node:crypto';
import type { Event } from '@huddlekit/contract';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Hub } from '../../hub.ts';
import { networkOf, takeTurns } from '../../server/limits.ts';
import { ProblemError } from '../../server/problem-error.ts';
import { html } from '../../text/html.ts';
import { localizedEvent } from '../../text/localized-event.ts';
import { sentValues } from '../manage/edit-values.ts';
import { isOwnForm, refuseForeignForm } from '../own-forms.ts';
import { sendNotFound, sendPage, visitOf, type PageOptions, type Visit } from '../page.ts';
import { guestErrors, mostGuestsAt, openTimes } from './guest-fields.ts';
import { askedRsvp, rsvpPage, trap } from './rsvp-form.ts';

/**
 * Signing up without script, on a page of its own: the event's page may be kept by caches, and the random key of a
 * form must not be. Such a party is counted once its mailed link was followed.
 */
export function registerRsvpPages(app: FastifyInstance, hub: Hub): void {
  app.get('/e/:id/rsvp', async (request, reply) => {
    const visit = visitOf(hub, request);
    const event = await eventOf(visit, request);
    if (event === undefined) return sendNotFound(reply, visit);
    if (!takesRsvps(event, visit)) return toEvent(reply, event, visit);
    return sendPage(reply, visit, rsvpPage(event, { values: {}, errors: {}, key: newKey() }, visit));
  });

  app.post('/e/:id/rsvp', async (request, reply) => {
    const visit = visitOf(hub, request);
    if (!isOwnForm(request, hub.settings.baseUrl)) return refuseForeignForm(reply, visit);
    const event = await eventOf(visit, request);
    if (event === undefined) return sendNotFound(reply, visit);
    if (!takesRsvps(event, visit)) return toEvent(reply, event, visit);
    const { wait, page } = await send(event, visit, request);
    if (wait > 0) reply.header('retry-after', String(wait));
    return sendPage(reply, visit, page);
  });
}

/** Takes a sent form. Whatever is wrong with it, what was typed stays. */
async function send(
  event: Event,
  visit: Visit,
  request: FastifyRequest,
): Promise<{ readonly wait: number; readonly page: PageOptions }> {
  const { hub, words } = visit;
  const { key: sentKey = '', ...values } = sentValues(request.body);
  const key = isKey(sentKey) ? sentKey : newKey();
  const form = { values, errors: {}, key };
  const { formsOfNetwork, formsOfEvent } = hub.limits;
  const wait = takeTurns([formsOfNetwork, networkOf(request.ip)], [formsOfEvent, event.id]);
  if (wait > 0) {
    const text = words('rsvpTooMany', { count: Math.ceil(wait / 60) });
    return { wait, page: rsvpPage(event, { ...form, problem: { text, status: 429 } }, visit) };
  }
  const asked = askedRsvp(event, values, visit);
  if ('errors' in asked) return { wait, page: rsvpPage(event, { ...form, errors: asked.errors }, visit) };
  const sent = sentPage(event, asked.request.person.email, visit);
  if (values[trap]) return { wait, page: sent };
  try {
    await hub.attendances.create(event.id, asked.request, key, 'page');
    return { wait, page: sent };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    if (error.code === 'idempotency_mismatch') {
      const problem = { text: words('rsvpSentAgain'), status: error.status };
      return { wait, page: rsvpPage(event, { ...form, key: newKey(), problem }, visit) };
    }
    const most = await mostGuestsAt(hub, asked.request.timeslotIds[0], event.guestsPerRsvp);
    const errors = guestErrors(error.errors, most, visit);
    if (Object.keys(errors).length === 0) throw error;
    return { wait, page: rsvpPage(event, { ...form, errors }, visit) };
  }
}

async function eventOf({ hub, language }: Visit, request: FastifyRequest): Promise<Event | undefined> {
  const { id = '' } = request.params as { id?: string };
  const event = await hub.events.get(id);
  return event && localizedEvent(hub, event, language);
}

function takesRsvps(event: Event, { hub }: Visit): boolean {
  return event.rsvp === 'native' && event.status !== 'cancelled' && openTimes(event, hub.now()).length > 0;
}

/** What can't be signed up for says so on its own page. */
function toEvent(reply: FastifyReply, { id }: Event, { language }: Visit): FastifyReply {
  return reply.header('cache-control', 'no-store').redirect(`/e/${id}?lang=${language}`, 303);
}

/** The same for every mailbox, known here or not. */
function sentPage(event: Event, email: string, { words, language }: Visit): PageOptions {
  return {
    title: words('rsvpSentTitle'),
    isPrivate: true,
    body: html`<div class="narrow">
      <p class="kind"><a href="/e/${event.id}?lang=${language}">${event.title}</a></p>
      <h1>${words('rsvpSentTitle')}</h1>
      <p class="lead link-text" role="status">${words('rsvpSentText', { email })}</p>
      <p>${words('rsvpSentWrong')}</p>
    </div>`,
  };
}

function newKey(): string {
  return randomBytes(16).toString('base64url');
}

function isKey(text: string): boolean {
  return /^[\w-]{22}$/.test(text);
}
