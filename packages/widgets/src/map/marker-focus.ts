const directions: Record<string, readonly [x: number, y: number]> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};

/**
 * The keyboard on the map: the map is one tab stop, on which Leaflet's own arrow keys move it. Enter goes to the
 * marker in the middle; from there arrow keys go to the next marker in their direction, and Escape back to the map.
 */
export function handleMapKey(event: KeyboardEvent, canvas: HTMLElement): void {
  const { key, target } = event;
  const markers = [...canvas.querySelectorAll<HTMLElement>('.mark')];
  if (target === canvas) {
    if (key !== 'Enter') return;
    nearest(markers, middleOf(canvas))?.focus();
  } else if (target instanceof HTMLElement && target.matches('.mark')) {
    const direction = directions[key];
    if (direction) next(markers, target, direction)?.focus();
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
