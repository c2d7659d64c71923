import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Hub } from '../hub.ts';
import { openToken } from '../privacy/access.ts';
import type { Token } from '../privacy/tokens.ts';
import { ProblemError } from '../server/problem-error.ts';
import { html } from '../text/html.ts';
import { eventPage } from './event-page.ts';
import { homePage } from './home-page.ts';
import type { en } from './locales/en.ts';
import { attendancePage, hostedEventPage } from './manage-page.ts';
import { sendNotFound, sendPage, visitOf, widgetsScript, type PageOptions, type Visit } from './page.ts';
import { stylesheet, stylesheetPath } from './stylesheet.ts';

type Parameters = Readonly<Record<string, string>>;
type WordKey = keyof typeof en;

/** The pages for people. A GET only shows; what changes something is a POST from a page of our own. */
export function registerPages(app: FastifyInstance, hub: Hub): void {
  // Buttons send an ordinary form; nothing in it is read but that it came.
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (_request, _body, done) => {
      done(null, undefined);
    },
  );

  const show = (
    path: string,
    page: (visit: Visit, parameters: Parameters) => Promise<PageOptions | undefined>,
  ): void => {
    app.get(path, async (request, reply) =>
      answer(reply, visitOf(hub, request), await page(visitOf(hub, request), request.params as Parameters)),
    );
  };

  app.get(stylesheetPath, (_request, reply) =>
    reply
      .headers({
        'content-type': 'text/css; charset=utf-8',
        'cache-control': 'public, max-age=31536000, immutable',
      })
      .send(stylesheet),
  );
  show('/', homePage);
  show('/host', (visit) => Promise.resolve(hostPage(visit)));
  show('/e/:id', async (visit, { id = '' }) => {
    const event = await hub.events.get(id);
    return event && eventPage(event, visit);
  });
  app.get('/i/:code', async (request, reply) => {
    const { code = '' } = request.params as Parameters;
    const id = await hub.attendances.invitedTo(code);
    return id
      ? reply.redirect(`/e/${id}?invitedBy=${encodeURIComponent(code)}`, 303)
      : sendNotFound(reply, visitOf(hub, request));
  });
  show('/privacy', (visit) => Promise.resolve(textPage(visit, 'privacyTitle', 'privacyText')));
  show('/guides/safety', (visit) => Promise.resolve(textPage(visit, 'guideSafety', 'guideSafetyText')));
  show('/guides/toolkit', (visit) => Promise.resolve(textPage(visit, 'guideToolkit', 'guideToolkitText')));
  show('/guides/overview', (visit) => Promise.resolve(textPage(visit, 'guideOverview', 'guideOverviewText')));
  registerVerification(app, hub);
  registerManagement(app, hub);
  if (hub.settings.smtpUrl === undefined && !hub.settings.isPublic) registerOutbox(app, hub);
}

function registerVerification(app: FastifyInstance, hub: Hub): void {
  app.get('/verify/:token', async (request, reply) => {
    const visit = visitOf(hub, request);
    const token = await tokenOf(hub, request, ['verify']);
    const event = token && (await hub.events.find(token.id));
    if (!event) return sendNotFound(reply, visit);
    const { words } = visit;
    return sendPage(reply, visit, {
      title: words('verifyTitle'),
      isPrivate: true,
      body: html`<p class="kind">${words('verifyTitle')}</p>
        <h1>${event.title}</h1>
        <p>${words('verifyText')}</p>
        <form method="post"><button class="button primary">${words('verifyButton')}</button></form>`,
    });
  });
  app.post('/verify/:token', async (request, reply) => {
    const visit = visitOf(hub, request);
    refuseForeign(request);
    const token = await tokenOf(hub, request, ['verify']);
    if (!token || !(await hub.events.verify(token.id))) return sendNotFound(reply, visit);
    const { words } = visit;
    return sendPage(reply, visit, {
      title: words('verifiedTitle'),
      isPrivate: true,
      body: html`<h1>${words('verifiedTitle')}</h1>
        <p class="lead">${words('verifiedText')}</p>`,
    });
  });
}

