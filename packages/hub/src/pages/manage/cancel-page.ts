import { html } from '../../text/html.ts';
import type { PageOptions } from '../page.ts';
import { fieldOf } from '../own-forms.ts';
import { errorSummary, formField } from './form-field.ts';
import { hostText, longestText } from './host-text.ts';
import { letterPreview } from './letter-preview.ts';
import { manageHead, type ManagePage, type ManageVisit } from './manage-visit.ts';

/** Cancels the event: a note, the mail as it will be, and only then the button. */
export const cancelPage: ManagePage = {
  isForHost: true,
  show: async (visit) => (visit.event.status === 'cancelled' ? undefined : page(visit, '')),

  async act(visit) {
    const { hub, manager, request, path } = visit;
    if (visit.event.status === 'cancelled') return path();
    const { typed, text } = hostText(request, 'note');
    if (text === undefined) return page(visit, typed, 'wrong');
    if (fieldOf(request, 'act') !== 'cancel') return page(visit, typed, 'preview');
    await hub.events.cancel(manager.eventId, manager.actor, undefined, text);
    return path();
  },
};

async function page(visit: ManageVisit, note: string, step?: 'preview' | 'wrong'): Promise<PageOptions> {
  const { words, path } = visit;
  const title = words('manageCancel');
  const errors: Record<string, string> =
    step === 'wrong' ? { note: words('errorLong', { max: longestText }) } : {};
  return {
    title: step === 'wrong' ? `${words('errorPrefix')} ${title}` : title,
    status: step === 'wrong' ? 422 : 200,
    isPrivate: true,
    body: html`${errorSummary(errors, words, undefined, { note: words('cancelNote') })}
      ${manageHead(visit, title)}
      <p class="lead">${words('cancelLead')}</p>
      <form class="form" method="post">
        ${formField({ name: 'note', label: words('cancelNote'), hint: words('cancelNoteHint'), value: note, rows: 5, maxLength: longestText }, errors, words)}
        ${
          step === 'preview' &&
          html`${await letterPreview(visit, 'event-cancelled', note)}
            <div class="actions">
              <button class="button danger filled" name="act" value="cancel">${words('cancelSend')}</button>
              <button class="button" name="act" value="preview">${words('cancelPreview')}</button>
              <a class="beside" href="${path()}">${words('cancelKeep')}</a>
            </div>`
        }
        ${
          step !== 'preview' &&
          html`<div class="actions">
            <button class="button primary" name="act" value="preview">${words('cancelPreview')}</button>
            <a class="beside" href="${path()}">${words('cancelKeep')}</a>
          </div>`
        }
      </form>`,
  };
}
