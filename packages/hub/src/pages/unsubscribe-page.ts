import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Hub } from '../hub.ts';
import { setUnsubscribed, unsubscribeLink } from '../mail/unsubscribe.ts';
import { html } from '../text/html.ts';
import { fieldOf, isOwnForm, refuseForeignForm } from './own-forms.ts';
import { sendNotFound, sendPage, visitOf, type PageOptions, type Visit } from './page.ts';

/**
 * The page behind the link that stops mails: a GET only shows. A POST acts, be it of its button or of a mail program
 * that sends `List-Unsubscribe=One-Click` (RFC 8058) and reads no page.
 */
export function registerUnsubscribePage(app: FastifyInstance, hub: Hub): void {
  app.get('/unsubscribe/:token', async (request, reply) => {
    const visit = visitOf(hub, request);
    return (await linkOf(hub, request)) ? sendPage(reply, visit, askPage(visit)) : sendNotFound(reply, visit);
  });

  // A plugin of its own, so that no other page reads such a form.
  app.register(async (own) => {
    acceptMultipart(own);
    own.post('/unsubscribe/:token', async (request, reply) => {
      const visit = visitOf(hub, request);
      if (!isOwnForm(request, hub.settings.baseUrl)) return refuseForeignForm(reply, visit);
      const link = await linkOf(hub, request);
      if (!link) return sendNotFound(reply, visit);
      const isStopped = fieldOf(request, 'act') !== 'again';
      await setUnsubscribed(hub, link, isStopped);
      return sendPage(reply, visit, isStopped ? stoppedPage(visit) : againPage(visit));
    });
  });
}

/** Mail programs may send their word as `multipart/form-data`; it can only mean to stop, so its content is dropped. */
function acceptMultipart(app: FastifyInstance): void {
  const options = { parseAs: 'buffer', bodyLimit: 16_384 } as const;
  app.addContentTypeParser('multipart/form-data', options, (_request, _body, done) => {
    done(null, undefined);
  });
}

function linkOf(hub: Hub, request: FastifyRequest): ReturnType<typeof unsubscribeLink> {
  const { token = '' } = request.params as { token?: string };
  return unsubscribeLink(hub, token);
}

function askPage({ words }: Visit): PageOptions {
  return {
    title: words('unsubscribeTitle'),
    isPrivate: true,
    body: html`<h1>${words('unsubscribeTitle')}</h1>
      <p class="lead">${words('unsubscribeText')}</p>
      <form method="post">
        <button class="button primary" name="act" value="stop">${words('unsubscribeButton')}</button>
      </form>`,
  };
}

function stoppedPage({ words }: Visit): PageOptions {
  return {
    title: words('unsubscribedTitle'),
    isPrivate: true,
    body: html`<h1>${words('unsubscribedTitle')}</h1>
      <p class="lead">${words('unsubscribedText')}</p>
      <form method="post">
        <button class="button" name="act" value="again">${words('resubscribeButton')}</button>
      </form>`,
  };
}

function againPage({ words }: Visit): PageOptions {
  return {
    title: words('resubscribedTitle'),
    isPrivate: true,
    body: html`<h1>${words('resubscribedTitle')}</h1>
      <p class="lead">${words('resubscribedText')}</p>`,
  };
}
