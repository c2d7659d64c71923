import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';

/** A drawing on a 24 x 24 grid, in strokes of the text's colour. Decoration: words always stand beside it. */
export function icon(drawing: SVGTemplateResult): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">${drawing}</svg>`;
}

export const play = svg`<path d="M8 5.500v13l10.500-6.500z"/>`;
export const retry = svg`<path d="M19.500 12a7.500 7.500 0 1 1-2.200-5.300M19.500 4v4.500H15"/>`;
export const screen = svg`<path d="M3 5h18v12H3zM9 20.500h6M10.500 8.500v5l4.200-2.500z"/>`;
export const warning = svg`<path d="M12 3.500 22 20H2zM12 10v5M12 17.500v.2"/>`;
