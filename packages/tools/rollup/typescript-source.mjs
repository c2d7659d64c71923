import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { fromRoot } from '../lib/paths.mjs';

const ts = createRequire(import.meta.url)('typescript');
const { config } = ts.readConfigFile(fromRoot('tsconfig.json'), (path) => readFileSync(path, 'utf8'));
const { options: base } = ts.convertCompilerOptionsFromJson(config.compilerOptions, fromRoot());
// One shared copy of the decorator helper costs less than one in each element.
const compilerOptions = { ...base, noEmit: false, importHelpers: true, removeComments: true };

/** Turns our TypeScript into JavaScript without checking it, which is another step's job. */
export function typescriptSource() {
  return {
    name: 'typescript-source',
    transform(code, id) {
      if (!/\.ts(\?|$)/.test(id) || id.includes('/node_modules/')) return null;
      const { outputText } = ts.transpileModule(code, { compilerOptions, fileName: id });
      return {
        code: outputText,
        map: { mappings: '' },
        // This module configures zod for strict pages; the package is otherwise free of side effects.
        moduleSideEffects: id.endsWith('/contract/src/zod.ts') ? true : null,
      };
    },
  };
}
