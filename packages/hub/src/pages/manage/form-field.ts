import { html, type Html } from '../../text/html.ts';
import type { Words } from '../page.ts';

/** What is wrong with a field, in words that say the repair. */
export type FieldErrors = Readonly<Record<string, string>>;

/** The labels of fields, by their names. */
export type FieldLabels = Readonly<Record<string, string>>;

export interface FieldOptions {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly hint?: string | undefined;
  readonly type?: 'text' | 'email' | 'tel' | 'number' | 'datetime-local' | 'date';
  /** Lines of a field for several. */
  readonly rows?: number;
  readonly maxLength?: number;
  readonly autocomplete?: string;
  /** A note beside the error, such as what somebody else made of the field meanwhile. */
  readonly note?: string | undefined;
}

/** A field with its label, hint and error above it, tied together for screen readers. */
export function formField(options: FieldOptions, errors: FieldErrors, words: Words): Html {
  const { name, label, hint, note } = options;
  const error = errors[name];
  return html`<div class="field ${error !== undefined && 'wrong'}">
    <label class="label" for="${name}">${label}</label>
    ${hint && html`<p class="hint" id="${name}-hint">${hint}</p>`} ${errorMessage(name, error, words)}
    ${note && html`<p class="hint meanwhile" id="${name}-note">${note}</p>`} ${control(options, error)}
  </div>`;
}

function control(options: FieldOptions, error: string | undefined): Html {
  const { name, value, type = 'text', rows, maxLength, autocomplete = 'off', hint, note } = options;
  const describedBy = [
    hint && `${name}-hint`,
    error !== undefined && `${name}-error`,
    note && `${name}-note`,
  ].filter(Boolean);
  const described = describedBy.length > 0 && html`aria-describedby="${describedBy.join(' ')}"`;
  const invalid = error !== undefined && html`aria-invalid="true"`;
  const longest = maxLength !== undefined && html`maxlength="${maxLength}"`;
  if (rows !== undefined)
    // A line break right after the tag is dropped by browsers, so one of ours keeps a typed one.
    return html`<textarea id="${name}" name="${name}" rows="${rows}" ${longest} ${described} ${invalid}>
${value}</textarea>`;
  return html`<input
    id="${name}"
    name="${name}"
    type="${type === 'number' ? 'text' : type}"
    ${type === 'number' && html`inputmode="numeric" class="short"`}
    autocomplete="${autocomplete}"
    value="${value}"
    ${longest}
    ${described}
    ${invalid}
  />`;
}

export interface ChoiceOptions {
  readonly name: string;
  readonly legend: string;
  readonly value: string;
  readonly choices: readonly { readonly value: string; readonly label: string; readonly hint?: string }[];
  readonly isInline?: boolean;
  readonly note?: string | undefined;
}

/** One choice of several. */
export function choiceField(
  { name, legend, value, choices, isInline, note }: ChoiceOptions,
  errors: FieldErrors,
  words: Words,
): Html {
  const error = errors[name];
  return html`<fieldset class="choices ${isInline && 'inline'}" id="${name}">
    <legend>${legend}</legend>
    ${errorMessage(name, error, words)} ${note && html`<p class="hint meanwhile">${note}</p>`}
    ${choices.map(
      (choice) =>
        html`<label class="choice"
          ><input
            type="radio"
            name="${name}"
            value="${choice.value}"
            ${choice.value === value && html`checked`}
          /><span
            >${choice.label}${choice.hint && html`<span class="hint">${choice.hint}</span>`}</span
          ></label
        >`,
    )}
  </fieldset>`;
}

export interface CheckOptions {
  readonly name: string;
  readonly value: string;
  readonly label: string;
  readonly hint?: Html | string | undefined;
  readonly isChecked: boolean;
}

/** One box to tick, in a card that says what it means. */
export function checkField(
  { name, value, label, hint, isChecked }: CheckOptions,
  errors: FieldErrors,
  words: Words,
): Html {
  const error = errors[name];
  const described = error !== undefined && html`aria-describedby="${`${name}-error`}" aria-invalid="true"`;
  return html`<div class="check ${error !== undefined && 'wrong'}">
    ${errorMessage(name, error, words)}
    <label class="choice"
      ><input
        id="${name}"
        type="checkbox"
        name="${name}"
        value="${value}"
        ${isChecked && html`checked`}
        ${described}
      /><span><strong>${label}</strong>${hint && html`<span class="hint">${hint}</span>`}</span></label
    >
  </div>`;
}

function errorMessage(name: string, error: string | undefined, words: Words): Html {
  return html`${
    error !== undefined &&
    html`<p class="error" id="${name}-error"><span class="unseen">${words('errorPrefix')}</span> ${error}</p>`
  }`;
}

/**
 * All that is wrong, at the top, with the focus on it; each line leads to its field (GOV.UK error summary) and names it
 * where its words alone don't tell which it is.
 */
export function errorSummary(
  errors: FieldErrors,
  words: Words,
  more?: string,
  labels: FieldLabels = {},
): Html {
  const found = Object.entries(errors);
  if (found.length === 0 && more === undefined) return html``;
  return html`<div class="error-summary" role="alert" tabindex="-1" autofocus>
    <h2>${words('errorTitle')}</h2>
    ${more !== undefined && html`<p>${more}</p>`}
    ${
      found.length > 0 &&
      html`<ul>
        ${found.map(([name, error]) => html`<li><a href="#${name}">${[labels[name], error].filter(Boolean).join(': ')}</a></li>`)}
      </ul>`
    }
  </div>`;
}
