/** Takes the indentation out of template literals: after a minifier nothing else has lines. */
export function compactTemplates() {
  return {
    name: 'compact-templates',
    renderChunk: (code) => ({ code: code.replace(/\n\s+/g, '\n'), map: { mappings: '' } }),
  };
}
