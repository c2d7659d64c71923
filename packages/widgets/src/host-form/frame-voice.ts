import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { FrameMessage } from './frame-message.ts';

/**
 * Speaks to the page around the frame, and to no other: its origin stands in the frame's address, and the browser
 * delivers a message only there. Nothing personal is ever said.
 */
export class FrameVoice implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #observer = new ResizeObserver(() => {
    this.tellHeight();
  });
  #height = 0;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#observer.observe(this.#host);
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
  }

  say(message: FrameMessage): void {
    const parent = parentOrigin();
    if (parent) window.parent.postMessage(message, parent);
  }

  /** The height the frame needs, in px; said once a change. */
  tellHeight(): void {
    const height = document.documentElement.offsetHeight;
    if (height === this.#height || height === 0) return;
    this.#height = height;
    this.say({ source: 'huddlekit', type: 'height', height });
  }
}

/** Origin of the page around, as our own element named it; undefined outside a frame. */
export function parentOrigin(): string | undefined {
  if (window.parent === window) return undefined;
  const parent = new URL(location.href).searchParams.get('parent');
  return parent && /^https?:\/\/[^/]+$/.test(parent) ? parent : undefined;
}
