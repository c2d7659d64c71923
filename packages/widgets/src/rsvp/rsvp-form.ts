import { html, nothing, type TemplateResult } from 'lit';
import { renderStepper, renderTextField, type TextField } from '../form/render-form.ts';
import { renderCommitment } from './commitment-card.ts';
import { renderConsent } from './consent-card.ts';
import type { FormContext } from './form-context.ts';
import { mostGuests } from './rsvp-input.ts';
import { wordsOf } from './rsvp-words.ts';
import { renderTimeslots } from './timeslot-choice.ts';

/** The fields of an RSVP, in the order people think: when, who, with whom, what else. */
export function renderFields(context: FormContext): TemplateResult {
  const { event, answers, faults, locale, change } = context;
  const text = wordsOf(locale);
  const most = mostGuests(event, answers.timeslotId);
  const optional = (label: string): string => locale.text('form', 'optional', { label });
  const field = (parts: TextField): TemplateResult => renderTextField(parts, faults);
  return html`${renderTimeslots(context)}
    <div class="two">
      ${field({
        id: 'given-name',
        label: text('firstName'),
        value: answers.givenName,
        autocomplete: 'given-name',
        required: true,
        change: (givenName) => {
          change({ givenName });
        },
      })}
      ${field({
        id: 'family-name',
        label: optional(text('lastName')),
        value: answers.familyName,
        autocomplete: 'family-name',
        change: (familyName) => {
          change({ familyName });
        },
      })}
    </div>
    ${field({
      id: 'email',
      type: 'email',
      label: text('email'),
      value: answers.email,
      autocomplete: 'email',
      inputMode: 'email',
      required: true,
      change: (email) => {
        change({ email });
      },
    })}
    <div class="two">
      ${field({
        id: 'postal-code',
        label: optional(text('postalCode')),
        value: answers.postalCode,
        autocomplete: 'postal-code',
        inputMode: 'numeric',
        change: (postalCode) => {
          change({ postalCode });
        },
      })}
      ${field({
        id: 'phone',
        type: 'tel',
        label: optional(text('phone')),
        value: answers.phone,
        autocomplete: 'tel',
        inputMode: 'tel',
        change: (phone) => {
          change({ phone });
        },
      })}
    </div>
    ${
      most > 0 || answers.guests > 0
        ? renderStepper(
            {
              id: 'guests',
              label: text('guests'),
              hint: text('guestsHint'),
              value: answers.guests,
              minimum: 0,
              maximum: most,
              less: text('guestLess'),
              more: text('guestMore'),
              change: (guests) => {
                change({ guests });
              },
            },
            faults,
          )
        : nothing
    }
    ${field({
      id: 'access-needs',
      label: optional(text('accessNeeds')),
      hint: text('accessNeedsHint'),
      value: answers.accessNeeds,
      rows: 2,
      change: (accessNeeds) => {
        change({ accessNeeds });
      },
    })}
    ${renderConsent(context)} ${event.commitments.map((commitment) => renderCommitment(context, commitment))}`;
}
