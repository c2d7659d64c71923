import { html, nothing, type TemplateResult } from 'lit';
import { renderStepper, renderTextField } from '../form/render-form.ts';
import { info, plus } from '../icons/drawings.ts';
import { icon } from '../icons/icon.ts';
import { facilitators, namedCoHosts, type HostAnswers } from './host-answers.ts';
import { optional, wordsOf, type StepContext } from './step-context.ts';

/** Size: how many guests, who helps, and what makes it easier to come. */
export function renderSizeStep(context: StepContext): TemplateResult {
  const { answers, change, faults } = context;
  const text = wordsOf(context);
  return html`${renderStepper(
      {
        id: 'guests',
        label: text('guests'),
        hint: text('guestsHint'),
        value: answers.guests,
        minimum: 1,
        maximum: 500,
        less: text('guestLess'),
        more: text('guestMore'),
        change: (guests) => {
          change({ guests });
        },
      },
      faults,
    )}
    ${renderFacilitators(context)} ${answers.coHosts.map((_, index) => renderCoHost(context, index))}
    <div>
      <button
        class="button"
        part="button"
        type="button"
        id="add-co-host"
        @click=${() => {
          change({ coHosts: [...answers.coHosts, { name: '', email: '' }] });
          context.focus(`co-host-name-${String(answers.coHosts.length)}`);
        }}
      >
        ${icon(plus)}${text('addCoHost')}
      </button>
    </div>
    ${
      answers.coHosts.length > 0
        ? html`<div class="notice" part="notice">
            ${icon(info)}
            <div>${text('coHostsAsked')}</div>
          </div>`
        : nothing
    }
    ${renderAccess(context)} ${renderLanguages(context)}`;
}

/** More tables than this are only said in words. */
const mostTables = 6;

function renderFacilitators(context: StepContext): TemplateResult {
  const { answers } = context;
  const text = wordsOf(context);
  const count = facilitators(answers);
  const missing = count - 1 - namedCoHosts(answers).length;
  const tables = Array.from({ length: count }, (_, index) => Math.floor((answers.guests + index) / count));
  return html`<div class="facilitators" part="facilitators" role="status">
    ${
      count <= mostTables
        ? tables.map(
            (guests) =>
              html`<div class="table" aria-hidden="true">
                <span class="seat seat-facilitator"></span
                >${Array.from({ length: guests }, () => html`<span class="seat"></span>`)}
              </div>`,
          )
        : nothing
    }
    <strong>${text('facilitators', { count, guests: answers.guests })}</strong>
    <p class="small">
      ${text('facilitatorsHint')}
      ${missing > 0 ? text('facilitatorsMissing', { count: missing }) : text('facilitatorsNamed')}
    </p>
  </div>`;
}

function renderCoHost(context: StepContext, index: number): TemplateResult {
  const { answers, change, faults } = context;
  const text = wordsOf(context);
  const coHost = answers.coHosts[index] ?? { name: '', email: '' };
  const set = (values: Partial<HostAnswers['coHosts'][number]>): void => {
    change(({ coHosts }) => ({
      coHosts: coHosts.map((other, at) => (at === index ? { ...other, ...values } : other)),
    }));
  };
  return html`<div class="co-host">
    ${renderTextField(
      {
        id: `co-host-name-${String(index)}`,
        label: text('coHost'),
        value: coHost.name,
        change: (name) => {
          set({ name });
        },
      },
      faults,
    )}
    ${renderTextField(
      {
        id: `co-host-email-${String(index)}`,
        type: 'email',
        inputMode: 'email',
        label: optional(context, text('coHostEmail')),
        value: coHost.email,
        change: (email) => {
          set({ email });
        },
      },
      faults,
    )}
    <div>
      <button
        class="link"
        part="link"
        type="button"
        @click=${() => {
          change({ coHosts: answers.coHosts.filter((_, at) => at !== index) });
          context.focus('add-co-host');
        }}
      >
        ${text('removeCoHost')}
      </button>
    </div>
  </div>`;
}

const accessKeys = ['wheelchair', 'asl', 'captions'] as const;

function renderAccess(context: StepContext): TemplateResult {
  const { answers, change, faults } = context;
  const text = wordsOf(context);
  return html`<fieldset class="choices">
      <legend class="label">${text('access')}</legend>
      ${accessKeys.map(
        (key) =>
          html`<label class="choice" part="choice">
            <input
              type="checkbox"
              .checked=${answers[key]}
              @change=${() => {
                change({ [key]: !answers[key] });
              }}
            />
            <span class="choice-title">${text(key)}</span>
          </label>`,
      )}
    </fieldset>
    ${renderTextField(
      {
        id: 'access-notes',
        label: optional(context, text('accessNotes')),
        value: answers.accessNotes,
        rows: 2,
        change: (accessNotes) => {
          change({ accessNotes });
        },
      },
      faults,
    )}`;
}

const languages = [
  ['en', 'english'],
  ['es', 'spanish'],
] as const;

function renderLanguages(context: StepContext): TemplateResult {
  const { answers, change } = context;
  const text = wordsOf(context);
  const toggle = (tag: string): void => {
    const chosen = answers.languages.includes(tag)
      ? answers.languages.filter((other) => other !== tag)
      : [...answers.languages, tag];
    // An event is held in some language.
    if (chosen.length > 0) change({ languages: chosen });
  };
  return html`<fieldset class="choices">
    <legend class="label">${text('languages')}</legend>
    ${languages.map(
      ([tag, name]) =>
        html`<label class="choice" part="choice">
          <input
            type="checkbox"
            .checked=${answers.languages.includes(tag)}
            @change=${() => {
              toggle(tag);
            }}
          />
          <span class="choice-title">${text(name)}</span>
        </label>`,
    )}
  </fieldset>`;
}
