import { nodeResolve } from '@rollup/plugin-node-resolve';
import { build as esbuild } from 'esbuild';
import { join } from 'node:path';
import { rollup } from 'rollup';
import { build as vite } from 'vite';
import { failOnWarning } from '../rollup/warnings.mjs';

const entries = ['page', 'worker'];
const inputOf = (source) => Object.fromEntries(entries.map((name) => [name, join(source, `${name}.js`)]));

/** Each as its manual says, with no word about our packages; what it writes runs as it is. Vite finds the worker itself. */
export const bundlers = {
  esbuild: (source, outdir) =>
    esbuild({
      entryPoints: inputOf(source),
      outdir,
      bundle: true,
      splitting: true,
      format: 'esm',
      minify: true,
      logLevel: 'error',
    }),

  rollup: async (source, dir) => {
    const build = await rollup({
      input: inputOf(source),
      plugins: [nodeResolve({ browser: true })],
      onwarn: failOnWarning,
    });
    await build.write({ dir, format: 'es' });
    await build.close();
  },

  vite: (source, outDir) =>
    vite({
      configFile: false,
      root: source,
      logLevel: 'error',
      worker: { format: 'es' },
      build: {
        outDir,
        emptyOutDir: true,
        rolldownOptions: { input: join(source, 'page.js'), output: { entryFileNames: '[name].js' } },
      },
    }),
};
