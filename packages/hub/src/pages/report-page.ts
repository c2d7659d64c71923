import { ReportInput, reportReasons, type Event, type ReportReason } from '@huddlekit/contract';
import type { FastifyInstance } from 'fastify';
import type { Hub } from '../hub.ts';
import { networkOf, takeTurns } from '../server/limits.ts';
import { html } from '../text/html.ts';
import { choiceField, errorSummary, formField, type FieldErrors } from './manage/form-field.ts';
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
    const typed: Typed = {
      reason: fieldOf(request, 'reason') ?? '',
      words: fieldOf(request, 'words') ?? '',
      email: fieldOf(request, 'email')?.trim() ?? '',
    };
    const { reportsOfNetwork, reportsOfEvent } = hub.limits;
    const wait = takeTurns([reportsOfNetwork, networkOf(request.ip)], [reportsOfEvent, id]);
    if (wait > 0) {
      const page = reportPage(event, visit, typed, {}, visit.words('tooManyText'));
      return sendPage(reply.header('retry-after', String(wait)), visit, { ...page, status: 429 });
    }
    const { email, ...rest } = typed;
    const input = ReportInput.safeParse({ ...rest, ...(email && { email }) });
    if (!input.success) {
      const wrong = new Set(input.error.issues.map(({ path }) => path[0]));
      const errors = Object.entries(repairs)
        .filter(([name]) => wrong.has(name))
        .map(([name, words]) => [name, visit.words(words)] as const);
      return sendPage(reply, visit, {
        ...reportPage(event, visit, typed, Object.fromEntries(errors)),
        status: 422,
      });
    }
    await hub.review.report(id, input.data, '');
    return sendPage(reply, visit, sentPage(visit));
  });
}

interface Typed {
  readonly reason: string;
  readonly words: string;
  readonly email: string;
}

/** What to do about a field that isn't as it should be, in the order of the form. */
const repairs = { reason: 'errorReason', words: 'errorWords', email: 'errorEmail' } as const;

/** The form, with what was typed and wasn't taken. */
function reportPage(
  event: Event,
  visit: Visit,
  typed: Typed = { reason: '', words: '', email: '' },
  errors: FieldErrors = {},
  problem?: string,
): PageOptions {
  const { words, language } = visit;
  const title = words('reportTitle');
  const choices = reportReasons.map((reason) => ({ value: reason, label: words(reasonWords[reason]) }));
  const reason = { name: 'reason', legend: words('reportReason'), value: typed.reason, choices };
  const text = { name: 'words', label: words('reportWords'), value: typed.words, rows: 4, maxLength: 1000 };
  const email = {
    name: 'email',
    label: words('reportEmail'),
    value: typed.email,
    type: 'email',
    autocomplete: 'email',
    maxLength: 254,
  } as const;
  return {
    title: Object.keys(errors).length > 0 || problem ? `${words('errorPrefix')} ${title}` : title,
    isPrivate: true,
    body: html`${errorSummary(errors, words, problem)}
      <p class="kind"><a href="/e/${event.id}?lang=${language}">${event.title}</a></p>
      <h1>${title}</h1>
      <p class="lead">${words('reportText')}</p>
      <form class="form" method="post" novalidate>
        ${choiceField(reason, errors, words)} ${formField(text, errors, words)}
        ${formField(email, errors, words)} ${privacyLine(visit)}
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
