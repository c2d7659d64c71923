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
    renderChunk(code, { moduleIds }, _options, { chunks }) {
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
        const first = holding(`/${folder}/${folder}.define.ts`);
        const names = closure(chunks, [first, ...modules.map(holding)]);
        const short = names.map((name) => name.replace(/^chunks\/(.*)\.js$/, '$1'));
        return [`huddle-${folder}`, ...short].join(' ');
      });
      return code.replace(placeholder, lists.join('|'));
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
