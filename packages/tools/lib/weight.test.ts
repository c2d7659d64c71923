import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chunkGraph } from './weight.mjs';

const graph = chunkGraph({
  chunks: {
    'loader.js': { imports: [], dynamicImports: ['rsvp.js'], modules: ['loader.ts'] },
    'rsvp.js': { imports: ['lit.js'], dynamicImports: ['dialog.js'], modules: ['rsvp.define.ts', 'rsvp.ts'] },
    'lit.js': { imports: [], dynamicImports: [], modules: ['lit'] },
    'dialog.js': { imports: ['lit.js', 'zod.js'], dynamicImports: ['es.js'], modules: ['dialog.ts'] },
    'zod.js': { imports: [], dynamicImports: [], modules: ['zod'] },
    'es.js': { imports: [], dynamicImports: [], modules: ['es.ts'] },
  },
});

test('the first load is the chunk and its static imports, each once', () => {
  assert.deepEqual(graph.firstLoad(['loader.ts', 'rsvp.define.ts']), ['loader.js', 'rsvp.js', 'lit.js']);
});

test('modules that an element needs to be usable bring their own imports', () => {
  assert.deepEqual(graph.firstLoad(['rsvp.ts', 'dialog.ts']), ['rsvp.js', 'lit.js', 'dialog.js', 'zod.js']);
});

test('what comes only by dynamic import is on intent', () => {
  assert.deepEqual(graph.onIntent(['rsvp.ts']), ['dialog.js', 'zod.js', 'es.js']);
});

test('a module that was renamed is an error, not a zero', () => {
  assert.throws(() => graph.firstLoad(['gone.ts']), /gone\.ts is in no chunk/);
});
