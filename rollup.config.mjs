import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import typescript from '@rollup/plugin-typescript';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, isAbsolute } from 'node:path';
import { fromRoot } from './packages/tools/lib/paths.mjs';
import { chunkGroups } from './packages/tools/rollup/chunk-groups.mjs';
import { compactStyles } from './packages/tools/rollup/compact-styles.mjs';
import { compactTemplates } from './packages/tools/rollup/compact-templates.mjs';
import { declarationImports } from './packages/tools/rollup/declaration-imports.mjs';
import { leafletTrustedTypes } from './packages/tools/rollup/leaflet-trusted-types.mjs';
import { loaderCopy } from './packages/tools/rollup/loader-copy.mjs';
import { manifest } from './packages/tools/rollup/manifest.mjs';
import { preloads } from './packages/tools/rollup/preloads.mjs';
import { typescriptSource } from './packages/tools/rollup/typescript-source.mjs';
import { failOnWarning } from './packages/tools/rollup/warnings.mjs';

// The decorator helpers travel along, so that no package needs a dependency for them.
const isBare = (id) => !id.startsWith('.') && !isAbsolute(id) && !id.startsWith('\0') && id !== 'tslib';

/** What the hub serves: the loader at a lasting name, everything else named by its content. */
export const bundle = {
  input: { huddlekit: 'packages/widgets/src/loader/loader.ts' },
  onwarn: failOnWarning,
  plugins: [
    leafletTrustedTypes(),
    loaderCopy(),
    nodeResolve({
      exportConditions: ['@huddlekit/source', 'browser', 'module', 'default'],
      extensions: ['.js', '.mjs', '.ts'],
    }),
    compactStyles(),
    typescriptSource(),
    terser({ module: true, ecma: 2020, compress: { passes: 2 }, format: { comments: false } }),
    compactTemplates(),
    preloads({
      map: ['/map/drawing-parts.ts', '/store/pin-layers.ts'],
      list: [],
      countdown: [],
    }),
    manifest(),
  ],
  output: {
    dir: 'packages/hub/public',
    format: 'es',
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name]-[hash].js',
    assetFileNames: '[name][extname]',
    generatedCode: 'es2015',
    onlyExplicitManualChunks: true,
    manualChunks: chunkGroups({
      base: [
        /\/node_modules\/(lit|lit-html|lit-element|@lit\/reactive-element|tslib)\/(?!decorators\/(base|query))/,
        /\/widgets\/src\/element\/(events|ground|huddle-element)\.ts$/,
        /\/widgets\/src\/(locales\/(locale-controller|message)|settings\/[\w-]+)\.ts$/,
        /\/widgets\/src\/styles\/(button|tokens)\.styles\.ts$/,
      ],
      words: [
        /\/widgets\/src\/(icons\/icon|element\/failure|styles\/(detail|notice)\.styles|locales\/en\/common)\.ts$/,
        /\/widgets\/src\/time\//,
      ],
      // The dialog of an RSVP needs these too, and no list.
      'card-words': [/\/widgets\/src\/(card\/place-text|icons\/card-icons|locales\/en\/(card|kinds))\.ts$/],
      events: [
        /\/widgets\/src\/card\//,
        /\/widgets\/src\/list\/(count-line|count-text|custom-rendering|event-list|events-element|list\.styles|skeleton)\.ts$/,
        /\/widgets\/src\/store\/(event-store|filters|merged-pages|store-controller|stores)\.ts$/,
        /\/widgets\/src\/(element\/(lazy-part|select-event)|locales\/en\/list|place\/distance)\.ts$/,
      ],
      // What filters in the browser need, and no first list does.
      matching: [/\/contract\/src\/event-list\/distance\.ts$/, /\/widgets\/src\/store\/dates\.ts$/],
      'map-base': [
        /\/contract\/src\/pins\/(morton|pin-cells|pin-rows)\.ts$/,
        /\/widgets\/src\/store\/(pin-index|pin-layers|view)\.ts$/,
        /\/widgets\/src\/map\/((control|frame|leaflet)\.styles|point)\.ts$/,
        /\/widgets\/src\/locales\/en\/map\.ts$/,
      ],
      drawing: [
        /\/node_modules\/leaflet\/src\/(?!layer\/tile\/)/,
        /\/contract\/src\/base-map\.ts$/,
        /\/widgets\/src\/map\/(base-map|boxes|clusters|draw.*|ground.*|label-layer|leaflet|leaflet-map)\.ts$/,
        /\/widgets\/src\/map\/(marker-layer|markers|palette|pixel-origin|scale|scene)\.ts$/,
      ],
    }),
  },
};

/** The source files that a package's `exports` name. */
function entriesOf(folder) {
  const { exports } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
  return Object.values(exports).map((entry) => `${folder}/${entry['@huddlekit/source'].slice(2)}`);
}

/** The plugin reads which files belong to a program only from a file, and the checked-in one names them all. */
function projectOf(folder, name) {
  const project = fromRoot('packages/tools/output/projects', `${name}.json`);
  const config = {
    extends: fromRoot('tsconfig.json'),
    include: [fromRoot(folder, 'src')],
    exclude: ['*.test.ts', '*.test-d.ts', '*.test-helper.ts', '*.stories.ts', 'test/**'].map((kind) =>
      fromRoot(folder, `src/**/${kind}`),
    ),
  };
  mkdirSync(dirname(project), { recursive: true });
  writeFileSync(project, JSON.stringify(config));
  return project;
}

function library(name) {
  const folder = `packages/${name}`;
  return {
    input: entriesOf(folder),
    onwarn: failOnWarning,
    external: isBare,
    plugins: [
      typescript({
        tsconfig: projectOf(folder, name),
        filterRoot: fromRoot(folder, 'src'),
        noEmitOnError: true,
        compilerOptions: {
          // Each package is checked against the built declarations of those before it.
          customConditions: [],
          noEmit: false,
          declaration: true,
          declarationMap: true,
          sourceMap: true,
          rewriteRelativeImportExtensions: true,
          rootDir: fromRoot(folder, 'src'),
          outDir: fromRoot(folder, 'dist'),
        },
      }),
      declarationImports(),
    ],
    output: {
      dir: `${folder}/dist`,
      format: 'es',
      sourcemap: true,
      // The maps lead to the sources, which are in the package too.
      sourcemapExcludeSources: true,
      preserveModules: true,
      preserveModulesRoot: fromRoot(folder, 'src'),
      // npm leaves every folder called node_modules out of a package.
      entryFileNames: ({ name: module }) => `${module.replace(/^node_modules\//, 'vendor/')}.js`,
    },
  };
}

/** In the order of their dependencies. */
export const libraries = ['contract', 'connectors', 'sdk', 'widgets', 'mocks', 'hub']
  .filter((name) => existsSync(`packages/${name}/src/index.ts`))
  .map((name) => library(name));

export default [...libraries, bundle];
