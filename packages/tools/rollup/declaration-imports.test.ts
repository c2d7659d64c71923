import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withModuleSpecifiers } from './declaration-imports.mjs';

void test('declarations name the modules beside them', () => {
  const declarations = [
    `export { type A } from './a.ts';`,
    `import type { B } from "../b/b.ts";`,
    `import './c.define.ts';`,
    `export declare const d: import('./d.ts').D;`,
  ].join('\n');
  const expected = [
    `export { type A } from './a.js';`,
    `import type { B } from "../b/b.js";`,
    `import './c.define.js';`,
    `export declare const d: import('./d.js').D;`,
  ].join('\n');
  assert.equal(withModuleSpecifiers(declarations), expected);
});

void test('what isn’t a relative import stays', () => {
  const declarations = `import { z } from 'zod.ts';\n/** See './a.ts'. */\nexport * from './b.js';`;
  assert.equal(withModuleSpecifiers(declarations), declarations);
});
