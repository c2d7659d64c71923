import type { Event, Timeslot } from '@huddlekit/contract';
import { html, nothing, svg, type TemplateResult } from 'lit';
import type { card } from '../locales/en.ts';
import type { LocaleController } from '../locales/locale-controller.ts';

type Words = Pick<LocaleController<{ readonly card: typeof card }>, 'text'>;

const mostDots = 24;
const step = 11;
const diameter = 7;
/** From here on the number is no news. */
const plenty = 50;

/** Seats as dots, taken ones filled, and always in words; `beside` stays in the words' line. */
export function renderSeats(
  { rsvp }: Pick<Event, 'rsvp'>,
  slot: Timeslot | undefined,
  words: Words,
  beside: TemplateResult | typeof nothing,
): TemplateResult | typeof nothing {
  if (rsvp !== 'native' || !slot) return beside;
  const { capacity, spotsLeft, isFull } = slot;
  if (isFull) {
    return html`${renderDots(capacity, 0)}<span class="seats-text"
        ><span class="tag tag-warning">${words.text('card', 'full')}</span> ${beside}</span
      >`;
  }
  if (capacity === null || spotsLeft === null || spotsLeft >= plenty) {
    return html`<span class="seats-text"
      ><span class="muted">${words.text('card', 'manyPlaces')}</span> ${beside}</span
    >`;
  }
  const isSmall = capacity <= mostDots;
  return html`${renderDots(capacity, spotsLeft)}<span class="seats-text"
      ><span class=${isSmall ? 'seats-words' : 'muted'}
        >${words.text('card', 'placesLeft', { count: spotsLeft })}</span
      >
      ${beside}</span
    >`;
}

function renderDots(capacity: number | null, left: number): TemplateResult | typeof nothing {
  if (capacity === null || capacity > mostDots) return nothing;
  const columns = capacity > 8 ? Math.ceil(capacity / 2) : capacity;
  const rows = Math.ceil(capacity / columns);
  const width = columns * step - step + diameter;
  const height = rows * step - step + diameter;
  return html`<svg
    class="dots"
    viewBox="0 0 ${width} ${height}"
    width=${width}
    height=${height}
    aria-hidden="true"
  >
    ${Array.from({ length: capacity }, (_, seat) => {
      const x = (seat % columns) * step + diameter / 2;
      const y = Math.floor(seat / columns) * step + diameter / 2;
      return seat < capacity - left
        ? svg`<circle class="dot dot-taken" cx=${x} cy=${y} r=${diameter / 2}></circle>`
        : svg`<circle class="dot" cx=${x} cy=${y} r=${diameter / 2 - 0.5}></circle>`;
    })}
  </svg>`;
}
