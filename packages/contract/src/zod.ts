import * as z from 'zod/mini';

// Probing for `eval` would report a violation on pages with a strict Content-Security-Policy,
// and zod reads this setting when a schema is built, so it must precede every schema.
if ('document' in globalThis) z.config({ jitless: true });

export { z };
