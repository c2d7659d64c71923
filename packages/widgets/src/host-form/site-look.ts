import { brightness, groundOf } from '../element/ground.ts';
import { isLookValue, lookNames, type LookMessage } from './look-message.ts';

/** How the site looks where an element stands: the tokens it sets, its ink, its ground and its font. */
export function siteLook(element: HTMLElement): LookMessage {
  const style = getComputedStyle(element);
  const ground = groundOf(element) ?? '';
  const plain = { ink: style.color, ground, surface: ground, font: style.fontFamily };
  const tokens = lookNames.flatMap((name) => {
    const value =
      style.getPropertyValue(`--huddle-${name}`).trim() || (name in plain && plain[name as 'ink']);
    return value && isLookValue(value) ? [[name, value] as const] : [];
  });
  // The ink tells best: a page may name its schemes in more places than styles show.
  const scheme = (brightness(style.color) ?? 0) > 0.5 ? 'dark' : 'light';
  return { source: 'huddlekit', type: 'look', scheme, tokens: Object.fromEntries(tokens) };
}
