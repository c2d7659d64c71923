import { config } from 'zod/mini';

// Probing for `eval` would report a violation on pages with a strict Content-Security-Policy,
// and zod reads this setting when a schema is built, so it must precede every schema.
if ('document' in globalThis) config({ jitless: true });

// Import this module as a namespace: bundlers then leave out what no schema uses, which they can't do
// for a namespace that is handed on as a value.
export * from 'zod/mini';
