import { relative } from 'node:path';
import { root } from '../lib/paths.mjs';

const shorten = (id) => relative(root, id.replace(/^\0/, '')).replaceAll('\\', '/');

/** Writes which chunk each module went to and what each chunk imports. */
export function manifest() {
  return {
    name: 'manifest',
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter(({ type }) => type === 'chunk');
      const toLoader = chunks.find(({ imports }) => imports.includes('huddlekit.js'));
      if (toLoader) this.error(`${toLoader.fileName} imports from the loader, whose name has no hash.`);
      const entries = chunks.map(({ fileName, imports, dynamicImports, moduleIds }) => [
        fileName,
        { imports, dynamicImports, modules: moduleIds.map(shorten) },
      ]);
      const source = `${JSON.stringify({ chunks: Object.fromEntries(entries) }, null, 1)}\n`;
      this.emitFile({ type: 'asset', fileName: 'manifest.json', source });
    },
  };
}
