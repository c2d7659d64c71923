import { html, render, type SVGTemplateResult, type TemplateResult } from 'lit';
import { home, publicPlace } from '../icons/card-icons.ts';
import { icon } from '../icons/icon.ts';

/** How one marker looks and what it is called. */
export type MarkerLook =
  | { readonly type: 'cluster'; readonly count: number }
  | { readonly type: 'pin' }
  /** `size` in pixels: the true kilometre once that is larger than a finger. */
  | { readonly type: 'area'; readonly size: number }
  | { readonly type: 'locality'; readonly isHome: boolean };

export interface MarkerView {
  readonly look: MarkerLook;
  readonly name: string;
  readonly isSelected: boolean;
  readonly press: () => void;
}

interface Drawn {
  readonly button: HTMLButtonElement;
  view: MarkerView | null;
}

const drawn = new WeakMap<HTMLElement, Drawn>();

/**
 * Draws a marker into its host: a button of 44 pixels around the point. All markers of a map are drawn with each of
 * its moves, so what is as it was isn't touched.
 */
export function drawMarker(view: MarkerView, host: HTMLElement): void {
  const marker = drawn.get(host) ?? newMarker(host);
  const { button, view: before } = marker;
  const { look, isSelected, name } = view;
  marker.view = view;
  const shape = shapeOf(view);
  if (!before || shape !== shapeOf(before)) {
    const part = look.type === 'locality' ? 'area' : look.type;
    button.className = `mark mark-${look.type} ${isSelected ? 'mark-selected' : ''}`;
    button.setAttribute('part', `marker ${isSelected ? 'marker-selected' : part}`);
    button.setAttribute('aria-pressed', isSelected ? 'true' : 'false');
    render(isSelected ? renderSelected(look) : renderLook(look), button);
  } else if (look.type === 'cluster') {
    render(renderLook(look), button);
  }
  if (name !== before?.name) button.setAttribute('aria-label', name);
  const size = sizeOf(look);
  if (!before || size !== sizeOf(before.look)) host.style.setProperty('--size', `${String(size)}px`);
}

function newMarker(host: HTMLElement): Drawn {
  const button = document.createElement('button');
  const marker: Drawn = { button, view: null };
  button.type = 'button';
  button.tabIndex = -1;
  button.addEventListener('click', () => marker.view?.press());
  host.replaceChildren(button);
  drawn.set(host, marker);
  return marker;
}

/** What more of a marker depends on than its name, its number and its size. */
function shapeOf({ look, isSelected }: MarkerView): string {
  return `${look.type} ${String(isSelected)} ${String(look.type === 'locality' && look.isHome)}`;
}

/** Whole pixels across. */
export function sizeOf(look: MarkerLook): number {
  return Math.round(
    look.type === 'cluster' ? clusterSize(look.count) : look.type === 'area' ? look.size : 44,
  );
}

/** Pixels across: the disc's ground grows with the number. */
export function clusterSize(count: number): number {
  return Math.min(56, 28 + 3.4 * Math.sqrt(count));
}

function renderLook(look: MarkerLook): TemplateResult {
  switch (look.type) {
    case 'cluster':
      return html`<span class="disc">${shorten(look.count)}</span>`;
    case 'pin':
      return html`<svg class="drop" viewBox="0 0 34 42" aria-hidden="true">
        <path
          class="drop-ground"
          d="M17 1C8.200 1 1 8 1 16.700 1 27.500 17 41 17 41s16-13.500 16-24.300C33 8 25.800 1 17 1z"
        ></path>
        <g class="drop-icon" transform="translate(8 7.500) scale(.75)">${publicPlace}</g>
      </svg>`;
    default:
      return html`<span class="disc">${icon(drawingOf(look))}</span>`;
  }
}

function renderSelected(look: MarkerLook): TemplateResult {
  return html`<span class="ring"><span class="core">${icon(drawingOf(look))}</span></span>`;
}

function drawingOf(look: MarkerLook): SVGTemplateResult {
  return look.type === 'area' || (look.type === 'locality' && look.isHome) ? home : publicPlace;
}

function shorten(count: number): string {
  return count < 1000 ? String(count) : `${String(Math.round(count / 1000))}k`;
}
