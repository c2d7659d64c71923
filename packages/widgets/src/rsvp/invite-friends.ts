import { html, nothing, type SVGTemplateResult, type TemplateResult } from 'lit';
import { share } from '../icons/drawings.ts';
import { icon } from '../icons/icon.ts';
import { wordsOf, type RsvpLocale } from './rsvp-words.ts';

export interface InviteParts {
  readonly title: string;
  /** The guest's own link; who comes by it is counted for them. */
  readonly url: string;
  /** Guests who came by it; undefined where nobody said. */
  readonly friends: number | undefined;
  /** Undefined until its code is there. */
  readonly qrCode: ((text: string, label: string) => SVGTemplateResult) | undefined;
}

/** A link to share, copy or scan, with the credit it has brought. */
export function renderInvite(
  { title, url, friends = 0, qrCode }: InviteParts,
  locale: RsvpLocale,
): TemplateResult {
  const text = wordsOf(locale);
  const copy = async (button: HTMLButtonElement): Promise<void> => {
    const field = button.previousElementSibling as HTMLInputElement;
    try {
      await navigator.clipboard.writeText(url);
      button.textContent = text('copied');
    } catch {
      // Where a page may not write to the clipboard, the visitor copies what is marked.
      field.focus();
      field.select();
    }
  };
  const canShare = 'share' in navigator;
  return html`<div class="invite" part="invite">
    <div class="invite-words">
      <h4>${text('friends')}</h4>
      <p class="small">
        ${friends > 0 ? html`<strong class="credit">${text('friendsCame', { count: friends })}</strong>` : nothing}
        ${text('friendsText')}
      </p>
      <div class="invite-link">
        <input
          class="input"
          readonly
          aria-label=${text('inviteLink')}
          .value=${url.replace(/^https?:\/\//, '')}
          @focus=${({ target }: FocusEvent) => {
            (target as HTMLInputElement).select();
          }}
        />
        <button
          class="button"
          part="button"
          type="button"
          aria-live="polite"
          @click=${({ currentTarget }: MouseEvent) => void copy(currentTarget as HTMLButtonElement)}
        >
          ${text('copy')}
        </button>
      </div>
      ${
        canShare
          ? html`<button
              class="button button-wide"
              part="button"
              type="button"
              @click=${() => void navigator.share({ title, url }).catch(() => undefined)}
            >
              ${icon(share)}${text('share')}
            </button>`
          : nothing
      }
    </div>
    <figure class="invite-qr">
      ${qrCode ? qrCode(url, text('qrLabel')) : html`<span class="qr"></span>`}
      <figcaption class="small muted">${text('scan')}</figcaption>
    </figure>
  </div>`;
}
