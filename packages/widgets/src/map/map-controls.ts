import { html, nothing, type TemplateResult } from 'lit';
import { minus, plus } from '../icons/drawings.ts';
import { icon } from '../icons/icon.ts';
import type { map } from '../locales/en.ts';
import type { LocaleController } from '../locales/locale-controller.ts';

/** How a visitor moves the map whose gesture went to the page. */
export type Hint = 'scrollHint' | 'touchHint';

/** What stands on the map beside its markers. */
export interface MapControls {
  readonly locale: Pick<LocaleController<{ readonly map: typeof map }>, 'text'>;
  readonly attribution: string;
  readonly hint: Hint | null;
  readonly zoomBy: (steps: number) => void;
  /** Undefined while the map shows what the list is of. */
  readonly searchHere: (() => void) | undefined;
}

/** The legend, the buttons, whom the picture is from, and a hint. */
export function renderControls({
  locale,
  attribution,
  hint,
  zoomBy,
  searchHere,
}: MapControls): TemplateResult {
  const zoomButton = (steps: number): TemplateResult =>
    html`<button
      type="button"
      aria-label=${locale.text('map', steps > 0 ? 'zoomIn' : 'zoomOut')}
      @click=${() => {
        zoomBy(steps);
      }}
    >
      ${icon(steps > 0 ? plus : minus)}
    </button>`;
  return html`<ul class="legend" part="legend" role="list">
      <li><span class="legend-area"></span>${locale.text('map', 'area')}</li>
      <li><span class="legend-place"></span>${locale.text('map', 'place')}</li>
    </ul>
    <div class="zoom" part="zoom">${zoomButton(1)}${zoomButton(-1)}</div>
    ${
      searchHere
        ? html`<button class="button search-here" part="button" type="button" @click=${searchHere}>
            ${locale.text('map', 'searchHere')}
          </button>`
        : nothing
    }
    <p class="attribution" part="attribution">${attribution}</p>
    ${hint ? html`<p class="hint" aria-hidden="true">${locale.text('map', hint)}</p>` : nothing}`;
}
