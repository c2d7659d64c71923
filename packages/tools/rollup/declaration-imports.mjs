const relativeSource = /((?:\bfrom|\bimport\(?)\s*['"]\.{1,2}\/[^'"]*)\.ts(?=['"])/g;

/** The specifiers of a declaration file as those of the module beside it, for tools that don't know `.ts` in one. */
export const withModuleSpecifiers = (declarations) => declarations.replace(relativeSource, '$1.js');

/** TypeScript rewrites relative imports in modules and leaves them as written in declarations. */
export function declarationImports() {
  return {
    name: 'declaration-imports',
    generateBundle(_options, files) {
      for (const file of Object.values(files)) {
        if (file.type === 'asset' && file.fileName.endsWith('.d.ts'))
          file.source = withModuleSpecifiers(String(file.source));
      }
    },
  };
}
