import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Hub } from '../hub.ts';
import { openToken } from '../privacy/access.ts';
import type { Token } from '../privacy/tokens.ts';
import { attendancePage, hostedEventPage } from './manage-page.ts';
import { fieldOf, isOwnForm, refuseForeignForm } from './own-forms.ts';
import { answerPage, sendNotFound, visitOf } from './page.ts';

const manageable = ['attendance', 'attendance-mail', 'event'] as const;

/** Pages behind a link of one's own. A GET only shows, as mail programs follow links by themselves. */
export function registerPersonalPages(app: FastifyInstance, hub: Hub): void {
  app.get('/manage/:token', async (request, reply) => {
    const visit = visitOf(hub, request);
    const token = await tokenOf(hub, request, manageable);
    const page =
      token && (token.purpose === 'event' ? hostedEventPage(visit, token) : attendancePage(visit, token));
    return answerPage(reply, visit, await page);
  });

  app.post('/manage/:token', async (request, reply) => {
    const visit = visitOf(hub, request);
    if (!isOwnForm(request, hub.settings.baseUrl)) return refuseForeignForm(reply, visit);
    const token = await tokenOf(hub, request, manageable);
    if (!token || fieldOf(request, 'act') !== 'cancel') return sendNotFound(reply, visit);
    if (token.purpose === 'event') await hub.events.cancel(token.id, 'host');
    else await hub.attendances.cancel(token.id);
    // The browser asks again by GET, so that reloading the page doesn't send the form twice.
    return reply.header('cache-control', 'no-store').redirect(request.url, 303);
  });
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
