import { build } from 'esbuild';
import { basename } from 'node:path';
import { gzipSync } from 'node:zlib';
import { fromRoot } from './paths.mjs';

/**
 * What a consumer's bundler makes of some code, in bytes gzipped: `first` is what is loaded at once, `later` each chunk
 * that is loaded when it is needed, named by its module and with all it brings that isn't there yet.
 * @param {string} contents
 * @param {{ splits?: boolean }} [options] without `splits` everything is one file
 * @returns {Promise<{ first: number, later: { name: string, bytes: number }[] }>}
 */
export async function bundleWeight(contents, { splits = true } = {}) {
  const { outputFiles, metafile } = await build({
    stdin: { contents, resolveDir: fromRoot('packages/tools'), sourcefile: 'program.js' },
    bundle: true,
    splitting: splits,
    outdir: 'out',
    minify: true,
    format: 'esm',
    write: false,
    metafile: true,
    conditions: ['@huddlekit/source'],
    logLevel: 'silent',
  });
  const bytes = new Map(
    outputFiles.map(({ path, contents }) => [basename(path), gzipSync(contents, { level: 9 }).length]),
  );
  const outputs = new Map(Object.entries(metafile.outputs).map(([path, output]) => [basename(path), output]));

  const reach = (file, kinds, found = new Set()) => {
    if (found.has(file)) return found;
    found.add(file);
    for (const { path, kind } of outputs.get(file)?.imports ?? [])
      if (kinds.includes(kind)) reach(basename(path), kinds, found);
    return found;
  };
  const [entry] = [...outputs].find(([, { entryPoint }]) => entryPoint?.endsWith('program.js'));
  const first = reach(entry, ['import-statement']);
  const total = (files) => [...files].reduce((sum, file) => sum + (bytes.get(file) ?? 0), 0);

  const later = [...reach(entry, ['import-statement', 'dynamic-import'])]
    .filter((file) => !first.has(file) && outputs.get(file)?.entryPoint)
    .map((file) => ({
      name: outputs.get(file).entryPoint,
      bytes: total([...reach(file, ['import-statement'])].filter((chunk) => !first.has(chunk))),
    }));
  return { first: total(first), later };
}
