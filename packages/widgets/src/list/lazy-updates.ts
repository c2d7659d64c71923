import type { LitElement } from 'lit';
import type { EventStore } from '../store/event-store.ts';
import type { UpdatesView } from './updates-view.ts';

/** What keeps a list up to date: it loads once events are shown, and is undefined until it is there. */
export function lazyUpdates(host: LitElement): (store: EventStore) => UpdatesView | undefined {
  let view: UpdatesView | undefined;
  let loading: Promise<void> | undefined;
  const load = async (): Promise<void> => {
    const { UpdatesView } = await import('./updates-view.ts');
    view = new UpdatesView(host);
    host.requestUpdate();
  };
  return (store) => {
    loading ??= load().catch(console.warn);
    view?.follow(store);
    return view;
  };
}