function registerManagement(app: FastifyInstance, hub: Hub): void {
  const purposes = ['attendance', 'attendance-mail', 'event'] as const;
  const page = (visit: Visit, token: Token): Promise<PageOptions | undefined> =>
    token.purpose === 'event' ? hostedEventPage(visit, token) : attendancePage(visit, token);

  app.get('/manage/:token', async (request, reply) => {
    const visit = visitOf(hub, request);
    const token = await tokenOf(hub, request, purposes);
    return answer(reply, visit, token && (await page(visit, token)));
  });
  app.post('/manage/:token', async (request, reply) => {
    const visit = visitOf(hub, request);
    refuseForeign(request);
    const token = await tokenOf(hub, request, purposes);
    if (!token) return sendNotFound(reply, visit);
    if (token.purpose === 'event') await hub.events.cancel(token.id, 'host');
    else await hub.attendances.cancel(token.id);
    // The browser asks again by GET, so that reloading the page doesn't send the form twice.
    return reply.redirect(request.url, 303);
  });
}

/** Mails of a trial on one's own machine, to be read in the browser. */
function registerOutbox(app: FastifyInstance, hub: Hub): void {
  const folder = join(hub.settings.dataFolder, 'outbox');
  const mails = async (): Promise<string[]> =>
    (await readdir(folder).catch(() => []))
      .filter((name) => name.endsWith('.eml'))
      .sort()
      .reverse();
  app.get('/outbox', async (request, reply) => {
    const visit = visitOf(hub, request);
    const { words } = visit;
    const names = await mails();
    return sendPage(reply, visit, {
      title: words('outboxTitle'),
      isPrivate: true,
      body: html`<h1>${words('outboxTitle')}</h1>
        <p>${words('outboxText')}</p>
        <ul>
          ${names.slice(0, 200).map((name) => html`<li><a href="/outbox/${name}">${name}</a></li>`)}
        </ul>`,
    });
  });
  app.get('/outbox/:name', async (request, reply) => {
    const { name = '' } = request.params as Parameters;
    if (!(await mails()).includes(name)) return sendNotFound(reply, visitOf(hub, request));
    return reply
      .headers({ 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' })
      .send(await readFile(join(folder, name)));
  });
}

function hostPage(visit: Visit): PageOptions {
  const { words, request } = visit;
  const { embed } = request.query as { embed?: unknown };
  const isFramed = embed !== undefined;
  return {
    title: words('hostTitle'),
    isFramed,
    head: widgetsScript(visit),
    body: html`${
        !isFramed &&
        html`<h1>${words('hostTitle')}</h1>
          <p class="lead">${words('hostText')}</p>
          <p>${words('hostNext')}</p>`
      } <huddle-host-form><p>${words('hostNoScript')}</p></huddle-host-form>`,
  };
}

function textPage({ words }: Visit, title: WordKey, text: WordKey): PageOptions {
  return {
    title: words(title),
    body: html`<h1>${words(title)}</h1>
      <p class="lead">${words(text)}</p>`,
  };
}

function answer(reply: FastifyReply, visit: Visit, page: PageOptions | undefined): FastifyReply {
  return page ? sendPage(reply, visit, page) : sendNotFound(reply, visit);
}

async function tokenOf(
  hub: Hub,
  request: FastifyRequest,
  purposes: readonly Token['purpose'][],
): Promise<Token | undefined> {
  const { token: text = '' } = request.params as Parameters;
  const token = await openToken(hub, text);
  return token && purposes.includes(token.purpose) ? token : undefined;
}

/** A form may come only from a page of our own (Sec-Fetch-Site, W3C Fetch Metadata); older browsers don't say. */
function refuseForeign(request: FastifyRequest): void {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') throw new ProblemError('unauthorized');
}
