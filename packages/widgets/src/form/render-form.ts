import { html, nothing, type TemplateResult } from 'lit';
import { minus, plus } from '../icons/drawings.ts';
import { icon, warning } from '../icons/icon.ts';

/** A fault of a form: which field, and the words that tell the repair. */
export interface Fault {
  readonly field: string;
  readonly message: string;
}

/** What a text field shows. `id` names it among the faults. */
export interface TextField {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly change: (value: string) => void;
  readonly hint?: string;
  readonly type?: 'text' | 'email' | 'tel' | 'date' | 'time';
  readonly autocomplete?: AutoFill;
  readonly inputMode?: 'numeric' | 'email' | 'tel';
  readonly rows?: number;
  readonly placeholder?: string;
  readonly required?: boolean;
}

/** The message of a field's fault, or nothing. */
export function faultOf(faults: readonly Fault[], field: string): string | undefined {
  return faults.find((fault) => fault.field === field)?.message;
}

/** A labelled field with its hint, and its fault between label and field (GOV.UK pattern). */
export function renderTextField(field: TextField, faults: readonly Fault[]): TemplateResult {
  const {
    id,
    label,
    value,
    change,
    hint,
    type = 'text',
    autocomplete,
    inputMode,
    rows,
    placeholder,
    required,
  } = field;
  const fault = faultOf(faults, id);
  const described = [hint && `${id}-hint`, fault && `${id}-error`].filter(Boolean).join(' ');
  const handleInput = ({ target }: Event): void => {
    change((target as HTMLInputElement).value);
  };
  return html`<div class="field" part="field">
    <label class="label" part="label" for=${id}>${label}</label>
    ${hint ? html`<p class="hint" part="hint" id="${id}-hint">${hint}</p>` : nothing}
    ${renderFault(id, fault)}
    ${
      rows
        ? html`<textarea
            class="input"
            part="input"
            id=${id}
            rows=${rows}
            aria-describedby=${described || nothing}
            aria-invalid=${fault ? 'true' : nothing}
            .value=${value}
            @input=${handleInput}
          ></textarea>`
        : html`<input
            class="input"
            part="input"
            id=${id}
            name=${id}
            type=${type}
            inputmode=${inputMode ?? nothing}
            autocomplete=${autocomplete ?? nothing}
            placeholder=${placeholder ?? nothing}
            aria-required=${required ? 'true' : nothing}
            aria-describedby=${described || nothing}
            aria-invalid=${fault ? 'true' : nothing}
            .value=${value}
            @input=${handleInput}
          />`
    }
  </div>`;
}

/** The message of a fault at its field. */
export function renderFault(id: string, fault: string | undefined): TemplateResult | typeof nothing {
  return fault
    ? html`<p class="error" part="error" id="${id}-error">${icon(warning)}<span>${fault}</span></p>`
    : nothing;
}

/**
 * Everything to fix, at the top of the form, with a link to each field. The form moves the focus here when it
 * refuses to go on.
 */
export function renderErrorSummary(faults: readonly Fault[], title: string): TemplateResult | typeof nothing {
  if (faults.length === 0) return nothing;
  const handleClick = (event: MouseEvent): void => {
    event.preventDefault();
    const link = event.currentTarget as HTMLAnchorElement;
    const field = (link.getRootNode() as ShadowRoot).getElementById(link.hash.slice(1));
    field?.focus();
    field?.scrollIntoView({ block: 'center' });
  };
  return html`<div
    class="error-summary"
    part="error-summary"
    tabindex="-1"
    role="alert"
    aria-labelledby="error-title"
  >
    <h3 id="error-title">${title}</h3>
    <ul>
      ${faults.map(({ field, message }) => html`<li><a href="#${field}" @click=${handleClick}>${message}</a></li>`)}
    </ul>
  </div>`;
}

/** A whole number with a button on each side. */
export interface Stepper {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly value: number;
  readonly minimum: number;
  readonly maximum: number;
  readonly less: string;
  readonly more: string;
  readonly change: (value: number) => void;
}

export function renderStepper(stepper: Stepper, faults: readonly Fault[]): TemplateResult {
  const { id, label, hint, value, minimum, maximum, less, more, change } = stepper;
  const set = (next: number): void => {
    change(Math.min(maximum, Math.max(minimum, Number.isInteger(next) ? next : minimum)));
  };
  const fault = faultOf(faults, id);
  return html`<div class="stepper-row">
    <div>
      <label class="label" part="label" for=${id}>${label}</label>
      ${hint ? html`<p class="hint" part="hint" id="${id}-hint">${hint}</p>` : nothing}
      ${renderFault(id, fault)}
    </div>
    <div class="stepper" part="stepper">
      <button
        type="button"
        aria-label=${less}
        @click=${() => {
          set(value - 1);
        }}
      >
        ${icon(minus)}
      </button>
      <input
        id=${id}
        type="number"
        inputmode="numeric"
        min=${minimum}
        max=${maximum}
        aria-describedby=${hint ? `${id}-hint` : nothing}
        aria-invalid=${fault ? 'true' : nothing}
        .value=${String(value)}
        @input=${({ target }: Event) => {
          // At once, so that nothing moves away from under the next press.
          const typed = Number((target as HTMLInputElement).value);
          if (Number.isInteger(typed) && typed >= minimum && typed <= maximum) change(typed);
        }}
        @change=${({ target }: Event) => {
          set(Number((target as HTMLInputElement).value));
        }}
      />
      <button
        type="button"
        aria-label=${more}
        @click=${() => {
          set(value + 1);
        }}
      >
        ${icon(plus)}
      </button>
    </div>
  </div>`;
}
