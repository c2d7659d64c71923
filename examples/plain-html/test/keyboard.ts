import assert from 'node:assert/strict';
import type { Frame, Page } from 'playwright-core';

/** A page that counts the keys pressed on it; typed text doesn't count. */
export class Keyboard {
  presses = 0;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async press(key: string): Promise<void> {
    this.presses++;
    await this.#page.keyboard.press(key);
  }

  async type(text: string): Promise<void> {
    await this.#page.keyboard.type(text);
  }

  /** Presses a key until what has the focus is named so. */
  async pressUntil(key: string, name: RegExp): Promise<void> {
    for (let tries = 0; tries < 40; tries++) {
      await this.press(key);
      if (name.test(await this.focused())) return;
    }
    assert.fail(`${key} never led to ${String(name)}; the focus is on ${await this.focused()}`);
  }

  /**
   * What a screen reader would call the focused element, in any shadow root and frame: its role or tag, and its name.
   */
  async focused(): Promise<string> {
    return focusedIn(this.#page.mainFrame());
  }
}

async function focusedIn(frame: Frame): Promise<string> {
  const active = await frame.evaluateHandle(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element;
  });
  const inner = await active.asElement()?.contentFrame();
  if (inner) return focusedIn(inner);
  return active.evaluate((element) => {
    const root = element?.getRootNode() as ShadowRoot | Document | undefined;
    const own = element?.id ? root?.querySelector(`label[for="${element.id}"]`) : null;
    const label = own ?? element?.closest('label');
    const name = element?.getAttribute('aria-label') ?? label?.textContent ?? element?.textContent ?? '';
    return `${element?.getAttribute('role') ?? element?.localName ?? ''} ${name.replace(/\s+/g, ' ').trim()}`;
  });
}
