import type { EarlyAnswer } from '../client/early-answers.ts';

/** For each tag with many chunks those that it begins with; filled in when the chunks are made. */
const beginnings = '__preloads__'.split('|');

const asked = new Set<string>();
const answers = new Map<string, EarlyAnswer>();
Object.assign(globalThis, { [Symbol.for('huddlekit.early-answers')]: answers });

/** Asks at once for all that an element begins with; a browser would find one by the other. `hub` is the page's. */
export function preload(element: Element, hub: string | undefined): void {
  const { localName } = element;
  if (localName === 'huddle-map') askPins(element, element.getAttribute('hub') || hub);
  if (asked.has(localName)) return;
  asked.add(localName);
  const [, ...chunks] = beginnings.find((list) => list.startsWith(`${localName} `))?.split(' ') ?? [];
  for (const chunk of chunks) {
    const link = document.createElement('link');
    link.rel = 'modulepreload';
    link.href = new URL(`${chunk}.js`, import.meta.url).href;
    document.head.append(link);
  }
}

/** Which points other sources have, or a search in the page's URL wants, only the element knows. */
function askPins(map: Element, hub: string | undefined): void {
  if (!hub || !URL.canParse(hub, document.baseURI) || map.hasAttribute('source')) return;
  const url = `${new URL(hub, document.baseURI).href.replace(/\/$/, '')}/v1/pins`;
  if (location.search.includes('huddle-') || answers.has(url)) return;
  const end = new AbortController();
  const { signal } = end;
  const response = fetch(url, { credentials: 'omit', headers: { accept: 'application/json' }, signal });
  // Whoever takes it hears of a failure.
  response.catch(() => undefined);
  answers.set(url, { response, end });
}
