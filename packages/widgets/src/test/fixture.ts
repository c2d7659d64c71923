import { html, LitElement, render, type TemplateResult } from 'lit';

const roots = new Set<HTMLElement>();

/** Puts markup on the page and answers its first element, drawn once. */
export async function fixture<Tag extends HTMLElement>(markup: TemplateResult): Promise<Tag> {
  const root = document.createElement('div');
  roots.add(root);
  document.body.append(root);
  render(html`${markup}`, root);
  const element = root.firstElementChild as Tag;
  if (element instanceof LitElement) await element.updateComplete;
  return element;
}

/** Takes everything off the page that `fixture` put there. */
export function removeFixtures(): void {
  for (const root of roots) root.remove();
  roots.clear();
}

/** Waits until a condition holds; says after `patience` (ms) that it never did. */
export async function until<Value>(
  read: () => Value | null | undefined | false,
  what: string,
  patience = 10_000,
): Promise<Value> {
  const deadline = performance.now() + patience;
  while (performance.now() < deadline) {
    const value = read();
    if (value !== null && value !== undefined && value !== false) return value;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`It never came: ${what}`);
}

/** Clicks what a test found; a click that would land nowhere fails there and then. */
export function click(element: HTMLElement | null | undefined): void {
  if (!element) throw new Error('Nothing was there to click: wait for it with until().');
  element.click();
}
