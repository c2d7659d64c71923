const placeholder = '__preloads__';

/**
 * Tells which chunks each element begins with, so that a page asks for them all at once instead of finding one by the
 * other. `soon` names elements by their folders, with the modules that they import as soon as they are on the page;
 * those of one or two chunks gain nothing.
 * @param {Record<string, string[]>} soon
 */
export function preloads(soon) {
  return {
    name: 'preloads',
    // Here names still stand for hashes to come, so that the hash of this chunk follows those of the others.
    renderChunk(code, { moduleIds, dynamicImports }, _options, { chunks }) {
      if (!moduleIds.some((id) => id.includes('/loader/preload.ts'))) return null;
      if (!code.includes(placeholder)) this.error('There is no place for the preloads.');
      const holding = (end) => {
        const chunk = Object.values(chunks).find((candidate) =>
          candidate.moduleIds.some((id) => id.endsWith(end)),
        );
        if (!chunk) this.error(`No chunk holds ${end}.`);
        return chunk.fileName;
      };
      const lists = Object.entries(soon).map(([folder, modules]) => {
        const names = closure(chunks, [`/${folder}/${folder}.define.ts`, ...modules].map(holding));
        // What the loader imports by itself is asked for already.
        return { folder, names: names.filter((name) => !dynamicImports.includes(name)) };
      });
      const uses = (name) => lists.filter(({ names }) => names.includes(name)).length;
      // What elements share comes first and in one order, which compresses best.
      const inOrder = (names) => names.toSorted((a, b) => uses(b) - uses(a) || a.localeCompare(b));
      const short = (name) => name.replace(/^chunks\/(.*)\.js$/, '$1');
      const lines = lists.map(({ folder, names }) =>
        [`huddle-${folder}`, ...inOrder(names).map(short)].join(' '),
      );
      return code.replace(placeholder, lines.join('|'));
    },
  };
}

/** Some chunks with all that they import statically. */
function closure(chunks, fileNames) {
  const all = new Set();
  const visit = (fileName) => {
    if (all.has(fileName)) return;
    all.add(fileName);
    chunks[fileName].imports.forEach(visit);
  };
  fileNames.forEach(visit);
  return [...all];
}
