import type { Palette } from './draw-base-map.ts';

/**
 * Reads the map's colours from an element that wears each of them, because a custom property holds its
 * `light-dark()` unresolved.
 */
export function readPalette(swatch: Element): Palette {
  const style = getComputedStyle(swatch);
  return {
    land: style.backgroundColor,
    water: style.borderTopColor,
    line: style.borderRightColor,
    lineStrong: style.borderBottomColor,
    label: style.color,
    halo: style.borderLeftColor,
    ink: style.outlineColor,
    font: style.fontFamily,
  };
}
