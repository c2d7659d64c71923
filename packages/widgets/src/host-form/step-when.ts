import { html, type TemplateResult } from 'lit';
import { renderTextField } from '../form/render-form.ts';
import { optional, wordsOf, type StepContext } from './step-context.ts';

/** When: the day, start and end, in a zone that is named. */
export function renderWhenStep(context: StepContext): TemplateResult {
  const { answers, change, faults } = context;
  const text = wordsOf(context);
  return html`${renderTextField(
      {
        id: 'date',
        type: 'date',
        label: text('date'),
        value: answers.date,
        required: true,
        change: (date) => {
          change({ date });
        },
      },
      faults,
    )}
    <div class="two">
      ${renderTextField(
        {
          id: 'start',
          type: 'time',
          label: text('start'),
          value: answers.start,
          required: true,
          change: (start) => {
            change({ start });
          },
        },
        faults,
      )}
      ${renderTextField(
        {
          id: 'end',
          type: 'time',
          label: optional(context, text('end')),
          value: answers.end,
          change: (end) => {
            change({ end });
          },
        },
        faults,
      )}
    </div>
    ${renderTimezone(context)}`;
}

/** The zone, chosen from those the browser knows. */
function renderTimezone(context: StepContext): TemplateResult {
  const { answers, change } = context;
  const text = wordsOf(context);
  const zones = new Set([answers.timezone, ...Intl.supportedValuesOf('timeZone')]);
  return html`<div>
    <label class="label" for="timezone">${text('timezone')}</label>
    <p class="hint" id="timezone-hint">${text('timezoneHint')}</p>
    <select
      class="input"
      part="input"
      id="timezone"
      aria-describedby="timezone-hint"
      @change=${({ target }: Event) => {
        change({ timezone: (target as HTMLSelectElement).value });
      }}
    >
      ${[...zones].map((zone) => html`<option value=${zone} ?selected=${zone === answers.timezone}>${zone.replaceAll('_', ' ')}</option>`)}
    </select>
  </div>`;
}
