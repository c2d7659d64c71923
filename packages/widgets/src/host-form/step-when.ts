import { zonedInstants } from '@huddlekit/contract/zoned-time';
import { html, nothing, type TemplateResult } from 'lit';
import { renderTextField } from '../form/render-form.ts';
import { plus } from '../icons/drawings.ts';
import { icon } from '../icons/icon.ts';
import { clockOf, emptyTime, timeField, type HostTime } from './host-answers.ts';
import { optional, wordsOf, type StepContext } from './step-context.ts';

/** Times that one form takes; who needs more adds them on the manage page. */
const mostTimes = 10;

/** When: the days with start and end, in a zone that is named. */
export function renderWhenStep(context: StepContext): TemplateResult {
  const { answers, change } = context;
  const text = wordsOf(context);
  const { times } = answers;
  return html`${times.map((time, index) => renderTime(context, time, index))}
  ${
    times.length < mostTimes
      ? html`<div>
          <button
            class="button"
            part="button"
            type="button"
            id="add-time"
            @click=${() => {
              const last = times.at(-1) ?? emptyTime;
              change({ times: [...times, { ...last, date: '', isSecond: false }] });
              context.focus(timeField('date', times.length));
            }}
          >
            ${icon(plus)}${text('addTime')}
          </button>
        </div>`
      : nothing
  }
  ${renderTimezone(context)}`;
}

function renderTime(context: StepContext, time: HostTime, index: number): TemplateResult {
  const { answers, change, faults } = context;
  const text = wordsOf(context);
  const isOne = answers.times.length === 1;
  const set = (values: Partial<HostTime>): void => {
    change(({ times }) => ({
      times: times.map((other, at) => (at === index ? { ...other, ...values } : other)),
    }));
  };
  const fields = html`${renderTextField(
      {
        id: timeField('date', index),
        type: 'date',
        label: text('date'),
        value: time.date,
        required: true,
        change: (date) => {
          set({ date, isSecond: false });
        },
      },
      faults,
    )}
    <div class="two">
      ${renderTextField(
        {
          id: timeField('start', index),
          type: 'time',
          label: text('start'),
          value: time.start,
          required: true,
          change: (start) => {
            set({ start, isSecond: false });
          },
        },
        faults,
      )}
      ${renderTextField(
        {
          id: timeField('end', index),
          type: 'time',
          label: optional(context, text('end')),
          value: time.end,
          change: (end) => {
            set({ end });
          },
        },
        faults,
      )}
    </div>
    ${clockOf(time, answers.timezone) === 'twice' ? renderTwice(context, time, index, set) : nothing}`;
  if (isOne) return fields;
  return html`<fieldset class="time">
    <legend class="label">${text('timeNumber', { number: index + 1 })}</legend>
    ${fields}
    <div>
      <button
        class="link"
        part="link"
        type="button"
        aria-label="${text('removeTime')}: ${text('timeNumber', { number: index + 1 })}"
        @click=${() => {
          change({ times: answers.times.filter((_, at) => at !== index) });
          context.focus('add-time');
        }}
      >
        ${text('removeTime')}
      </button>
    </div>
  </fieldset>`;
}

/** The night on which clocks go back: which of the two hours is meant. */
function renderTwice(
  context: StepContext,
  time: HostTime,
  index: number,
  set: (values: Partial<HostTime>) => void,
): TemplateResult {
  const { answers, locale } = context;
  const text = wordsOf(context);
  const zoneName = new Intl.DateTimeFormat(locale.language, {
    timeZone: answers.timezone,
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'long',
  });
  const instants = zonedInstants({ date: time.date, time: time.start }, answers.timezone);
  return html`<fieldset class="choices">
    <legend class="label">${text('startTwice')}</legend>
    ${instants.map(
      (instant, number) =>
        html`<label class="choice" part="choice">
          <input
            type="radio"
            name="second-${String(index)}"
            .checked=${time.isSecond === (number === 1)}
            @change=${() => {
              set({ isSecond: number === 1 });
            }}
          />
          <span class="choice-title">${zoneName.format(instant)}</span>
        </label>`,
    )}
  </fieldset>`;
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
