import type { LitElement } from 'lit';
import { fields } from '../styles/field.styles.ts';
import { Finder } from './finder.ts';
import { finders } from './finder.styles.ts';
import type { HostWords } from './finder-words.ts';

/** The search of an element with its styles, as one chunk that comes while the events are on their way. */
export function startFinder(host: LitElement, words: HostWords): Finder {
  for (const { styleSheet } of [fields, finders]) {
    if (styleSheet) host.shadowRoot?.adoptedStyleSheets.push(styleSheet);
  }
  return new Finder(host, words);
}
