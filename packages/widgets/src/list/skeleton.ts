import { html, type TemplateResult } from 'lit';

/** Where cards will be, drawn still; the words are for those who can't see it. */
export function renderSkeleton(loading: string): TemplateResult {
  const card = html`<div class="card">
    <div class="skeleton skeleton-date"></div>
    <div class="skeleton-lines">
      <div class="skeleton skeleton-kind"></div>
      <div class="skeleton skeleton-title"></div>
      <div class="skeleton skeleton-place"></div>
    </div>
  </div>`;
  return html`<div class="skeletons">
    <p class="visually-hidden" role="status">${loading}</p>
    <div aria-hidden="true">
      <div class="count"><div class="skeleton skeleton-count"></div></div>
      ${card}${card}${card}
    </div>
  </div>`;
}
