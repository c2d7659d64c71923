import { html, nothing, type TemplateResult } from 'lit';
import type { hostForm } from '../locales/en.ts';
import type { LocaleController } from '../locales/locale-controller.ts';

export interface DraftChoice {
  readonly isKept: boolean;
  /** The browser keeps nothing. */
  readonly hasFailed: boolean;
  readonly keep: (isKept: boolean) => void;
  readonly locale: Pick<LocaleController<{ readonly hostForm: typeof hostForm }>, 'text'>;
}

/** The choice to keep what was typed on this device, and to delete it there. */
export function renderKeepDraft({ isKept, hasFailed, keep, locale }: DraftChoice): TemplateResult {
  const text = (key: keyof typeof hostForm): string => locale.text('hostForm', key);
  return html`<div class="draft small">
    <label>
      <input
        type="checkbox"
        .checked=${isKept}
        @change=${({ target }: Event) => {
          keep((target as HTMLInputElement).checked);
        }}
      />
      ${text('keepDraft')}
    </label>
    <span class="muted">${text(isKept ? 'keepDraftOn' : 'keepDraftOff')}</span>
    ${
      isKept
        ? html`<button
            class="link"
            part="link"
            type="button"
            @click=${() => {
              keep(false);
            }}
          >
            ${text('deleteDraft')}
          </button>`
        : nothing
    }
    ${hasFailed ? html`<p class="error" role="alert">${text('draftFailed')}</p>` : nothing}
  </div>`;
}
