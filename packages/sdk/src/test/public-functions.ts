import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** A function that a program with the SDK can call. */
export interface PublicFunction {
  /** As documentation calls it: `createClient`, `Client.events.list`. */
  readonly name: string;
  /** The entry it comes from, like `@huddlekit/sdk/host`. */
  readonly entry: string;
  readonly examples: readonly string[];
}

const packageFolder = fileURLToPath(new URL('../../', import.meta.url));
const sourceFolder = `${packageFolder}src/`;

export const compilerOptions: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2024,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  lib: ['lib.es2024.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts', 'lib.dom.asynciterable.d.ts'],
  types: ['node'],
  customConditions: ['@huddlekit/source'],
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  experimentalDecorators: true,
  allowImportingTsExtensions: true,
  skipLibCheck: true,
  noEmit: true,
};

interface Manifest {
  readonly exports: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** The source file of each entry by its published name. */
function entries(): Map<string, string> {
  const manifest = JSON.parse(readFileSync(`${packageFolder}package.json`, 'utf8')) as Manifest;
  return new Map(
    Object.entries(manifest.exports).map(([entry, conditions]) => [
      `@huddlekit/sdk${entry.slice(1)}`,
      packageFolder + (conditions['@huddlekit/source'] ?? '').slice(2),
    ]),
  );
}

/** Every function that the entries export, and every method of what those give. */
export function publicFunctions(): PublicFunction[] {
  const sources = entries();
  const program = ts.createProgram([...sources.values()], compilerOptions);
  const checker = program.getTypeChecker();
  const functions = new Map<ts.Symbol, PublicFunction>();

  const isOwn = (symbol: ts.Symbol | undefined): boolean =>
    symbol?.declarations?.some((node) => node.getSourceFile().fileName.startsWith(sourceFolder)) ?? false;

  const examplesOf = (symbol: ts.Symbol): string[] =>
    symbol
      .getJsDocTags(checker)
      .filter(({ name }) => name === 'example')
      .map(({ text }) => ts.displayPartsToString(text).replace(/^```ts\n|\n?```$/g, ''));

  function add(symbol: ts.Symbol, name: string, entry: string): void {
    const signatures = checker.getNonNullableType(checker.getTypeOfSymbol(symbol)).getCallSignatures();
    if (signatures.length === 0 || functions.has(symbol)) return;
    functions.set(symbol, { name, entry, examples: examplesOf(symbol) });
    for (const signature of signatures) addMethods(checker.getReturnTypeOfSignature(signature), '', entry);
  }

  /** The methods of an object of ours, whatever it is wrapped in. */
  function addMethods(type: ts.Type, path: string, entry: string): void {
    for (const inner of checker.getTypeArguments(type as ts.TypeReference)) addMethods(inner, '', entry);
    const symbol = type.getSymbol();
    if (!isOwn(symbol) || type.isClass()) return;
    const name = path === '' ? (symbol?.name ?? '') : path;
    for (const property of type.getProperties()) {
      if (!isOwn(property)) continue;
      const propertyType = checker.getNonNullableType(checker.getTypeOfSymbol(property));
      if (propertyType.getCallSignatures().length > 0) add(property, `${name}.${property.name}`, entry);
      else if (propertyType !== type) addMethods(propertyType, `${name}.${property.name}`, entry);
    }
  }

  for (const [entry, source] of sources) {
    const file = program.getSourceFile(source);
    const module = file && checker.getSymbolAtLocation(file);
    if (!module) throw new Error(`${source} is no module`);
    for (const alias of checker.getExportsOfModule(module)) {
      const symbol = alias.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(alias) : alias;
      if (symbol.flags & ts.SymbolFlags.Value && isOwn(symbol)) add(symbol, alias.name, entry);
    }
  }
  return [...functions.values()];
}
