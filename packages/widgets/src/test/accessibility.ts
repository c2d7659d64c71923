import type axeCore from 'axe-core';
// A script that puts itself on the page, not a module.
import 'axe-core';
import { painted } from '../element/slices.ts';

/** Fails with what axe finds in an element, its shadow tree included. */
export async function expectAccessible(element: Element): Promise<void> {
  const { axe } = globalThis as unknown as { axe: typeof axeCore };
  // Colours on their way from one state to the next are nobody's colours.
  await painted();
  await Promise.all(animationsIn(document).map(({ finished }) => finished.catch(() => undefined)));
  const { violations } = await axe.run(element, {
    // A fixture is a part of a page, not one.
    rules: { region: { enabled: false } },
  });
  if (violations.length === 0) return;
  const found = violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}\n${nodes.map(({ html, failureSummary = '' }) => `    ${html}\n    ${failureSummary}`).join('\n')}`,
  );
  throw new Error(found.join('\n'));
}

/** What moves in a page; each shadow tree knows only its own. */
function animationsIn(root: Document | ShadowRoot): Animation[] {
  const inner = [...root.querySelectorAll('*')].flatMap(({ shadowRoot }) =>
    shadowRoot ? animationsIn(shadowRoot) : [],
  );
  return [...root.getAnimations(), ...inner];
}
