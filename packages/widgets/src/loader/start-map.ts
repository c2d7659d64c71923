import type { EarlyAnswer } from '../client/early-answers.ts';
import { pageSettings } from '../settings/settings.ts';

const answers = new Map<string, EarlyAnswer>();
Object.assign(globalThis, { [Symbol.for('huddlekit.early-answers')]: answers });

/**
 * Asks for the points of a map while most of its code is on its way. Which points other sources have, or a search in
 * the page's URL wants, only the map itself knows.
 */
function askPins(map: Element): void {
  const hub = map.getAttribute('hub') || pageSettings().hub;
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

document.querySelectorAll('huddle-map').forEach(askPins);
await import('../map/map.ts');
// To read the code and to begin with it are two tasks, so that neither is long.
await new Promise((resolve) => setTimeout(resolve));
await import('../map/map.define.ts');
