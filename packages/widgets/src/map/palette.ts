/** Colours as the canvas takes them, and the site's font. */
export interface Palette {
  readonly land: string;
  readonly water: string;
  readonly line: string;
  readonly lineStrong: string;
  readonly label: string;
  readonly halo: string;
  readonly ink: string;
  readonly font: string;
}

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
