import type { Event, Timeslot } from '@huddlekit/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { faultOf, renderFault } from '../form/render-form.ts';
import { clock } from '../icons/drawings.ts';
import { icon } from '../icons/icon.ts';
import { endOf, longDate, timeRange } from '../time/event-time.ts';
import type { FormContext } from './form-context.ts';
import { wordsOf } from './rsvp-words.ts';

/** The timeslots that aren't over. */
export function openTimeslots({ timeslots }: Event): Event['timeslots'] {
  return timeslots.filter((timeslot) => endOf(timeslot) > Date.now());
}

/** When the event is; a choice where there are several times, with the places left in each. */
export function renderTimeslots(context: FormContext): TemplateResult {
  const { event, answers, faults, locale, change } = context;
  const text = wordsOf(locale);
  const open = openTimeslots(event);
  const when = (timeslot: Timeslot): string => {
    const words = { allDay: locale.text('card', 'allDay') };
    const date = longDate(timeslot.startDate, event.timezone, locale.language);
    return `${date}, ${timeRange(timeslot, event.timezone, locale.language, words)}`;
  };
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
            <span class="choice-title">${when(timeslot)}</span>
            <span class="choice-end"
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
