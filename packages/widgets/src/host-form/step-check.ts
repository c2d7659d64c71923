import { html, nothing, type TemplateResult } from 'lit';
import { faultOf, renderFault, renderTextField } from '../form/render-form.ts';
import { info } from '../icons/drawings.ts';
import { icon } from '../icons/icon.ts';
import { longDate, timeRange } from '../time/event-time.ts';
import { facilitators, instantsOf, type Step } from './host-answers.ts';
import { optional, wordsOf, type StepContext } from './step-context.ts';
import { shownPlace } from './step-where.ts';

/** Check: everything once more, who the host is, and the commitment. */
export function renderCheckStep(context: StepContext): TemplateResult {
  const { answers, change, faults, commitments } = context;
  const text = wordsOf(context);
  return html`${renderSummary(context)}
    <h3>${text('aboutYou')}</h3>
    <div class="two">
      ${renderTextField(
        {
          id: 'given-name',
          label: text('givenName'),
          value: answers.givenName,
          autocomplete: 'given-name',
          required: true,
          change: (givenName) => {
            change({ givenName });
          },
        },
        faults,
      )}
      ${renderTextField(
        {
          id: 'family-name',
          label: optional(context, text('familyName')),
          value: answers.familyName,
          autocomplete: 'family-name',
          change: (familyName) => {
            change({ familyName });
          },
        },
        faults,
      )}
    </div>
    ${renderTextField(
      {
        id: 'email',
        type: 'email',
        inputMode: 'email',
        label: text('email'),
        hint: text('emailHint'),
        value: answers.email,
        autocomplete: 'email',
        required: true,
        change: (email) => {
          change({ email });
        },
      },
      faults,
    )}
    ${commitments.map((commitment) => renderCommitment(context, commitment))}
    <div class="notice" part="notice">
      ${icon(info)}
      <div><strong>${text('next')}</strong> ${text('nextText')}</div>
    </div>`;
}

function renderSummary(context: StepContext): TemplateResult {
  const { answers, locale } = context;
  const text = wordsOf(context);
  const count = facilitators(answers);
  const access = (['wheelchair', 'asl', 'captions'] as const)
    .filter((key) => answers[key])
    .map((key) => text(key));
  return html`<dl class="summary" part="review">
    ${renderRow(context, 'why', text('what'), [answers.title, locale.text('kinds', answers.kind)])}
    ${renderRow(context, 'when', text('when'), whenLines(context))}
    ${renderRow(context, 'where', text('where'), whereLines(context))}
    ${renderRow(context, 'size', text('size'), [text('sizeSummary', { count, guests: answers.guests }), ...access])}
  </dl>`;
}

function whenLines({ answers, locale: { language } }: StepContext): string[] {
  const instants = instantsOf(answers);
  if (!instants) return [];
  const slot = {
    startDate: new Date(instants.start).toISOString(),
    endDate: instants.end === null ? null : new Date(instants.end).toISOString(),
    allDay: false,
  };
  return [
    longDate(slot.startDate, answers.timezone, language),
    timeRange(slot, answers.timezone, language, { allDay: '' }),
  ];
}

function whereLines(context: StepContext): string[] {
  const { answers } = context;
  const text = wordsOf(context);
  if (answers.locationKind === 'online') return [text('online')];
  if (answers.locationKind === 'community')
    return [answers.venue, answers.street, shownPlace(answers)].filter(Boolean);
  return [
    text('shownAs', { place: shownPlace(answers) }),
    text(answers.addressRelease === '24h' ? 'release24h' : 'releaseConfirmed'),
  ];
}

function renderRow(context: StepContext, step: Step, name: string, lines: readonly string[]): TemplateResult {
  const text = wordsOf(context);
  return html`<div>
    <dt>${name}</dt>
    <dd>
      ${lines.map((line, index) => html`<div class=${index > 0 ? 'small muted' : nothing}>${line}</div>`)}
    </dd>
    <dd>
      <button
        class="link"
        part="link"
        type="button"
        aria-label="${text('change')}: ${name}"
        @click=${() => {
          context.go(step);
        }}
      >
        ${text('change')}
      </button>
    </dd>
  </div>`;
}

function renderCommitment(
  context: StepContext,
  { id, text, url }: StepContext['commitments'][number],
): TemplateResult {
  const { answers, change, faults } = context;
  const field = `commitment-${id}`;
  const fault = faultOf(faults, field);
  const { commitments } = answers;
  return html`<div>
    ${renderFault(field, fault)}
    <label class="choice" part="choice checkbox">
      <input
        type="checkbox"
        id=${field}
        aria-invalid=${fault ? 'true' : nothing}
        aria-describedby=${fault ? `${field}-error` : nothing}
        .checked=${commitments.includes(id)}
        @change=${() => {
          change({
            commitments: commitments.includes(id)
              ? commitments.filter((other) => other !== id)
              : [...commitments, id],
          });
        }}
      />
      <span class="choice-title">${text}</span>
    </label>
    ${url ? html`<a class="link small" href=${url} target="_blank" rel="noopener">${url}</a>` : nothing}
  </div>`;
}
