import { html, nothing, type TemplateResult } from 'lit';
import { faultOf, renderFault, renderTextField } from '../form/render-form.ts';
import { info } from '../icons/drawings.ts';
import { icon } from '../icons/icon.ts';
import { capitalized } from '../locales/message.ts';
import { timeRange } from '../time/event-time.ts';
import { dateFormatter } from '../time/formatters.ts';
import { facilitators, instantsOf, namedCoHosts, type Step } from './host-answers.ts';
import { optional, wordsOf, type StepContext } from './step-context.ts';
import { releaseText, shownPlace } from './step-where.ts';

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
  const coHosts = namedCoHosts(answers).map(({ name }) => name);
  const names = new Intl.ListFormat(locale.language).format(coHosts);
  const languages = new Intl.DisplayNames(locale.language, { type: 'language' });
  return html`<dl class="summary" part="review">
    ${renderRow(context, 'why', text('what'), [answers.title, locale.text('kinds', answers.kind), answers.summary])}
    ${renderRow(context, 'when', text('when'), whenLines(context))}
    ${renderRow(context, 'where', text('where'), whereLines(context))}
    ${renderRow(context, 'size', text('size'), [
      text('sizeSummary', { count, guests: answers.guests }),
      coHosts.length > 0 ? text('youAnd', { names }) : '',
    ])}
    ${renderRow(context, 'size', text('access'), [access.join(', ') || (answers.accessNotes.trim() ? '' : text('accessNone')), answers.accessNotes])}
    ${renderRow(context, 'size', text('languages'), [capitalized(answers.languages.map((tag) => languages.of(tag)).join(', '), locale.language)])}
  </dl>`;
}

function whenLines(context: StepContext): string[] {
  const { answers, locale } = context;
  const { language } = locale;
  const { timezone, known } = answers;
  const text = wordsOf(context);
  const day = dateFormatter(language, { timeZone: timezone, dateStyle: 'full' });
  const lines = answers.times.flatMap((time) => {
    const instants = instantsOf(time, timezone);
    if (!instants) return [];
    const slot = {
      startDate: new Date(instants.start).toISOString(),
      endDate: instants.end === null ? null : new Date(instants.end).toISOString(),
      allDay: false,
    };
    return `${capitalized(day.format(instants.start), language)}, ${timeRange(slot, timezone, language, { allDay: '' })}`;
  });
  const zone = timezone.replaceAll('_', ' ');
  const isThere = known?.timezone === timezone && answers.locationKind !== 'online';
  return [...lines, isThere ? text('zoneOf', { place: known.label, zone }) : text('zoneIs', { zone })];
}

function whereLines(context: StepContext): string[] {
  const { answers } = context;
  const text = wordsOf(context);
  if (answers.locationKind === 'online') return [text('online')];
  if (answers.locationKind === 'community')
    return [answers.venue, answers.street, shownPlace(answers)].filter(Boolean);
  return [
    text(answers.point ? 'shownArea' : 'shownAs', { place: shownPlace(answers) }),
    text('releaseSummary', { release: releaseText(context) }),
  ];
}

function renderRow(context: StepContext, step: Step, name: string, lines: readonly string[]): TemplateResult {
  const text = wordsOf(context);
  return html`<div>
    <dt>${name}</dt>
    <dd>
      ${lines.filter((line) => line.trim()).map((line, index) => html`<div class=${index > 0 ? 'small muted' : nothing}>${line}</div>`)}
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
  { id, text: commitment, url }: StepContext['commitments'][number],
): TemplateResult {
  const { answers, change, faults, links } = context;
  const text = wordsOf(context);
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
      <span class="choice-title">${commitment}</span>
    </label>
    <p class="links small">
      ${url ? renderLink(url, text('readCommitment')) : nothing}
      ${links?.safety ? renderLink(links.safety, text('readSafety')) : nothing}
    </p>
  </div>`;
}

function renderLink(url: string, words: string): TemplateResult {
  return html`<a class="link" href=${url} target="_blank" rel="noopener">${words}</a>`;
}
