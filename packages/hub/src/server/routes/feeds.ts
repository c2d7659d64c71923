import { writeGeoJson, writeIcs } from '@huddlekit/connectors';
import type { FeedQuery, LinkedEvents, Route } from '@huddlekit/contract';
import { getCalendarFeed, getGeoJsonFeed, getLinkedFeed } from '@huddlekit/contract/routes';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { localize } from '../../campaign/campaign-file.ts';
import { feedPage, type FeedPage } from '../../feeds/feed-page.ts';
import { linkedEvents } from '../../feeds/linked-events.ts';
import type { Hub } from '../../hub.ts';
import { cacheableBody, sendCacheable } from '../cacheable.ts';
import { live } from '../cache-control.ts';
import { rawOperation } from '../operation.ts';

/** The public events for other programs: calendars, maps, search engines. */
export function feedRoutes(app: FastifyInstance, hub: Hub): void {
  const { events, settings } = hub;
  const { baseUrl } = settings;

  async function send(
    { query, request, reply }: Asked,
    { path, mediaType }: Pick<Route, 'path' | 'mediaType'>,
    { next }: FeedPage,
    content: string,
  ): Promise<FastifyReply> {
    if (next !== null) {
      const values = Object.entries({ ...query, cursor: next }).map(([name, value]) => [name, String(value)]);
      reply.header('link', `<${baseUrl}${path}?${new URLSearchParams(values).toString()}>; rel="next"`);
    }
    return sendCacheable(
      request,
      reply,
      await cacheableBody(`${mediaType ?? ''}; charset=utf-8`, content),
      live,
    );
  }

  rawOperation(app, getCalendarFeed, async (call) => {
    const page = await feedPage(events, call.query, { withCancelled: true });
    const name = localize(hub.campaign().title);
    return send(
      call,
      getCalendarFeed,
      page,
      writeIcs(page.events, { baseUrl, name, refresh: 'PT1H', isExchange: true }),
    );
  });

  rawOperation(app, getGeoJsonFeed, async (call) => {
    const page = await feedPage(events, call.query);
    return send(call, getGeoJsonFeed, page, JSON.stringify(writeGeoJson(page.events)));
  });

  rawOperation(app, getLinkedFeed, async (call) => {
    const page = await feedPage(events, call.query);
    const document: LinkedEvents = {
      '@context': 'https://schema.org',
      '@graph': page.events.flatMap((event) => linkedEvents(event, baseUrl)),
    };
    return send(call, getLinkedFeed, page, JSON.stringify(document));
  });
}

interface Asked {
  readonly query: FeedQuery;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}
