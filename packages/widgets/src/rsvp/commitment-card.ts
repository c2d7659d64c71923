import type { Event } from '@huddlekit/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { faultOf, renderFault } from '../form/render-form.ts';
import type { FormContext } from './form-context.ts';
import { wordsOf } from './rsvp-words.ts';

/** What everybody who comes accepts, with where to read it and how people keep each other safe. */
export function renderCommitment(
  { event, campaign, answers, faults, locale, change }: FormContext,
  { id, version, text: promise, url }: Event['commitments'][number],
): TemplateResult {
  const field = `commitment-${id}`;
  const fault = faultOf(faults, field);
  const { commitments } = answers;
  // The event came in the browser's language, the campaign in the dialog's.
  const own = campaign?.commitments.find((other) => other.id === id && other.version === version);
  const { safety } = event.links;
  const text = wordsOf(locale);
  const read = (address: string, words: string): TemplateResult =>
    html`<a class="link" part="link" href=${address} target="_blank" rel="noopener">${words}</a>`;
  return html`<div>
    ${renderFault(field, fault)}
    <label class="choice" part="choice checkbox">
      <input
        type="checkbox"
        id=${field}
        aria-required="true"
        aria-invalid=${fault ? 'true' : nothing}
        aria-describedby=${fault ? `${field}-error` : nothing}
        .checked=${commitments.includes(id)}
        @change=${({ target }: globalThis.Event) => {
          const others = commitments.filter((other) => other !== id);
          change({ commitments: (target as HTMLInputElement).checked ? [...others, id] : others });
        }}
      />
      <span class="choice-title">${own?.text ?? promise}</span>
    </label>
    <p class="small after links">
      ${url ? read(url, text('readCommitment')) : nothing}
      ${safety && safety !== url ? read(safety, text('readSafety')) : nothing}
    </p>
  </div>`;
}
