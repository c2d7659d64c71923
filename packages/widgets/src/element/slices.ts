/** Waits until what is drawn has been painted: a frame is, by the time the next one begins. */
export function painted(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)));
  });
}

/** Lets the browser paint and answer its visitor before work that can wait goes on. */
export async function nextSlice(): Promise<void> {
  // Not in every browser.
  const { scheduler } = globalThis as { scheduler?: Scheduler };
  if (scheduler) await scheduler.postTask(() => undefined, { priority: 'background' });
  else await new Promise((resolve) => setTimeout(resolve));
}
