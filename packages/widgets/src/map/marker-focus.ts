const directions: Record<string, readonly [x: number, y: number]> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};

/** What the keyboard moves. */
export interface Movable {
  /** Moves the view by pixels. */
  panBy(x: number, y: number): void;
  zoomBy(steps: number): void;
}

/** Pixels that an arrow key moves the map; with Shift three times as many. */
const stride = 80;
const zooms: Record<string, number> = { '+': 1, '=': 1, '-': -1, _: -1 };

/**
 * The keyboard on the map: the map is one tab stop, on which arrow keys move it, and + and - zoom. Enter goes to the
 * marker in the middle; from there arrow keys go to the next marker in their direction, and Escape back to the map.
 */
export function handleMapKey(event: KeyboardEvent, canvas: HTMLElement, map: Movable): void {
  const { key, target, shiftKey } = event;
  // The browser's own shortcuts are none of the map's.
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const markers = (): HTMLElement[] => [...canvas.querySelectorAll<HTMLElement>('.mark')];
  const zoom = zooms[key];
  if (zoom !== undefined) {
    map.zoomBy(zoom);
  } else if (target === canvas) {
    const direction = directions[key];
    const distance = shiftKey ? 3 * stride : stride;
    if (direction) map.panBy(direction[0] * distance, direction[1] * distance);
    else if (key === 'Enter') nearest(markers(), middleOf(canvas))?.focus();
    else return;
  } else if (target instanceof HTMLElement && target.matches('.mark')) {
    const direction = directions[key];
    if (direction) next(markers(), target, direction)?.focus();
    else if (key === 'Escape') canvas.focus();
    else return;
  } else {
    return;
  }
  event.preventDefault();
  event.stopPropagation();
}

interface Point {
  readonly x: number;
  readonly y: number;
}

function next(
  markers: readonly HTMLElement[],
  current: HTMLElement,
  [stepX, stepY]: readonly [number, number],
): HTMLElement | undefined {
  const from = middleOf(current);
  const ahead = markers.filter((marker) => {
    const { x, y } = middleOf(marker);
    const along = (x - from.x) * stepX + (y - from.y) * stepY;
    const across = Math.abs((x - from.x) * stepY) + Math.abs((y - from.y) * stepX);
    return marker !== current && along > 0 && along >= across / 2;
  });
  return nearest(ahead, from);
}

function nearest(markers: readonly HTMLElement[], { x, y }: Point): HTMLElement | undefined {
  const distance = (marker: HTMLElement): number => {
    const middle = middleOf(marker);
    return Math.hypot(middle.x - x, middle.y - y);
  };
  return [...markers].sort((a, b) => distance(a) - distance(b))[0];
}

function middleOf(element: Element): Point {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}
