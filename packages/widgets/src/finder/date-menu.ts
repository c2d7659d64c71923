import type { DateRange } from '@huddlekit/contract';
import { html, type TemplateResult } from 'lit';
import type { EventStore } from '../store/event-store.ts';
import { datePresets, isDate, localDate, presetDates, presetOf } from '../store/dates.ts';
import type { FinderLocale } from './finder-words.ts';
import { renderChoice, type Menu } from './menu.ts';

/** Today, this weekend, the next two weeks, or dates of the visitor's own. */
export function dateMenu(store: EventStore, locale: FinderLocale): Menu {
  const now = new Date();
  const { dates } = store.filters;
  const preset = presetOf(dates, now);
  const clear = () => store.filter({ dates: null });
  return {
    name: 'dates',
    title: locale.text('date'),
    chosen: dates && (preset ? locale.text(preset) : rangeText(dates, locale.language)),
    clear,
    content: () =>
      html`${renderChoice(
        {
          type: 'radio',
          name: 'dates',
          label: locale.text('anyDate'),
          isChosen: dates === null,
          choose: clear,
        },
        locale,
      )}
      ${datePresets.map((name) =>
        renderChoice(
          {
            type: 'radio',
            name: 'dates',
            label: locale.text(name),
            isChosen: preset === name,
            count: store.counts?.dates[name],
            choose: () => store.filter({ dates: presetDates(name, now) }),
          },
          locale,
        ),
      )}
      ${renderRange(store, locale, localDate(now))}`,
  };
}

/** Two native date fields; where one of them alone is filled, or they cross, the other follows. */
function renderRange(store: EventStore, locale: FinderLocale, today: string): TemplateResult {
  const { dates } = store.filters;
  const take = (change: { from?: string; to?: string }): void => {
    const [from, to] = [change.from ?? dates?.from ?? '', change.to ?? dates?.to ?? ''];
    const given = change.from ?? change.to ?? '';
    if (!isDate(given)) return;
    const isInOrder = isDate(from) && isDate(to) && from <= to;
    store.filter({ dates: isInOrder ? { from, to } : { from: given, to: given } });
  };
  const field = (side: 'from' | 'to', label: string): TemplateResult =>
    html`<div>
      <label class="label" for="date-${side}">${label}</label>
      <input
        class="input"
        part="input"
        id="date-${side}"
        type="date"
        min=${today}
        .value=${dates?.[side] ?? ''}
        @change=${({ target }: Event) => take({ [side]: (target as HTMLInputElement).value })}
      />
    </div>`;
  return html`<div class="range">
    ${field('from', locale.text('from'))} ${field('to', locale.text('to'))}
  </div>`;
}

/** `Nov 28 – Dec 3`. */
function rangeText({ from, to }: DateRange, language: string): string {
  const dates = new Intl.DateTimeFormat(language, { timeZone: 'UTC', day: 'numeric', month: 'short' });
  return dates.formatRange(Date.parse(from), Date.parse(to));
}
