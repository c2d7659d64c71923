/** Lets whatever else waits in this thread have its turn. */
export interface Turns {
  next(): Promise<void>;
  close(): void;
}

/** Node and Deno take up to a thousand messages in one turn, so there it is theirs for the purpose. */
const { setImmediate } = globalThis as { readonly setImmediate?: (work: () => void) => unknown };

/** Turns without timers: browsers slow those down on a page that nobody looks at. */
export function openTurns(): Turns {
  if (setImmediate)
    return {
      next: () =>
        new Promise((resolve) => {
          setImmediate(resolve);
        }),
      close: () => undefined,
    };
  const { port1, port2 } = new MessageChannel();
  let proceed: (() => void) | undefined;
  port1.onmessage = () => proceed?.();
  return {
    next: () =>
      new Promise((resolve) => {
        proceed = resolve;
        port2.postMessage(undefined);
      }),
    close() {
      port1.close();
    },
  };
}
