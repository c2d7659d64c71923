/** A piece of a style sheet, as it is written; the name lets editors and the formatter know what it is. */
export const css = String.raw;
