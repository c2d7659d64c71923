import type { Box } from './draw-labels.ts';

/** Where elements stand on a map, in pixels from its corner; those that aren't shown are left out. */
export function boxesOn(map: Element, elements: Iterable<Element>): Box[] {
  const origin = map.getBoundingClientRect();
  return Array.from(elements, (element) => element.getBoundingClientRect())
    .filter(({ width }) => width > 0)
    .map(({ left, top, right, bottom }) => ({
      left: left - origin.left,
      top: top - origin.top,
      right: right - origin.left,
      bottom: bottom - origin.top,
    }));
}
