import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Hub } from '../hub.ts';
import { subjectOf, textOf } from '../mail/eml.ts';
import { html } from '../text/html.ts';
import { sendNotFound, sendPage, visitOf } from './page.ts';

const shown = 200;

/** Whether mails can be read in the browser: only in a trial that sends none. */
export function hasOutbox({ smtpUrl, isPublic }: Hub['settings']): boolean {
  return smtpUrl === undefined && !isPublic;
}

/**
 * The mails of a trial on one's own machine, to be read in the browser. They hold other people's links, so there is
 * no such page once the hub has a public address or a mail server, and only this machine may ask for it.
 */
export function registerOutboxPages(app: FastifyInstance, hub: Hub): void {
  if (!hasOutbox(hub.settings)) return;
  const folder = join(hub.settings.dataFolder, 'outbox');
  const names = async (): Promise<string[]> => {
    const files = await readdir(folder).catch(() => []);
    return files
      .filter((name) => name.endsWith('.eml'))
      .sort()
      .reverse();
  };

  app.get('/outbox', async (request, reply) => {
    const visit = visitOf(hub, request);
    if (!isFromHere(request)) return sendNotFound(reply, visit);
    const { words, language } = visit;
    const mails = await Promise.all(
      (await names())
        .slice(0, shown)
        .map(async (name) => ({ name, mail: await readFile(join(folder, name), 'utf8') })),
    );
    return sendPage(reply, visit, {
      title: words('outboxTitle'),
      isPrivate: true,
      body: html`<h1>${words('outboxTitle')}</h1>
        <p class="lead">${words('outboxText')}</p>
        ${mails.length === 0 && html`<p>${words('outboxEmpty')}</p>`}
        <ul class="plain">
          ${mails.map(({ name, mail }) => html`<li><a href="/outbox/${name}?lang=${language}">${subjectOf(mail)}</a></li>`)}
        </ul>`,
    });
  });

  app.get('/outbox/:name', async (request, reply) => {
    const visit = visitOf(hub, request);
    const { name = '' } = request.params as { name?: string };
    if (!isFromHere(request) || !(await names()).includes(name)) return sendNotFound(reply, visit);
    const mail = await readFile(join(folder, name), 'utf8');
    const { words, query } = visit;
    if (query['as'] === 'eml') {
      return reply.headers({ 'content-type': 'message/rfc822', 'cache-control': 'no-store' }).send(mail);
    }
    const paragraphs = textOf(mail)
      .trim()
      .split(/\n{2,}/);
    return sendPage(reply, visit, {
      title: subjectOf(mail),
      isPrivate: true,
      body: html`<p class="kind"><a href="/outbox">${words('outboxTitle')}</a></p>
        <h1>${subjectOf(mail)}</h1>
        ${paragraphs.map(
          (paragraph) =>
            html`<p>
              ${paragraph
                .split('\n')
                .map((line) =>
                  /^https?:\/\/\S+$/.test(line)
                    ? html`<a class="link-text" href="${line}">${line}</a><br />`
                    : html`${line}<br />`,
                )}
            </p>`,
        )}
        <p class="small"><a href="/outbox/${name}?as=eml">${words('outboxFile')}</a></p>`,
    });
  });
}

/** The socket is on this machine, and so is the name that was asked: a site that points its name here isn't. */
function isFromHere({ hostname, ip }: FastifyRequest): boolean {
  const isLoopback = /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/.test(ip);
  return isLoopback && /^(localhost|127\.0\.0\.1|\[::1\])$/.test(hostname);
}
