import { LitElement, type CSSResultGroup, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import type { Client } from '@huddlekit/sdk';
import { pageSettings } from '../settings/settings.ts';
import { tokens } from '../styles/tokens.styles.ts';
import { adoptGround, watchTheme } from './ground.ts';
import { HuddleReadyEvent } from './events.ts';

/** What all elements share: where their data comes from, their language and how they take the site's looks. */
export abstract class HuddleElement extends LitElement {
  static override styles: CSSResultGroup = tokens;

  /** Base URL of the hub; the page's setting, else the script's own origin, where left out. */
  @property() hub?: string;

  /** Name of the partner site, for credit on RSVPs. */
  @property() partner?: string;

  /** A client of your own; wins over `hub`. */
  @property({ attribute: false }) client?: Client;

  #stopWatching?: () => void;

  /** Resolves when the words of the element's language are there. */
  protected abstract localeReady(): Promise<void>;

  /** The hub's base URL without a trailing slash, or undefined where nothing names one. */
  protected get hubUrl(): string | undefined {
    const named = this.client?.hub ?? (this.hub || pageSettings().hub);
    return named && URL.canParse(named, document.baseURI)
      ? new URL(named, document.baseURI).href.replace(/\/$/, '')
      : undefined;
  }

  protected get partnerName(): string | undefined {
    return this.partner || pageSettings().partner;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    adoptGround(this);
    this.#stopWatching = watchTheme(() => adoptGround(this));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopWatching?.();
  }

  protected override async scheduleUpdate(): Promise<void> {
    await this.localeReady();
    await super.scheduleUpdate();
  }

  protected override firstUpdated(_changed: PropertyValues): void {
    this.dispatchEvent(new HuddleReadyEvent());
  }
}
