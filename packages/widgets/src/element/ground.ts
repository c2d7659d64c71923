/** Perceived brightness from 0 (black) to 1 (white) of an `rgb()` colour as computed styles give it; null if see-through. */
export function brightness(color: string): number | null {
  const [red = 0, green = 0, blue = 0, alpha = 1] = (color.match(/[\d.]+/g) ?? []).map(Number);
  if (!color.startsWith('rgb') || alpha < 0.5) return null;
  return (0.299 * red + 0.587 * green + 0.114 * blue) / 255;
}

/**
 * Takes the ground the site gives: many dark sites never set `color-scheme`, so a dark background behind the
 * element switches its tokens to dark, and floating pieces get that ground as their surface.
 */
export function adoptGround(element: HTMLElement): void {
  element.style.removeProperty('color-scheme');
  element.style.removeProperty('--_hk-surface');
  const ground = groundOf(element);
  if (ground === undefined) return;
  element.style.setProperty('color-scheme', (brightness(ground) ?? 1) < 0.45 ? 'dark' : 'light');
  if (!getComputedStyle(element).getPropertyValue('--huddle-surface')) {
    element.style.setProperty('--_hk-surface', ground);
  }
}

/** The nearest colour behind an element that isn't see-through; undefined where the page leaves it to the browser. */
export function groundOf(element: HTMLElement): string | undefined {
  for (let node = element.parentElement; node; node = parentOf(node)) {
    const { backgroundColor } = getComputedStyle(node);
    if (brightness(backgroundColor) !== null) return backgroundColor;
  }
  return undefined;
}

/** Calls back when the visitor's system or the page's own switch may have changed the ground; answers how to stop. */
export function watchTheme(changed: () => void): () => void {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const observer = new MutationObserver(changed);
  for (const root of [document.documentElement, document.body]) observer.observe(root, { attributes: true });
  dark.addEventListener('change', changed);
  return () => {
    observer.disconnect();
    dark.removeEventListener('change', changed);
  };
}

function parentOf(node: Element): HTMLElement | null {
  if (node.parentElement) return node.parentElement;
  const root = node.getRootNode();
  return root instanceof ShadowRoot && root.host instanceof HTMLElement ? root.host : null;
}
