/** A style sheet without comments and spare space. */
export function compact(sheet) {
  return sheet
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replaceAll(': ', ':')
    .replaceAll(';}', '}')
    .trim();
}

/** A css literal is text to a minifier, so the sheets are made compact before it. */
export function compactStyles() {
  return {
    name: 'compact-styles',
    transform(code, id) {
      if (!id.endsWith('.styles.ts')) return null;
      const result = code.replace(/css`([^`$]*)`/g, (_literal, sheet) => `css\`${compact(sheet)}\``);
      return { code: result, map: { mappings: '' } };
    },
  };
}
