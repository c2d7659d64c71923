import formbody from '@fastify/formbody';
import type { FastifyInstance } from 'fastify';
import { constants } from 'node:zlib';
import type { Hub } from '../hub.ts';
import { cacheableBody, sendCacheable } from '../server/cacheable.ts';
import { loadEventMap } from './event-map.ts';
import { eventPage } from './event-page.ts';
import { guidePage } from './guide-page.ts';
import { homePage } from './home-page.ts';
import { hostPage } from './host-page.ts';
import { registerOutboxPages } from './outbox-pages.ts';
import { kitContentsPage, kitPage } from './kit-pages.ts';
import { answerPage, sendNotFound, visitOf, type PageOptions, type Visit } from './page.ts';
import { registerPersonalPages } from './personal-pages.ts';
import { registerReportPages } from './report-page.ts';
import { registerRsvpPages } from './guest/rsvp-pages.ts';
import { registerReviewPages } from './review/review-pages.ts';
import { localizedEvent } from '../text/localized-event.ts';
import { stylesheet, stylesheetPath } from './stylesheet.ts';
import { privacyPage } from './privacy-page.ts';
import { registerUnsubscribePage } from './unsubscribe-page.ts';
import { registerVerifyPages } from './verify-pages.ts';

/** The pages for people. A GET only shows; what changes something is a POST from a page of our own. */
export async function registerPages(app: FastifyInstance, hub: Hub): Promise<void> {
  await app.register(formbody, { bodyLimit: 16_384 });
  const drawMap = loadEventMap(hub.settings.publicFolder);
  const sheet = cacheableBody('text/css; charset=utf-8', stylesheet, constants.Z_BEST_COMPRESSION);

  const show = (
    path: string,
    page: (
      visit: Visit,
      parameters: Readonly<Record<string, string>>,
    ) => Promise<PageOptions | undefined> | PageOptions | undefined,
  ): void => {
    app.get(path, async (request, reply) => {
      const visit = visitOf(hub, request);
      return answerPage(reply, visit, await page(visit, request.params as Record<string, string>));
    });
  };

  app.get(stylesheetPath, async (request, reply) =>
    sendCacheable(request, reply, await sheet, 'public, max-age=31536000, immutable'),
  );
  show('/', homePage);
  show('/host', hostPage);
  show('/e/:id', async (visit, { id = '' }) => {
    const event = await hub.events.get(id);
    return event && eventPage(localizedEvent(hub, event, visit.language), visit, drawMap);
  });
  app.get('/i/:code', async (request, reply) => {
    const { code = '' } = request.params as { code?: string };
    const id = await hub.attendances.invitedTo(code);
    return id
      ? reply.redirect(`/e/${id}?invitedBy=${encodeURIComponent(code)}`, 303)
      : sendNotFound(reply, visitOf(hub, request));
  });
  show('/privacy', privacyPage);
  show('/kit', kitContentsPage);
  show('/kit/:page', (visit, { page = '' }) => kitPage(visit, page));
  show('/guides/:name', (visit, { name = '' }) => guidePage(name, visit));
  registerVerifyPages(app, hub);
  registerUnsubscribePage(app, hub);
  registerPersonalPages(app, hub);
  registerRsvpPages(app, hub);
  registerReportPages(app, hub);
  registerReviewPages(app, hub);
  registerOutboxPages(app, hub);
  // A reader who took a wrong turn gets a page, a program its problem.
  app.get('/*', (request, reply) => {
    const isReader =
      request.headers.accept?.includes('text/html') === true && !request.url.startsWith('/v1/');
    return isReader ? sendNotFound(reply, visitOf(hub, request)) : reply.callNotFound();
  });
}
