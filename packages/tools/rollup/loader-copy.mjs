import { readFile } from 'node:fs/promises';

const suffix = '?loader';

/**
 * Gives the loader its own copies of the modules it imports. Its name has no hash, so a chunk that imported
 * something from it could meet another version in a cache, or load it twice under another address.
 */
export function loaderCopy() {
  return {
    name: 'loader-copy',
    async resolveId(source, importer, options) {
      if (!importer?.endsWith('/loader/loader.ts') || !source.startsWith('.')) return null;
      const resolved = await this.resolve(source, importer, { ...options, skipSelf: true });
      return resolved && { ...resolved, id: `${resolved.id}${suffix}` };
    },
    // Dynamic imports pass here too, but those are the chunks themselves.
    async resolveDynamicImport(source, importer) {
      return typeof source === 'string' ? this.resolve(source, importer, { skipSelf: true }) : null;
    },
    load: (id) => (id.endsWith(suffix) ? readFile(id.slice(0, -suffix.length), 'utf8') : null),
  };
}
