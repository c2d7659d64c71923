import { html } from '../../text/html.ts';
import { newId } from '../../events/event-write.ts';
import type { PageOptions } from '../page.ts';
import { fieldOf } from '../own-forms.ts';
import { errorSummary, formField } from './form-field.ts';
import { hostText, longestText } from './host-text.ts';
import { letterPreview } from './letter-preview.ts';
import { manageHead, type ManagePage, type ManageVisit } from './manage-visit.ts';

/** A message to everybody who comes or waits: written, read as a mail, sent. */
export const messagePage: ManagePage = {
  show: (visit) => page(visit, ''),

  async act(visit) {
    const { hub, manager, request, words, path } = visit;
    const { typed, text } = hostText(request, 'message');
    if (text === undefined) return page(visit, typed, { error: words('errorLong', { max: longestText }) });
    if (text === '') return page(visit, typed, { error: words('errorRequired') });
    if (fieldOf(request, 'act') !== 'send') return page(visit, typed, { isPreview: true });
    const { eventId, actor } = manager;
    const key = (fieldOf(request, 'key') ?? '').slice(0, 64) || newId();
    const outcome = await hub.hosting.message({ eventId, actor, text, key });
    if (outcome === 'done') return path('', { done: 'sent' });
    const refusals = {
      too_often: 'messageTooOften',
      nobody: 'messageNobody',
      not_public: 'messageNotPublic',
    } as const;
    return page(visit, typed, { refusal: words(refusals[outcome]) });
  },
};

interface Step {
  readonly isPreview?: boolean;
  readonly error?: string;
  /** Why nothing was sent, where it isn't the text. */
  readonly refusal?: string;
}

async function page(visit: ManageVisit, message: string, step: Step = {}): Promise<PageOptions> {
  const { hub, words, event, manager, path } = visit;
  const title = words('manageMessage');
  const left = await hub.hosting.messagesLeft(manager.eventId);
  const people = await hub.hosting.peopleToTell(manager.eventId);
  const reason =
    event.status !== 'confirmed'
      ? words('messageNotPublic')
      : people === 0
        ? words('messageNobody')
        : left === 0
          ? words('messageTooOften')
          : undefined;
  const errors: Record<string, string> = step.error === undefined ? {} : { message: step.error };
  const isWrong = step.error !== undefined || step.refusal !== undefined;
  return {
    title: isWrong ? `${words('errorPrefix')} ${title}` : title,
    status: step.error === undefined ? (step.refusal === undefined ? 200 : 409) : 422,
    isPrivate: true,
    body: html`${errorSummary(errors, words, step.refusal, { message: words('messageLabel') })}
      ${manageHead(visit, title)}
      ${
        reason === undefined
          ? html`<p class="lead">${words('messageLead', { count: people })}</p>`
          : step.refusal === undefined && html`<p class="notice warning">${reason}</p>`
      }
      ${
        (reason === undefined || message !== '') &&
        html`<form class="form" method="post">
          ${formField({ name: 'message', label: words('messageLabel'), hint: words('messageHint'), value: message, rows: 8, maxLength: longestText }, errors, words)}
          ${
            step.isPreview
              ? html`${await letterPreview(visit, 'host-message', message)}
                  <input type="hidden" name="key" value="${newId()}" />
                  <div class="actions">
                    <button class="button primary" name="act" value="send">${words('messageSend')}</button>
                    <button class="button" name="act" value="preview">${words('messagePreview')}</button>
                    <a class="beside" href="${path()}">${words('manageBack')}</a>
                  </div>`
              : html`<button class="button primary" name="act" value="preview">
                  ${words('messagePreview')}
                </button>`
          }
        </form>`
      }
      <p class="small muted">
        ${words('messageLimits')} ${left > 0 && words('messageLeft', { count: left })}
      </p>`,
  };
}
