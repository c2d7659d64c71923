import type { FastifyInstance } from 'fastify';
import { emailAddress } from '@huddlekit/contract';
import type { Hub } from '../../hub.ts';
import { normalEmail } from '../../privacy/vault.ts';
import { networkOf, takeTurns } from '../../server/limits.ts';
import { html } from '../../text/html.ts';
import { fieldOf, isOwnForm, refuseForeignForm } from '../own-forms.ts';
import {
  privacyLine,
  sendNotFound,
  sendPage,
  sendTooMany,
  visitOf,
  type PageOptions,
  type Visit,
} from '../page.ts';
import { sessionOf, setSession } from './session-cookie.ts';

/** Signing in to the review by a mailed link, and out. The link's page only shows; its button uses the link up. */
export function registerSignInPages(app: FastifyInstance, hub: Hub): void {
  const { moderators } = hub.review;
  const isSecure = hub.settings.baseUrl.startsWith('https:');

  app.post('/review/sign-in', async (request, reply) => {
    const visit = visitOf(hub, request);
    if (!isOwnForm(request, hub.settings.baseUrl)) return refuseForeignForm(reply, visit);
    const email = emailAddress.safeParse(fieldOf(request, 'email'));
    const { signInsOfNetwork, signInsOfMailbox } = hub.limits;
    const wait = takeTurns(
      [signInsOfNetwork, networkOf(request.ip)],
      // By its hash, so that no e-mail stays in memory.
      ...(email.success
        ? [[signInsOfMailbox, hub.vault.hash('email', normalEmail(email.data))] as const]
        : []),
    );
    if (wait > 0) return sendTooMany(reply, visit, wait);
    if (email.success) await moderators.requestLink(email.data, visit.language);
    const { words } = visit;
    return sendPage(reply, visit, {
      title: words('reviewSentTitle'),
      isPrivate: true,
      body: html`<h1>${words('reviewSentTitle')}</h1>
        <p class="lead">${words('reviewSentText')}</p>`,
    });
  });

  app.get('/review/in/:token', async (request, reply) => {
    const visit = visitOf(hub, request);
    const { token = '' } = request.params as { token?: string };
    if (!(await moderators.isLink(token))) return sendNotFound(reply, visit);
    const { words } = visit;
    return sendPage(reply, visit, {
      title: words('reviewInTitle'),
      isPrivate: true,
      body: html`<h1>${words('reviewInTitle')}</h1>
        <p class="lead">${words('reviewInText')}</p>
        <form method="post">
          <button class="button primary">${words('reviewIn')}</button>
        </form>`,
    });
  });

  app.post('/review/in/:token', async (request, reply) => {
    const visit = visitOf(hub, request);
    if (!isOwnForm(request, hub.settings.baseUrl)) return refuseForeignForm(reply, visit);
    const { token = '' } = request.params as { token?: string };
    const session = await moderators.signIn(token);
    if (session === undefined) return sendNotFound(reply, visit);
    setSession(reply, session, { isSecure });
    return reply.header('cache-control', 'no-store').redirect(`/review?lang=${visit.language}`, 303);
  });

  app.post('/review/sign-out', async (request, reply) => {
    const visit = visitOf(hub, request);
    if (!isOwnForm(request, hub.settings.baseUrl)) return refuseForeignForm(reply, visit);
    await moderators.signOut(sessionOf(request));
    setSession(reply, '', { isSecure });
    return reply.header('cache-control', 'no-store').redirect(`/review?lang=${visit.language}`, 303);
  });
}

/** What who isn't signed in sees in place of anything of the review. */
export function signInPage(visit: Visit): PageOptions {
  const { words, language } = visit;
  return {
    title: words('reviewTitle'),
    isPrivate: true,
    body: html`<h1>${words('reviewTitle')}</h1>
      <p class="lead">${words('reviewSignInText')}</p>
      <form class="form" method="post" action="/review/sign-in?lang=${language}">
        <label
          ><span class="label">${words('reviewEmail')}</span
          ><input type="email" name="email" autocomplete="email" maxlength="254" required
        /></label>
        <button class="button primary">${words('reviewSend')}</button>
        ${privacyLine(visit)}
      </form>`,
  };
}
