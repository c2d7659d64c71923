import { ReportInput, reportReasons, type Event, type ReportReason } from '@huddlekit/contract';
import type { FastifyInstance } from 'fastify';
import type { Hub } from '../hub.ts';
import { networkOf, takeTurns } from '../server/limits.ts';
import { html } from '../text/html.ts';
import { fieldOf, isOwnForm, refuseForeignForm } from './own-forms.ts';
import {
  answerPage,
  privacyLine,
  sendNotFound,
  sendPage,
  visitOf,
  type PageOptions,
  type Visit,
} from './page.ts';

/** A reason in words. */
export const reasonWords = {
  unsafe: 'reportUnsafe',
  fake: 'reportFake',
  hateful: 'reportHateful',
  'private-address': 'reportPrivateAddress',
  spam: 'reportSpam',
  other: 'reportOther',
} as const satisfies Record<ReportReason, Parameters<Visit['words']>[0]>;

/** “Report this event”: a plain form, which works without script. */
export function registerReportPages(app: FastifyInstance, hub: Hub): void {
  app.get('/e/:id/report', async (request, reply) => {
    const visit = visitOf(hub, request);
    const { id = '' } = request.params as { id?: string };
    const event = await hub.events.get(id);
    return answerPage(reply, visit, event && reportPage(event, visit));
  });

  app.post('/e/:id/report', async (request, reply) => {
    const visit = visitOf(hub, request);
    const { id = '' } = request.params as { id?: string };
    if (!isOwnForm(request, hub.settings.baseUrl)) return refuseForeignForm(reply, visit);
    const event = await hub.events.get(id);
    if (!event) return sendNotFound(reply, visit);
    const email = fieldOf(request, 'email')?.trim();
    const sent = { reason: fieldOf(request, 'reason'), words: fieldOf(request, 'words') ?? '' };
    const { reportsOfNetwork, reportsOfEvent } = hub.limits;
    const wait = takeTurns([reportsOfNetwork, networkOf(request.ip)], [reportsOfEvent, id]);
    if (wait > 0) {
      const page = reportPage(event, visit, { ...sent, email: email ?? '' }, 'tooManyText');
      return sendPage(reply.header('retry-after', String(wait)), visit, { ...page, status: 429 });
    }
    const input = ReportInput.safeParse({ ...sent, ...(email && { email }) });
    if (!input.success) {
      const page = reportPage(event, visit, { ...sent, email: email ?? '' });
      return sendPage(reply, visit, { ...page, status: 422 });
    }
    await hub.review.report(id, input.data, '');
    return sendPage(reply, visit, sentPage(visit));
  });
}

interface Sent {
  readonly reason: string | undefined;
  readonly words: string;
  readonly email: string;
}

/** The form; `sent` is what was sent and wasn't taken, for the reason that `notice` tells, kept to be sent again. */
function reportPage(
  event: Event,
  visit: Visit,
  sent?: Sent,
  notice: 'reportMissing' | 'tooManyText' = 'reportMissing',
): PageOptions {
  const { words, language } = visit;
  return {
    title: words('reportTitle'),
    isPrivate: true,
    body: html`<p class="kind"><a href="/e/${event.id}?lang=${language}">${event.title}</a></p>
      <h1>${words('reportTitle')}</h1>
      <p class="lead">${words('reportText')}</p>
      ${sent && html`<p class="notice danger" role="alert">${words(notice)}</p>`}
      <form class="form" method="post">
        <fieldset>
          <legend>${words('reportReason')}</legend>
          ${reportReasons.map(
            (reason) =>
              html`<label class="choice"
                >${
                  sent?.reason === reason
                    ? html`<input type="radio" name="reason" value="${reason}" required checked />`
                    : html`<input type="radio" name="reason" value="${reason}" required />`
                }
                ${words(reasonWords[reason])}</label
              >`,
          )}
        </fieldset>
        <label
          ><span class="label">${words('reportWords')}</span
          ><textarea name="words" rows="4" maxlength="1000">${sent?.words}</textarea>
        </label>
        <label
          ><span class="label">${words('reportEmail')}</span
          ><input type="email" name="email" autocomplete="email" maxlength="254" value="${sent?.email}"
        /></label>
        ${privacyLine(visit)}
        <button class="button primary">${words('reportSend')}</button>
      </form>`,
  };
}

function sentPage({ words, language }: Visit): PageOptions {
  return {
    title: words('reportSentTitle'),
    isPrivate: true,
    body: html`<h1>${words('reportSentTitle')}</h1>
      <p class="lead">${words('reportSentText')}</p>
      <p><a href="/?lang=${language}">${words('allEvents')}</a></p>`,
  };
}
