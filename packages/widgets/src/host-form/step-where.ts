import { html, nothing, type TemplateResult } from 'lit';
import { renderTextField } from '../form/render-form.ts';
import { home } from '../icons/card-icons.ts';
import { icon } from '../icons/icon.ts';
import type { HuddlePointMap } from '../point-map/point-map.ts';
import { addressReleases, type HostAnswers } from './host-answers.ts';
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
    ${answers.locationKind === 'online' ? nothing : html`${renderAddress(context)} ${renderPoint(context)}`}
    ${answers.locationKind === 'home' ? renderRelease(context) : nothing}`;
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
    <div class="two" @change=${context.findPlace}>
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

/** What everybody will see, and the map on which the host may set the point. */
function renderPoint(context: StepContext): TemplateResult {
  const { answers, change, hub, locale } = context;
  const { known, point, locationKind } = answers;
  const text = wordsOf(context);
  const isHome = locationKind === 'home';
  const handlePoint = ({ detail }: CustomEvent<HuddlePointMap['point']>): void => {
    change({ point: detail });
  };
  return html`<section class="shown">
    <h3 class="label">${text('everybodySees')}</h3>
    ${
      known
        ? html`<huddle-point-map
            lang=${locale.language}
            hub=${hub}
            .start=${known}
            .point=${point}
            .isHome=${isHome}
            @point-change=${handlePoint}
          ></huddle-point-map>`
        : html`<div class="area">
            <span class="area-disc" aria-hidden="true">${icon(home)}</span>
            <strong>${shownPlace(answers)}</strong>
          </div>`
    }
    <p class="small">
      ${text(isHome ? 'everybodyText' : 'everybodyExact')}
      ${known && !point ? html`<strong>${text('pointUnset', { place: known.label })}</strong>` : nothing}
    </p>
    ${known ? html`<p class="small">${text(isHome ? 'pointHome' : 'pointPlace')}</p>` : nothing}
    ${
      point
        ? html`<div>
            <button
              class="link"
              part="link"
              type="button"
              @click=${() => {
                change({ point: null, known: known && { ...known } });
              }}
            >
              ${text('pointClear')}
            </button>
          </div>`
        : nothing
    }
  </section>`;
}

const releaseTexts = {
  '24h': 'release24h',
  confirmed: 'releaseConfirmed',
  approval: 'releaseApproval',
} as const satisfies Record<HostAnswers['addressRelease'], string>;

/** When guests of a home get its address, in words. */
export function releaseText(context: StepContext): string {
  return wordsOf(context)(releaseTexts[context.answers.addressRelease]);
}

function renderRelease(context: StepContext): TemplateResult {
  const { answers, change } = context;
  const text = wordsOf(context);
  return html`<div>
    <label class="label" for="release">${text('release')}</label>
    <select
      class="input"
      part="input"
      id="release"
      @change=${({ target }: Event) => {
        change({ addressRelease: (target as HTMLSelectElement).value as HostAnswers['addressRelease'] });
      }}
    >
      ${addressReleases.map((release) => html`<option value=${release} ?selected=${release === answers.addressRelease}>${text(releaseTexts[release])}</option>`)}
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
