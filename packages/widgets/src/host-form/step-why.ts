import { html, nothing, type TemplateResult } from 'lit';
import { renderTextField } from '../form/render-form.ts';
import { hostKinds } from './host-answers.ts';
import { optional, wordsOf, type StepContext } from './step-context.ts';

/** Why: the kind, a title, and what people will do. */
export function renderWhyStep(context: StepContext): TemplateResult {
  const { answers, change, faults, locale } = context;
  const text = wordsOf(context);
  return html`${renderCampaign(context)}
    <div>
      <label class="label" for="kind">${text('kind')}</label>
      <select
        class="input"
        part="input"
        id="kind"
        @change=${({ target }: Event) => {
          change({ kind: (target as HTMLSelectElement).value as typeof answers.kind });
        }}
      >
        ${hostKinds.map((kind) => html`<option value=${kind} ?selected=${kind === answers.kind}>${locale.text('kinds', kind)}</option>`)}
      </select>
    </div>
    ${renderTextField(
      {
        id: 'title',
        label: text('title'),
        hint: text('titleHint'),
        value: answers.title,
        required: true,
        change: (title) => {
          change({ title });
        },
      },
      faults,
    )}
    ${
      answers.title
        ? nothing
        : html`<div>
            <button
              class="link"
              part="link"
              type="button"
              @click=${({ currentTarget }: Event) => {
                change({ title: text('titleSuggestion') });
                // The button goes; the title can be changed further.
                ((currentTarget as HTMLElement).getRootNode() as ShadowRoot).getElementById('title')?.focus();
              }}
            >
              ${text('useTitle', { title: text('titleSuggestion') })}
            </button>
          </div>`
    }
    ${renderTextField(
      {
        id: 'summary',
        label: optional(context, text('summary')),
        hint: text('summaryHint'),
        value: answers.summary,
        rows: 3,
        change: (summary) => {
          change({ summary });
        },
      },
      faults,
    )}`;
}

/** What the campaign asks of those who host: its goals, what to read first, and what they accept at the end. */
function renderCampaign(context: StepContext): TemplateResult {
  const { goals, links, commitments } = context;
  const text = wordsOf(context);
  return html`${
    goals.length > 0
      ? html`<ol class="small goals">
          ${goals.map((goal) => html`<li>${goal}</li>`)}
        </ol>`
      : nothing
  }
  ${
    commitments.length > 0
      ? html`<p class="small">
          ${text('acceptLater')} ${commitments.map((commitment) => html`<q>${commitment.text}</q> `)}
        </p>`
      : nothing
  }
  ${
    links?.overview
      ? html`<p class="links small">
          <a class="link" part="link" href=${links.overview} target="_blank" rel="noopener"
            >${text('readOverview')}</a
          >
        </p>`
      : nothing
  }`;
}
