import { createRequire, isBuiltin } from 'node:module';
import { dirname, join } from 'node:path';

const ts = createRequire(import.meta.url)('typescript');

/** What a package's own modules may import of its neighbours. */
const directions = {
  contract: [],
  connectors: ['contract'],
  sdk: ['contract', 'connectors'],
  widgets: ['contract', 'connectors', 'sdk'],
  mocks: ['contract'],
  hub: ['contract', 'connectors'],
  // To measure them.
  tools: ['contract', 'sdk', 'mocks'],
};
const wholeTable = ['contract', 'mocks', 'hub'];
const usesNode = ['hub', 'tools'];
/** Entry points that only programs on Node import. */
const nodeFolders = /^packages\/mocks\/src\/node\//;

const isTest = (file) => /\.test(-helper|-d)?\.ts$|\/test\//.test(file);
const isStory = (file) => /\.stories\.ts$|^\.storybook\//.test(file);

/** The names a clause brings; types cost nothing at run time and are told apart by `type`. */
const namesOf = (clause) => {
  const isType = clause?.isTypeOnly || clause?.parent?.isTypeOnly;
  const bindings = clause?.namedBindings ?? clause;
  if (bindings && (ts.isNamedImports(bindings) || ts.isNamedExports(bindings))) {
    return bindings.elements.map((element) => {
      const { text } = element.propertyName ?? element.name;
      return isType || element.isTypeOnly ? `type ${text}` : text;
    });
  }
  return ['*'];
};

/**
 * Every static, dynamic and type import of a module, and what it re-exports.
 * @returns {{ source: string, names: string[], line: number }[]}
 */
export function importsOf(text, file = 'module.ts') {
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found = [];
  const add = (node, literal, names) => {
    const line = tree.getLineAndCharacterOfPosition(node.getStart()).line + 1;
    found.push({ source: literal.text, names, line });
  };
  const visit = (node) => {
    if (ts.isImportDeclaration(node)) add(node, node.moduleSpecifier, namesOf(node.importClause));
    else if (ts.isExportDeclaration(node) && node.moduleSpecifier) {
      add(node, node.moduleSpecifier, namesOf(node.exportClause));
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      if (ts.isStringLiteralLike(node.arguments[0])) add(node, node.arguments[0], ['*']);
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      add(node, node.argument.literal, node.qualifier ? [node.qualifier.getText()] : ['*']);
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

const packageName = (source) => source.split('/', source.startsWith('@') ? 2 : 1).join('/');
const folderOf = (file) => file.match(/^(packages|examples)\/[^/]+/)?.[0] ?? dirname(file);

function problemOf({ source, names }, { file, own, dependencies, rootDependencies }) {
  const loose = isTest(file) || isStory(file) || !own;
  if (source.startsWith('.')) {
    const target = join(dirname(file), source);
    const unpublished = !own || own === 'tools';
    return folderOf(target) === folderOf(file) || (unpublished && !/^(packages|examples)\//.test(target))
      ? null
      : 'reaches into another package: import it by its name.';
  }
  if (isBuiltin(source)) {
    const allowed =
      isTest(file) ||
      !own ||
      usesNode.includes(own) ||
      nodeFolders.test(file) ||
      file.startsWith('.storybook/');
    return allowed ? null : 'is only in Node: this package also runs in browsers.';
  }
  const name = packageName(source);
  if (name.startsWith('@huddlekit/')) {
    const neighbour = name.slice('@huddlekit/'.length);
    const table =
      source === '@huddlekit/contract/routes' && names.some((item) => item === 'routes' || item === '*');
    if (table && !loose && !wholeTable.includes(own)) {
      return 'brings the whole route table: import the single route by its name.';
    }
    if (source === '@huddlekit/contract' && names.includes('z') && !loose && !usesNode.includes(own)) {
      return "brings all of zod: import * as z from '@huddlekit/contract/zod', which bundlers can take apart.";
    }
    if (neighbour === own || loose) return null;
    if (!directions[own]?.includes(neighbour))
      return `is against the direction of imports: ${own} must not know ${neighbour}.`;
  }
  if (name in dependencies || (loose && name in rootDependencies)) return null;
  return `isn't declared: add ${name} to the dependencies of ${folderOf(file)}/package.json.`;
}

/**
 * The imports of one module that break the rules, each with the reason.
 * @param {string} text
 * @param {{ file: string, own?: string, dependencies: object, rootDependencies: object }} context
 */
export function importProblems(text, context) {
  return importsOf(text, context.file).flatMap((found) => {
    const problem = problemOf(found, context);
    return problem ? [`${context.file}:${found.line} '${found.source}' ${problem}`] : [];
  });
}
