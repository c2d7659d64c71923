/**
 * Finds what a browser loads for some modules: their chunks and, transitively, what those import statically.
 * @param {{ chunks: Record<string, { imports: string[], dynamicImports: string[], modules: string[] }> }} manifest
 */
export function chunkGraph({ chunks }) {
  const chunkOf = (module) => {
    const found = Object.keys(chunks).find((file) => chunks[file].modules.includes(module));
    if (!found) throw new Error(`${module} is in no chunk: correct its name in packages/tools/size.mjs.`);
    return found;
  };

  const closure = (start, key = (chunk) => chunk.imports) => {
    const seen = new Set();
    const visit = (file) => {
      if (seen.has(file) || !chunks[file]) return;
      seen.add(file);
      key(chunks[file]).forEach(visit);
    };
    start.forEach(visit);
    return seen;
  };

  return {
    /** Everything that is loaded until the modules have run. */
    firstLoad: (modules) => [...closure(modules.map(chunkOf))],
    /** Everything that the modules may load later and that isn't in their first load. */
    onIntent(modules) {
      const first = closure(modules.map(chunkOf));
      const all = closure([...first], (chunk) => [...chunk.imports, ...chunk.dynamicImports]);
      return [...all].filter((file) => !first.has(file));
    },
  };
}
