import { html, nothing, type TemplateResult } from 'lit';
import { icon, retry, warning } from '../icons/icon.ts';
import type { common } from '../locales/en.ts';
import type { LocaleController } from '../locales/locale-controller.ts';

/** What went wrong, in the words of the interface. */
export interface Failure {
  readonly code: string;
  readonly requestId?: string | undefined;
}

type CommonLocale = LocaleController<{ readonly common: typeof common }>;

/** Turns anything thrown into a failure; the sdk's errors carry a code and a request number. */
export function failureFrom(error: unknown): Failure {
  const { code, requestId } = (typeof error === 'object' && error !== null ? error : {}) as Partial<Failure>;
  return {
    code: typeof code === 'string' ? code : 'unknown',
    requestId: typeof requestId === 'string' ? requestId : undefined,
  };
}

/** The error state: what, why, what now; with a retry and a plain link. */
export function renderFailure(
  failure: Failure,
  locale: Pick<CommonLocale, 'text'>,
  handleRetry: () => void,
  plainUrl: string | undefined,
): TemplateResult {
  return html`<div class="state" part="state" role="alert">
    ${icon(warning)}
    <h3>${locale.text('common', 'errorTitle')}</h3>
    <p class="small">${reason(failure.code, locale)}</p>
    <div class="state-actions">
      ${
        failure.code === 'no_hub'
          ? nothing
          : html`<button class="button" part="button" type="button" @click=${handleRetry}>
              ${icon(retry)}${locale.text('common', 'tryAgain')}
            </button>`
      }
      ${
        plainUrl
          ? html`<a class="link" part="link" href=${plainUrl}>${locale.text('common', 'openPlainList')}</a>`
          : nothing
      }
    </div>
    ${
      failure.requestId
        ? html`<p class="small muted">${locale.text('common', 'errorRequest', { id: failure.requestId })}</p>`
        : nothing
    }
  </div>`;
}

function reason(code: string, locale: Pick<CommonLocale, 'text'>): string {
  switch (code) {
    case 'no_hub':
      return locale.text('common', 'errorNoHub');
    case 'offline':
      return locale.text('common', 'errorOffline');
    case 'timeout':
      return locale.text('common', 'errorTimeout');
    default:
      return locale.text('common', 'errorServer');
  }
}
