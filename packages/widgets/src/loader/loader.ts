import { configure, type PageSettings } from '../settings/settings.ts';
import { preload } from './preload.ts';

/** The elements by tag; each is a chunk of its own that loads when its tag is on the page. */
const elements: Record<string, () => Promise<unknown>> = {
  'huddle-map': () => import('./start-map.ts'),
  'huddle-list': () => import('../list/list.define.ts'),
  'huddle-rsvp': () => import('../rsvp/rsvp.define.ts'),
  'huddle-host-form': () => import('../host-form/host-form.define.ts'),
  'huddle-countdown': () => import('../countdown/countdown.define.ts'),
};
const selector = Object.keys(elements).join();

// Widgets further than this below the fold wait, so that a page pays only for what is looked at.
const reach = 600;
const nearby = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      nearby.unobserve(target);
      load(target);
    }
  },
  { rootMargin: '600px' },
);

function load(element: Element): void {
  const { localName } = element;
  elements[localName]?.().catch((error: unknown) => {
    // The fallback inside the element stays; the site's owner finds the reason here.
    console.warn(`Huddlekit could not load <${localName}>. Its fallback link stays.`, error);
  });
  preload(localName);
}

function watch(root: Element): void {
  const found = root.matches(selector)
    ? [root, ...root.querySelectorAll(selector)]
    : root.querySelectorAll(selector);
  for (const element of found) {
    if (customElements.get(element.localName)) continue;
    if (isNear(element)) load(element);
    else nearby.observe(element);
  }
}

/** Whether an element is in reach already; the observer would tell with the next frame. */
function isNear(element: Element): boolean {
  // In a frame that is still hidden nothing is, and what is around it may wait to hear from it before it is shown.
  if (innerWidth === 0) return true;
  const [rectangle] = element.getClientRects();
  if (!rectangle || document.readyState === 'loading') return false;
  return rectangle.top < innerHeight + reach && rectangle.bottom > -reach;
}

function scriptSettings(): PageSettings {
  const own = [...document.scripts].find(({ src }) => src === import.meta.url);
  const { hub, partner, lang } = own?.dataset ?? {};
  return {
    hub: hub ?? new URL('.', import.meta.url).href,
    ...(partner && { partner }),
    ...(lang && { language: lang }),
  };
}

configure(scriptSettings());
watch(document.documentElement);
new MutationObserver((records) => {
  for (const { addedNodes } of records) {
    for (const node of addedNodes) if (node instanceof Element) watch(node);
  }
}).observe(document.documentElement, { childList: true, subtree: true });
