import type { Client } from '@huddlekit/sdk';
import { html, nothing, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import { offline } from '../icons/drawings.ts';
import { icon, retry } from '../icons/icon.ts';
import { updates as english } from '../locales/en/updates.ts';
import type { LocaleController } from '../locales/locale-controller.ts';
import { format } from '../locales/message.ts';
import { sendKept } from '../client/send-kept.ts';
import type { EventStore } from '../store/event-store.ts';
import { newEvents, Updates } from '../store/updates.ts';
import { shortDate, timeRange, visitorZone } from '../time/event-time.ts';
import { tellSearches } from './search-teller.ts';
import { updateNotices } from './updates.styles.ts';

type Locale = Pick<LocaleController<Record<string, never>>, 'later' | 'language'>;

const running = new WeakMap<EventStore, Updates>();

/** Keeps the store of an element up to date while it is on the page, and says what a reader should know of that. */
export class UpdatesView implements ReactiveController {
  readonly #host: LitElement;
  readonly #isRead = (): boolean => isRead(this.#host.renderRoot);
  #store: EventStore | null = null;
  #stopTelling: (() => void) | undefined;

  constructor(host: LitElement, client: Client | undefined) {
    this.#host = host;
    if (client) void sendKept(client);
    if (updateNotices.styleSheet) host.shadowRoot?.adoptedStyleSheets.push(updateNotices.styleSheet);
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#leave();
  }

  #follow(store: EventStore): void {
    if (store === this.#store) return;
    this.#leave();
    this.#store = store;
    const updates = running.get(store) ?? new Updates(store);
    running.set(store, updates);
    updates.readers.add(this.#isRead);
    this.#stopTelling = tellSearches(store, this.#host);
  }

  render(store: EventStore, locale: Locale): TemplateResult {
    this.#follow(store);
    const text = (key: keyof typeof english, values?: Readonly<Record<string, string | number>>): string =>
      format(locale.later('updates', english)[key], locale.language, values);
    return html`<div role="status">
        ${store.isOffline ? renderOffline(store, text, locale.language) : nothing}
      </div>
      <div class="update" role="status">
        ${
          store.update
            ? html`<button
                class="button button-primary"
                part="button button-primary"
                type="button"
                @click=${this.#show}
              >
                ${icon(retry)}${
                  newEvents(store) > 0 ? text('newEvents', { count: newEvents(store) }) : text('hasChanged')
                }
              </button>`
            : nothing
        }
      </div>`;
  }

  /** The button goes with the press; the focus goes to the first event. */
  readonly #show = async (): Promise<void> => {
    this.#store?.showUpdate();
    await this.#host.updateComplete;
    const list = this.#host.renderRoot.querySelector('.events');
    list?.scrollIntoView({ block: 'nearest' });
    list?.querySelector<HTMLElement>('.card-link')?.focus();
  };

  #leave(): void {
    this.#stopTelling?.();
    this.#stopTelling = undefined;
    const updates = this.#store && running.get(this.#store);
    updates?.readers.delete(this.#isRead);
    if (this.#store && updates?.readers.size === 0) {
      updates.stop();
      running.delete(this.#store);
    }
    this.#store = null;
  }
}

function renderOffline(
  store: EventStore,
  text: (key: keyof typeof english, values?: Readonly<Record<string, string>>) => string,
  language: string,
): TemplateResult {
  const at = { startDate: (store.asOf ?? new Date()).toISOString(), endDate: null, allDay: false };
  const zone = visitorZone();
  const time = `${shortDate(at.startDate, zone, language)}, ${timeRange(at, zone, language, { allDay: '' })}`;
  return html`<p class="notice notice-warning offline" part="notice">
    ${icon(offline)}<span
      ><b>${text('offline')}</b> ${text('asOf', { time })}
      ${store.listed === store.filters ? nothing : text('searchWaits')}</span
    >
  </p>`;
}

/** Whether a visitor is at something in the list: scrolled into it, on it with pointer or focus, or opened a part. */
function isRead(root: ParentNode): boolean {
  const list = root.querySelector('.events');
  if (!list) return false;
  const { top } = list.getBoundingClientRect();
  return (
    top < 0 ||
    (list.parentElement?.scrollTop ?? 0) > 0 ||
    list.matches(':hover, :focus-within') ||
    list.querySelector('details[open], [aria-busy=true], .card-selected') !== null ||
    root.querySelector('huddle-rsvp-dialog') !== null
  );
}
