/** Waits until what is drawn has been painted: a frame is, by the time the next one begins. */
export function painted(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)));
  });
}

/** Lets the browser paint and answer its visitor before work that can wait goes on. */
export function nextSlice(): Promise<void> {
  return ended('background');
}

/** Ends the task that is under way, so that it grows no longer, and goes on as soon as may be. */
export function nextTask(): Promise<void> {
  return ended('user-blocking');
}

async function ended(priority: TaskPriority): Promise<void> {
  // Not in every browser.
  const { scheduler } = globalThis as { scheduler?: Scheduler };
  if (scheduler) await scheduler.postTask(() => undefined, { priority });
  else await new Promise((resolve) => setTimeout(resolve));
}
