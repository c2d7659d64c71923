import type { Event, Timeslot } from '@huddlekit/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { faultOf, renderFault } from '../form/render-form.ts';
import { clock } from '../icons/drawings.ts';
import { icon } from '../icons/icon.ts';
import { endOf, longDate, timeRange } from '../time/event-time.ts';
import type { FormContext } from './form-context.ts';
import { wordsOf } from './rsvp-words.ts';

/** So many places at most are few: their number stands out. */
const few = 3;

/** The timeslots that aren't over. */
export function openTimeslots({ timeslots }: Event): Event['timeslots'] {
  return timeslots.filter((timeslot) => endOf(timeslot) > Date.now());
}

/** When the event is; a choice where there are several times, with the places left in each. */
export function renderTimeslots(context: FormContext): TemplateResult {
  const { event, answers, faults, locale, change } = context;
  const text = wordsOf(locale);
  const open = openTimeslots(event);
  const words = { allDay: locale.text('card', 'allDay') };
  const dateOf = ({ startDate }: Timeslot): string => longDate(startDate, event.timezone, locale.language);
  const timeOf = (timeslot: Timeslot): string => timeRange(timeslot, event.timezone, locale.language, words);
  const when = (timeslot: Timeslot): string => `${dateOf(timeslot)}, ${timeOf(timeslot)}`;
  // One day for all of them stands in the dialog's head.
  const isOneDay = new Set(open.map(dateOf)).size === 1;
  const isFull = open.find(({ id }) => id === answers.timeslotId)?.isFull ?? false;
  const full = isFull
    ? html`<p class="notice notice-warning" part="notice" role="status">
        ${icon(clock)}<span>${text('fullTime')}</span>
      </p>`
    : nothing;
  const [only] = open;
  if (open.length === 1 && only) {
    return html`<p class="facts-line">${icon(clock)}<strong>${when(only)}</strong></p>
      ${full}`;
  }
  return html`<fieldset class="choices">
      <legend class="label">${text('whichTime')}</legend>
      ${renderFault('timeslot', faultOf(faults, 'timeslot'))}
      ${open.map(
        (timeslot, index) =>
          html`<label class="choice" part="choice">
            <input
              type="radio"
              name="timeslot"
              id=${index === 0 ? 'timeslot' : nothing}
              .checked=${timeslot.id === answers.timeslotId}
              @change=${() => {
                change({ timeslotId: timeslot.id });
              }}
            />
            <span class="choice-title">${isOneDay ? timeOf(timeslot) : when(timeslot)}</span>
            <span class="choice-end ${isNearlyFull(timeslot) ? 'few' : ''}"
              >${
                timeslot.isFull
                  ? text('full')
                  : timeslot.spotsLeft === null
                    ? nothing
                    : text('places', { count: timeslot.spotsLeft })
              }</span
            >
          </label>`,
      )}
    </fieldset>
    ${full}`;
}

function isNearlyFull({ isFull, spotsLeft }: Timeslot): boolean {
  return !isFull && spotsLeft !== null && spotsLeft <= few;
}
