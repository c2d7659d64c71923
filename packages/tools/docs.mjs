import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Application, Converter, ReflectionKind } from 'typedoc';
import { fromRoot, output, root } from './lib/paths.mjs';

/** What developers program against, the client first. */
const documented = ['sdk', 'connectors', 'contract'];

/** The published name of each entry by the name that typedoc gives it, and its source file. */
const entries = new Map(
  documented.flatMap((name) => {
    const { exports } = JSON.parse(readFileSync(fromRoot('packages', name, 'package.json'), 'utf8'));
    return Object.entries(exports).map(([entry, conditions]) => {
      const source = join('packages', name, conditions['@huddlekit/source']);
      return [source.replace(/(\/index)?\.ts$/, ''), { source, name: `@huddlekit/${name}${entry.slice(1)}` }];
    });
  }),
);

const application = await Application.bootstrap({
  name: 'Huddlekit',
  entryPoints: [...entries.values()].map(({ source }) => fromRoot(source)),
  tsconfig: fromRoot('tsconfig.json'),
  // Types have a check of their own.
  skipErrorChecking: true,
  basePath: root,
  readme: fromRoot('docs/api/index.md'),
  out: `${output}/docs`,
  sort: ['source-order'],
  disableSources: true,
  excludeExternals: true,
  excludeInternal: true,
  githubPages: false,
  hideGenerator: true,
  jsDocCompatibility: { exampleTag: true },
  packagesRequiringDocumentation: documented.map((name) => `@huddlekit/${name}`),
  validation: { notExported: true, invalidLink: true, notDocumented: true },
  requiredToBeDocumented: ['Class', 'Function', 'Interface', 'Method'],
  treatWarningsAsErrors: true,
  treatValidationWarningsAsErrors: true,
  logLevel: 'Warn',
});
application.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => {
  for (const module of project.getChildrenByKind(ReflectionKind.Module)) {
    module.name = entries.get(module.name).name;
  }
});

const project = await application.convert();
if (project) {
  application.validate(project);
  await application.generateDocs(project, `${output}/docs`);
}
const { errorCount, warningCount } = application.logger;
process.exitCode = project && errorCount + warningCount === 0 ? 0 : 1;
