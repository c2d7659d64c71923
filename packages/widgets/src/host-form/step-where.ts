import { html, nothing, type TemplateResult } from 'lit';
import { renderTextField } from '../form/render-form.ts';
import { home } from '../icons/card-icons.ts';
import { icon } from '../icons/icon.ts';
import type { HostAnswers } from './host-answers.ts';
import { optional, wordsOf, type StepContext } from './step-context.ts';

const locationKinds = ['home', 'community', 'online'] as const;
const hints = { home: 'homeHint', community: 'communityHint', online: 'onlineHint' } as const;

/** Where: the kind of place and, but for online, its address. */
export function renderWhereStep(context: StepContext): TemplateResult {
  const { answers, change } = context;
  const text = wordsOf(context);
  return html`<fieldset class="choices">
      <legend class="visually-hidden">${text('whereTitle')}</legend>
      ${locationKinds.map(
        (kind) =>
          html`<label class="choice" part="choice">
            <input
              type="radio"
              name="location-kind"
              .checked=${answers.locationKind === kind}
              @change=${() => {
                change({ locationKind: kind });
              }}
            />
            <span class="choice-title">${text(kind)}</span>
            <span class="choice-text">${text(hints[kind])}</span>
          </label>`,
      )}
    </fieldset>
    ${answers.locationKind === 'online' ? nothing : renderAddress(context)}
    ${answers.locationKind === 'home' ? renderPrivacy(context) : nothing}`;
}

function renderAddress(context: StepContext): TemplateResult {
  const { answers, change, faults } = context;
  const text = wordsOf(context);
  const isHome = answers.locationKind === 'home';
  return html`${
      isHome
        ? nothing
        : renderTextField(
            {
              id: 'venue',
              label: text('venue'),
              value: answers.venue,
              change: (venue) => {
                change({ venue });
              },
            },
            faults,
          )
    }
    ${renderTextField(
      {
        id: 'street',
        label: isHome ? text('street') : optional(context, text('street')),
        value: answers.street,
        autocomplete: 'street-address',
        required: isHome,
        change: (street) => {
          change({ street });
        },
      },
      faults,
    )}
    <div class="two">
      ${renderTextField(
        {
          id: 'city',
          label: text('city'),
          value: answers.city,
          autocomplete: 'address-level2',
          change: (city) => {
            change({ city });
          },
        },
        faults,
      )}
      ${renderTextField(
        {
          id: 'state',
          label: text('state'),
          value: answers.state,
          autocomplete: 'address-level1',
          change: (state) => {
            change({ state });
          },
        },
        faults,
      )}
      ${renderTextField(
        {
          id: 'postal-code',
          label: text('postalCode'),
          value: answers.postalCode,
          autocomplete: 'postal-code',
          inputMode: 'numeric',
          change: (postalCode) => {
            change({ postalCode });
          },
        },
        faults,
      )}
    </div>`;
}

function renderPrivacy(context: StepContext): TemplateResult {
  const { answers, change } = context;
  const text = wordsOf(context);
  return html`<div class="area">
      <span class="area-disc" aria-hidden="true">${icon(home)}</span>
      <strong>${text('everybodySees')}: ${shownPlace(answers)}</strong>
      <p class="small">${text('everybodyText')}</p>
    </div>
    <div>
      <label class="label" for="release">${text('release')}</label>
      <select
        class="input"
        part="input"
        id="release"
        @change=${({ target }: Event) => {
          change({ addressRelease: (target as HTMLSelectElement).value as HostAnswers['addressRelease'] });
        }}
      >
        <option value="24h" ?selected=${answers.addressRelease === '24h'}>${text('release24h')}</option>
        <option value="confirmed" ?selected=${answers.addressRelease === 'confirmed'}>
          ${text('releaseConfirmed')}
        </option>
      </select>
    </div>`;
}

/** The place of a home as the public reads it. */
export function shownPlace({ city, state, postalCode }: HostAnswers): string {
  return (
    [city.trim(), [state.trim(), postalCode.trim()].filter(Boolean).join(' ')].filter(Boolean).join(', ') ||
    '…'
  );
}
