import type { QueuedRsvp } from '@huddlekit/sdk/outbox';
import { html, nothing, type TemplateResult } from 'lit';
import { offline } from '../icons/drawings.ts';
import { icon } from '../icons/icon.ts';
import { wordsOf, type RsvpLocale } from './rsvp-words.ts';

export interface QueuedParts {
  readonly rsvp: Extract<QueuedRsvp, { readonly state: 'waiting' | 'sending' }>;
  /** Whether the browser refused to keep it. */
  readonly isRefused: boolean;
  readonly locale: RsvpLocale;
  readonly sendNow: () => void;
  readonly discard: () => void;
  readonly keep: (isKept: boolean) => void;
  readonly close: () => void;
}

/** An RSVP that waits for the line. It says what holds: nothing is confirmed. */
export function renderQueued(parts: QueuedParts): TemplateResult {
  const { rsvp, isRefused, locale, sendNow, discard, keep, close } = parts;
  const text = wordsOf(locale);
  const isSending = rsvp.state === 'sending';
  return html`<div class="dialog-body" part="dialog-body">
      <div class="notice notice-warning queued" part="notice" role="status">
        ${icon(offline)}
        <div>
          <h3>${text('queued')}</h3>
          <p>${text('queuedText')}</p>
        </div>
        <div class="notice-actions">
          <button
            class="button"
            part="button"
            type="button"
            aria-busy=${isSending ? 'true' : nothing}
            @click=${sendNow}
          >
            ${text(isSending ? 'sending' : 'sendNow')}
          </button>
          <button class="button-quiet" part="button button-quiet" type="button" @click=${discard}>
            ${text('discard')}
          </button>
        </div>
      </div>
      <div>
        <label class="choice" part="choice checkbox">
          <input
            type="checkbox"
            aria-describedby="keep-hint"
            .checked=${rsvp.isKept}
            @change=${({ target }: globalThis.Event) => {
              keep((target as HTMLInputElement).checked);
            }}
          />
          <span class="choice-title">${text('keepQueued')}</span>
          <span class="choice-text" id="keep-hint"
            >${text(isRefused ? 'keepRefused' : 'keepQueuedHint')}</span
          >
        </label>
      </div>
    </div>
    <div class="dialog-foot" part="dialog-foot">
      <div class="foot-row">
        <span></span>
        <button class="button" part="button" type="button" @click=${close}>${text('close')}</button>
      </div>
    </div>`;
}
