import type { LitElement } from 'lit';
import type { SourceView } from './source-view.ts';

/** What shows sources in place of the hub: it loads when first asked for, and is undefined until it is there. */
export function lazySources(host: LitElement): () => SourceView | undefined {
  let view: SourceView | undefined;
  let loading: Promise<void> | undefined;
  const load = async (): Promise<void> => {
    const { SourceView } = await import('./source-view.ts');
    view = new SourceView(host);
    host.requestUpdate();
  };
  return () => {
    loading ??= load().catch(console.warn);
    return view;
  };
}
