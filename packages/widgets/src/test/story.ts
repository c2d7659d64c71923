/** Waits until something is there, at most 20 seconds. */
export async function within<Found>(find: () => Found | null | undefined): Promise<Found> {
  for (let attempt = 0; attempt < 400; attempt++) {
    const found = find();
    if (found !== null && found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('It did not come within 20 seconds');
}

/** Presses the first button that fits a selector, once it is there. */
export async function press(root: ParentNode, selector: string): Promise<void> {
  (await within(() => root.querySelector<HTMLElement>(selector))).click();
}

/** Types a text into a field as an input method does: the value, then the event. */
export function typeInto(root: ParentNode, selector: string, text: string): void {
  const field = root.querySelector<HTMLInputElement>(selector);
  if (!field) throw new Error(`There is no field ${selector}`);
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}
