import type { FastifyReply, FastifyRequest } from 'fastify';
import { html } from '../text/html.ts';
import { sendPage, type Visit } from './page.ts';

/**
 * Whether a form was sent by a page of our own. Our pages send no referrer, so their `Origin` is `null`, and the
 * browser's own word (Sec-Fetch-Site, W3C Fetch Metadata) tells more; browsers too old for it name an origin.
 */
export function isOwnForm({ headers }: FastifyRequest, baseUrl: string): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  const { origin } = headers;
  return origin === undefined || origin === 'null' || origin === new URL(baseUrl).origin;
}

/** Answers a form that came from elsewhere. */
export function refuseForeignForm(reply: FastifyReply, visit: Visit): Promise<FastifyReply> {
  const { words } = visit;
  return sendPage(reply, visit, {
    status: 403,
    title: words('problemTitle'),
    isPrivate: true,
    body: html`<h1>${words('problemTitle')}</h1>
      <p class="lead">${words('problemForeign')}</p>`,
  });
}

/** A field of a sent form. */
export function fieldOf({ body }: FastifyRequest, name: string): string | undefined {
  const value: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined;
  return typeof value === 'string' ? value : undefined;
}
