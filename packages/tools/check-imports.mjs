import { existsSync, readFileSync } from 'node:fs';
import { importProblems } from './lib/imports.mjs';
import { fromRoot } from './lib/paths.mjs';
import { filesUnder } from './lib/stamp.mjs';

const manifestOf = (folder) => {
  const path = fromRoot(folder, 'package.json');
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
};

const rootDependencies = manifestOf('.').devDependencies;
const toolDependencies = manifestOf('packages/tools').devDependencies;
const generated = /\/(dist|public|output|static|data)\//;

const files = ['packages', 'examples', '.storybook']
  .flatMap((folder) => filesUnder(folder, { skip: generated }))
  .filter((file) => /\.(ts|mjs)$/.test(file) && !file.endsWith('.d.ts'));

const problems = files.flatMap((file) => {
  const folder = file.match(/^(packages|examples)\/[^/]+/)?.[0];
  const own = folder?.startsWith('packages/') ? folder.slice('packages/'.length) : undefined;
  const dependencies = {
    ...(folder ? manifestOf(folder).dependencies : {}),
    // The tools are never published: they use what the root installs, and measure against what they install.
    ...(own === 'tools' ? { ...rootDependencies, ...toolDependencies } : {}),
  };
  return importProblems(readFileSync(fromRoot(file), 'utf8'), { file, own, dependencies, rootDependencies });
});

for (const problem of problems) console.error(problem);
console.log(`${files.length} modules, ${problems.length} wrong imports`);
process.exitCode = problems.length > 0 ? 1 : 0;
