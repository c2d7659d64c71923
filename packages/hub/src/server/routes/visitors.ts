import {
  getCampaign,
  getCounts,
  getEvent,
  getEventCalendar,
  getPins,
  listEvents,
  listPlaces,
  listTrainings as listTrainingsRoute,
} from '@huddlekit/contract/routes';
import type { FastifyInstance } from 'fastify';
import { eventCalendar } from '../../calendar/calendar.ts';
import { publicCampaign } from '../../campaign/campaign.ts';
import { listTrainings } from '../../campaign/trainings.ts';
import { instantOf } from '../../events/event-row.ts';
import type { Hub } from '../../hub.ts';
import { createPinsCache } from '../../pins/pins-cache.ts';
import { lasting, live, steady } from '../cache-control.ts';
import { cacheableBody, sendCacheable } from '../cacheable.ts';
import { preferredLanguage } from '../language.ts';
import { operation, rawOperation } from '../operation.ts';
import { ProblemError } from '../problem-error.ts';

/** What anybody may read. */
export function visitorRoutes(app: FastifyInstance, hub: Hub): void {
  const { events, index, now, places, settings, storage } = hub;
  const pins = createPinsCache({
    build: (query) => index.pins(query),
    revision: ({ hasRoom }) => (hasRoom ? Promise.resolve(storage.version()) : events.revision()),
    now,
  });

  operation(
    app,
    getCampaign,
    ({ languages }) => {
      const language = preferredLanguage(languages);
      return publicCampaign(hub.campaign(), storage.read, {
        now: now(),
        language,
        baseUrl: settings.baseUrl,
      });
    },
    { cacheControl: steady, vary: 'accept-language' },
  );

  operation(app, listEvents, ({ query }) => events.list(query), { cacheControl: live });

  operation(
    app,
    getEvent,
    async ({ id }) => {
      const event = await events.get(id);
      if (!event) throw new ProblemError('not_found');
      return event;
    },
    { cacheControl: live },
  );

  rawOperation(app, getEventCalendar, async ({ id, request, reply }) => {
    const event = await events.get(id);
    if (!event) throw new ProblemError('not_found');
    reply.header('content-disposition', 'attachment; filename="event.ics"');
    const body = await cacheableBody('text/calendar; charset=utf-8', eventCalendar(event, settings.baseUrl));
    return sendCacheable(request, reply, body, live);
  });

  rawOperation(app, getPins, async ({ query, request, reply }) =>
    sendCacheable(request, reply, await pins(query), live),
  );

  rawOperation(app, getCounts, async ({ query, request, reply }) => {
    const body = await cacheableBody('application/json; charset=utf-8', await index.counts(query));
    return sendCacheable(request, reply, body, live);
  });

  operation(
    app,
    listTrainingsRoute,
    async () => ({ data: await listTrainings(hub), next: null, now: instantOf(now()) }),
    // A countdown runs against `now`, so no shared cache may keep it.
    { cacheControl: 'no-cache' },
  );

  operation(
    app,
    listPlaces,
    async ({ query }) => ({ data: places.search(query.q, query.limit ?? 8), next: null }),
    { cacheControl: lasting },
  );
}
