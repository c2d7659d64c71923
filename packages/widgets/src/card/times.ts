import type { Event, Timeslot } from '@huddlekit/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { endOf, longDate, timeRange, visitorTimeRange, visitorZone } from '../time/event-time.ts';
import type { CardLocale } from './card.ts';

/** When a timeslot is, in the zone of its event, and below for a visitor whose clock differs. */
export function renderTime({ timezone }: Event, slot: Timeslot, locale: CardLocale): TemplateResult {
  const words = { allDay: locale.text('card', 'allDay') };
  const own = visitorTimeRange(slot, timezone, visitorZone(), locale.language, words);
  return html`<span part="card-time">${timeRange(slot, timezone, locale.language, words)}</span><br />${
      own
        ? html`<span class="muted">${locale.text('card', 'yourTime', { time: own })}</span> <br />`
        : nothing
    }`;
}

/** The times still ahead beside the next one, behind a line that opens them. */
export function renderOtherTimes(
  { timeslots, timezone }: Event,
  next: Timeslot | undefined,
  locale: CardLocale,
): TemplateResult | typeof nothing {
  const now = Date.now();
  const others = timeslots
    .filter((slot) => slot !== next && endOf(slot) > now)
    .sort((a, b) => Date.parse(a.startDate) - Date.parse(b.startDate));
  if (others.length === 0) return nothing;
  const words = { allDay: locale.text('card', 'allDay') };
  return html`<details class="times">
    <summary class="link">${locale.text('card', 'moreTimes', { count: others.length })}</summary>
    <ul role="list">
      ${others.map(
        (slot) =>
          html`<li>
            ${longDate(slot.startDate, timezone, locale.language)},
            ${timeRange(slot, timezone, locale.language, words)}
            ${slot.isFull ? html`<span class="tag tag-warning">${locale.text('card', 'full')}</span>` : nothing}
          </li>`,
      )}
    </ul>
  </details>`;
}
