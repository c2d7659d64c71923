import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { isHeardFrom } from './frame-message.ts';
import { parentOrigin } from './frame-voice.ts';
import { lookMessage, lookNames } from './look-message.ts';

/** Takes the looks of the page around the frame, and hears nothing else, from no other page. */
export class FrameLook implements ReactiveController {
  constructor(host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('message', this.#hear);
  }

  hostDisconnected(): void {
    window.removeEventListener('message', this.#hear);
  }

  readonly #hear = (event: MessageEvent): void => {
    const look = isHeardFrom(event, window.parent, parentOrigin()) && lookMessage(event.data);
    if (!look) return;
    const { style } = document.documentElement;
    style.setProperty('color-scheme', look.scheme);
    for (const name of lookNames) {
      const value = look.tokens[name];
      if (value === undefined) style.removeProperty(`--huddle-${name}`);
      else style.setProperty(`--huddle-${name}`, value);
    }
  };
}
