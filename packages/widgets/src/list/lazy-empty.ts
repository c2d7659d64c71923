import type { LitElement } from 'lit';

type Empty = typeof import('./empty.ts');

/** What stands in for events where there are none: it loads when first asked for, and is undefined until it is there. */
export function lazyEmpty(host: LitElement): () => Empty | undefined {
  let empty: Empty | undefined;
  let loading: Promise<void> | undefined;
  const load = async (): Promise<void> => {
    empty = await import('./empty.ts');
    host.requestUpdate();
  };
  return () => {
    loading ??= load().catch((error: unknown) => {
      loading = undefined;
      console.warn(error);
    });
    return empty;
  };
}
