import type { ReactiveControllerHost } from 'lit';

/**
 * A part of an element that loads when it is first asked for, and is undefined until it is there; the element is drawn
 * again then. Where it can't be had, the next question tries again.
 */
export function lazyPart<Part>(
  host: ReactiveControllerHost,
  load: () => Promise<Part>,
): () => Part | undefined {
  let part: Part | undefined;
  let isLoading = false;
  const start = async (): Promise<void> => {
    isLoading = true;
    try {
      part = await load();
      host.requestUpdate();
    } catch (error) {
      console.warn('Huddlekit could not load a part.', error);
      isLoading = false;
    }
  };
  return () => {
    if (!part && !isLoading) void start();
    return part;
  };
}
