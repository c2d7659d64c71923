import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';

const loaders = /\/loader\/(loader|start-map)\.ts$/;
const suffix = '?copy-of-';

/**
 * Gives the loader its own copies of the modules it imports. Its name has no hash, so a chunk that imported
 * something from it could meet another version in a cache, or load it twice under another address. What it starts a
 * map with has its own, too: it must not wait for a chunk.
 */
export function loaderCopy() {
  return {
    name: 'loader-copy',
    async resolveId(source, importer, options) {
      if (!importer || !loaders.test(importer) || !source.startsWith('.')) return null;
      const resolved = await this.resolve(source, importer, { ...options, skipSelf: true });
      return resolved && { ...resolved, id: `${resolved.id}${suffix}${basename(importer)}` };
    },
    // Dynamic imports pass here too, but those are the chunks themselves.
    async resolveDynamicImport(source, importer) {
      return typeof source === 'string' ? this.resolve(source, importer, { skipSelf: true }) : null;
    },
    load: (id) => (id.includes(suffix) ? readFile(id.slice(0, id.indexOf(suffix)), 'utf8') : null),
  };
}
