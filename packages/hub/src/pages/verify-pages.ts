import type { Event } from '@huddlekit/contract';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { renewalPause, verificationLife, type Verification } from '../events/verification.ts';
import type { Hub } from '../hub.ts';
import { html, type Html } from '../text/html.ts';
import { fieldOf, isOwnForm, refuseForeignForm } from './own-forms.ts';
import { sendNotFound, sendPage, visitOf, type PageOptions, type Visit } from './page.ts';

/** The pages behind the link that confirms an event: a GET only shows, its button uses the link up. */
export function registerVerifyPages(app: FastifyInstance, hub: Hub): void {
  app.get('/verify/:token', async (request, reply) => {
    const visit = visitOf(hub, request);
    const link = await linkOf(hub, request);
    return link ? sendPage(reply, visit, linkPage(link, visit)) : sendNotFound(reply, visit);
  });

  app.post('/verify/:token', async (request, reply) => {
    const visit = visitOf(hub, request);
    if (!isOwnForm(request, hub.settings.baseUrl)) return refuseForeignForm(reply, visit);
    const link = await linkOf(hub, request);
    if (!link) return sendNotFound(reply, visit);
    const { event, state } = link;
    if (state === 'expired' && fieldOf(request, 'act') === 'renew') {
      const isSent = (await hub.events.renewVerification(event.id)) === 'sent';
      if (!isSent) reply.header('retry-after', String(renewalPause / 1000));
      return sendPage(reply, visit, renewedPage(event, visit, isSent));
    }
    if (state !== 'open') return sendPage(reply, visit, linkPage(link, visit));
    await hub.events.verify(event.id);
    return sendPage(reply, visit, await verifiedPage(event.id, visit));
  });
}

interface Link {
  readonly event: Event;
  readonly state: Verification;
}

/** What a genuine link leads to, also one that can't do anything any more. */
async function linkOf(hub: Hub, request: FastifyRequest): Promise<Link | undefined> {
  const { token: text = '' } = request.params as { token?: string };
  const token = hub.tokens.read(text);
  if (token?.purpose !== 'verify') return undefined;
  const [event, state] = await Promise.all([hub.events.find(token.id), hub.events.verification(token)]);
  return event && state && { event, state };
}

function linkPage({ event, state }: Link, visit: Visit): PageOptions {
  const { words } = visit;
  switch (state) {
    case 'open':
      return page(
        event,
        visit,
        'verifyTitle',
        html`<p class="lead">${words('verifyText')}</p>
          <form method="post">
            <button class="button primary" name="act" value="verify">${words('verifyButton')}</button>
          </form>`,
      );
    case 'confirmed':
      return page(
        event,
        visit,
        'verifiedAlreadyTitle',
        html`<p class="lead">${words('verifiedAlreadyText')}</p>`,
      );
    case 'expired':
      return page(
        event,
        visit,
        'verifyOldTitle',
        html`<p class="lead">${words('verifyOldText', { hours: verificationLife / 3_600_000 })}</p>
          <form method="post">
            <button class="button primary" name="act" value="renew">${words('verifyOldButton')}</button>
            <p class="small muted">${words('verifyOldWhere')}</p>
          </form>`,
      );
  }
}

/** That a new link was mailed, or that its reader should look for the one before. */
function renewedPage(event: Event, visit: Visit, isSent: boolean): PageOptions {
  const { words } = visit;
  return isSent
    ? page(event, visit, 'verifySentTitle', html`<p class="lead">${words('verifySentText')}</p>`)
    : {
        ...page(
          event,
          visit,
          'verifyWaitTitle',
          html`<p class="lead">${words('verifyWaitText', { minutes: renewalPause / 60_000 })}</p>`,
        ),
        status: 429,
      };
}

/** Who has confirmed has their own link from now on, also while nobody has read their event yet. */
async function verifiedPage(id: string, { hub, words, language }: Visit): Promise<PageOptions> {
  const [event, version] = await Promise.all([hub.events.get(id), hub.hosting.tokenVersion(id)]);
  const link = version && `/manage/${hub.tokens.sign('event', id, version)}?lang=${language}`;
  return {
    title: words('verifiedTitle'),
    isPrivate: true,
    body: html`<h1>${words('verifiedTitle')}</h1>
      <p class="lead">${words(event ? 'verifiedPublic' : 'verifiedText')}</p>
      ${link && html`<p><a href="${link}">${words('verifiedManage')}</a></p>`}
      ${event && html`<p><a href="/e/${id}?lang=${language}">${words('publicView')}</a></p>`}`,
  };
}

/** A page about one event, which is named above what is said of it. */
function page(event: Event, { words }: Visit, title: Parameters<Visit['words']>[0], body: Html): PageOptions {
  return {
    title: words(title),
    isPrivate: true,
    body: html`<p class="kind">${event.title}</p>
      <h1>${words(title)}</h1>
      ${body}`,
  };
}
