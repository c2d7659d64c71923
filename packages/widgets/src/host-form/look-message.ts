/** Layer of the tokens that a site sets, by their names without `--huddle-`, and what a site has in any case. */
export const lookNames = [
  'accent',
  'accent-hover',
  'accent-text',
  'on-accent',
  'focus',
  'danger',
  'warning',
  'success',
  'surface',
  'soft-mix',
  'text-muted-mix',
  'line-mix',
  'line-strong-mix',
  'fill-mix',
  'radius',
  'radius-large',
  'control',
  'ring',
  'button-background',
  'button-color',
  'button-radius',
  'field-background',
  'field-radius',
  'font',
  'font-heading',
  'ink',
  'ground',
] as const;
export type LookName = (typeof lookNames)[number];

/** How the site around the frame looks: the one thing that the form hears from it. */
export interface LookMessage {
  readonly source: 'huddlekit';
  readonly type: 'look';
  readonly scheme: 'light' | 'dark';
  readonly tokens: Readonly<Partial<Record<LookName, string>>>;
}

/** Colours, lengths, shares and names of fonts. Nothing in it can ask for a file or end a declaration. */
export function isLookValue(value: string): boolean {
  return (
    /^[\w\s#%.,()/'"+*-]{1,300}$/.test(value) &&
    !/(?<!\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color|color-mix|light-dark|calc|min|max|clamp))\(/i.test(
      value,
    )
  );
}

/** Reads a message; undefined for anything that isn't exactly one of ours. */
export function lookMessage(data: unknown): LookMessage | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const { source, type, scheme, tokens } = data as Record<string, unknown>;
  if (source !== 'huddlekit' || type !== 'look' || typeof tokens !== 'object' || tokens === null)
    return undefined;
  if (scheme !== 'light' && scheme !== 'dark') return undefined;
  const names: readonly string[] = lookNames;
  const isKnown = Object.entries(tokens).every(
    ([name, value]) => names.includes(name) && typeof value === 'string' && isLookValue(value),
  );
  return isKnown ? { source, type, scheme, tokens } : undefined;
}
