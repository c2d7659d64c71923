import { groundOf } from '../element/ground.ts';
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
  return { source: 'huddlekit', type: 'look', scheme: usedScheme(style.colorScheme), tokens: Object.fromEntries(tokens) };
}

/** Which of the schemes that an element allows the browser takes. */
function usedScheme(allowed: string): LookMessage['scheme'] {
  if (!allowed.includes('dark')) return 'light';
  const isEither = allowed.includes('light');
  return !isEither || matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}
