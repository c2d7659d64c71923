import { AttendanceInput, Referrer, type Event } from '@huddlekit/contract';
import type { AttendanceRequest } from '../../attendances/attendance-input.ts';
import { html, type Html } from '../../text/html.ts';
import { checkField, errorSummary } from '../manage/form-field.ts';
import { privacyLink, type PageOptions, type Visit } from '../page.ts';
import { consentCards, consentIn } from './consents.ts';
import {
  fieldsOf,
  guestErrors,
  guestsIn,
  openTimes,
  partyFields,
  personFields,
  pointerOf,
  timeField,
  type GuestForm,
  type GuestValues,
} from './guest-fields.ts';

/** A field that people don't see; who fills it in is no person. */
export const trap = 'website';

/** Values of the address that say through whom somebody came, by the names they are stored under. */
const credits = {
  partner: 'partner',
  utmSource: 'utm_source',
  utmMedium: 'utm_medium',
  utmCampaign: 'utm_campaign',
  invitedBy: 'invitedBy',
} as const;

/** The same values for the next page. */
export function creditsOf(query: Readonly<Record<string, string>>): Record<string, string> {
  const names = Object.values(credits).filter((name) => query[name]);
  return Object.fromEntries(names.map((name) => [name, query[name] ?? '']));
}

export interface RsvpForm extends GuestForm {
  /** A random key of this form: sent twice, it signs up once. */
  readonly key: string;
  /** What is wrong beyond single fields, with the status to answer with. */
  readonly problem?: { readonly text: string; readonly status: number } | undefined;
}

/** The form to sign up without script. */
export function rsvpPage(event: Event, form: RsvpForm, visit: Visit): PageOptions {
  const { hub, words, language } = visit;
  const { errors, problem, key, values } = form;
  const title = words('rsvpTitle');
  const isWrong = Object.keys(errors).length > 0;
  const times = openTimes(event, hub.now());
  const email = fieldsOf(form, visit)('email', 'rsvpEmail', {
    type: 'email',
    autocomplete: 'email',
    maxLength: 254,
  });
  return {
    title: isWrong || problem ? `${words('errorPrefix')} ${title}` : title,
    status: problem?.status ?? (isWrong ? 422 : 200),
    isPrivate: true,
    body: html`<div class="narrow">
      ${errorSummary(errors, words, problem?.text)}
      <p class="kind"><a href="/e/${event.id}?lang=${language}">${event.title}</a></p>
      <h1>${title}</h1>
      <p class="lead">${words('rsvpLead')}</p>
      ${times.length > 0 && times.every(({ isFull }) => isFull) && html`<p class="notice">${words('rsvpFull')}</p>`}
      <form class="form" method="post" novalidate>
        <input type="hidden" name="key" value="${key}" />
        ${timeField(event, times, form, visit)} ${personFields(form, visit, email)}
        ${partyFields(form, event.guestsPerRsvp, visit)} ${consentCards(event, values, visit)}
        ${commitments(event, form, visit)}
        <p class="unseen" aria-hidden="true">
          <label>${words('rsvpTrap')} <input name="${trap}" tabindex="-1" autocomplete="off" /></label>
        </p>
        <button class="button primary wide">${words('rsvpSubmit')}</button>
        <p class="small muted">${words('rsvpNoAccount')} ${privacyLink(visit)}</p>
      </form>
    </div>`,
  };
}

function commitments(
  { commitments: asked, links }: Event,
  { values, errors }: RsvpForm,
  { words }: Visit,
): Html {
  if (asked.length === 0) return html``;
  return html`<fieldset class="cards">
    <legend>${words('rsvpCommitment')}</legend>
    ${asked.map(({ id, version, text, url }) => {
      const name = `commitment-${id}`;
      const hint = html`${url && html`<a href="${url}">${words('rsvpReadMore')}</a>`}
      ${links.safety && html`<a href="${links.safety}">${words('safety')}</a>`}`;
      return checkField(
        { name, value: version, label: text, hint, isChecked: values[name] === version },
        errors,
        words,
      );
    })}
  </fieldset>`;
}

/** What was sent as the RSVP it asks for, or what is wrong with it. */
export function askedRsvp(
  event: Event,
  values: GuestValues,
  visit: Visit,
): { readonly request: AttendanceRequest } | { readonly errors: Readonly<Record<string, string>> } {
  const { hub, words, language, query } = visit;
  const typed = (name: string): Record<string, string> => {
    const value = values[name]?.trim();
    return value ? { [name]: value } : {};
  };
  const times = openTimes(event, hub.now());
  const chosen = times.length === 1 ? times[0]?.id : values['timeslot'];
  const referrer = Object.entries(credits).flatMap(([name, parameter]) => {
    const value = query[parameter]?.trim().slice(0, 100);
    // A link that somebody made up must not keep anybody from signing up.
    return value && Referrer.safeParse({ [name]: value }).success ? [[name, value] as const] : [];
  });
  const missing = event.commitments.filter(({ id, version }) => values[`commitment-${id}`] !== version);
  const input = AttendanceInput.safeParse({
    timeslotIds: chosen ? [chosen] : [],
    person: {
      givenName: values['givenName']?.trim() ?? '',
      email: values['email']?.trim() ?? '',
      ...typed('familyName'),
      ...typed('phone'),
      ...typed('postalCode'),
    },
    guests: guestsIn(values),
    language,
    ...typed('accessNeeds'),
    referrer: Object.fromEntries(referrer),
    consent: consentIn(event, values, visit),
    commitments: event.commitments.map(({ id, version }) => ({ id, version })),
  });
  const faults = input.success ? [] : input.error.issues.map(pointerOf);
  if (guestsIn(values) > event.guestsPerRsvp) faults.push({ pointer: '/guests' });
  const errors = guestErrors(faults, event.guestsPerRsvp, visit);
  for (const { id } of missing) errors[`commitment-${id}`] = words('errorCommitment');
  if (input.success && Object.keys(errors).length === 0) return { request: input.data };
  return { errors };
}
