import { AttendanceInput, hostConsent, type Event } from '@huddlekit/contract';
import { localize } from '../../campaign/campaign-file.ts';
import type { AttendanceRequest } from '../../attendances/attendance-input.ts';
import { html, type Html } from '../../text/html.ts';
import { checkField, errorSummary } from '../manage/form-field.ts';
import { privacyLink, type PageOptions, type Visit } from '../page.ts';
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
        ${partyFields(form, event.guestsPerRsvp, visit)} ${consents(event, values, visit)}
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

/** Who may write, each with what it gets; nothing is ticked beforehand. */
function consents(event: Event, values: GuestValues, visit: Visit): Html {
  const { words } = visit;
  const organizations = organizationsOf(event, visit);
  if (organizations.length === 0) return html``;
  return html`<fieldset class="cards">
    <legend>${words('rsvpConsent')}</legend>
    <p class="hint">${words('rsvpConsentHint')}</p>
    ${organizations.map(({ id, name, asks }) => {
      const hint =
        asks.length > 1 ? 'rsvpConsentBoth' : asks[0] === 'sms' ? 'rsvpConsentSms' : 'rsvpConsentEmail';
      const field = `organization-${id}`;
      const isChecked = values[field] === 'yes';
      return checkField({ name: field, value: 'yes', label: name, hint: words(hint), isChecked }, {}, words);
    })}
  </fieldset>`;
}

interface Asking {
  readonly id: string;
  readonly name: string;
  readonly asks: readonly ('email' | 'sms')[];
}

function organizationsOf({ hostName, sponsor }: Event, { hub, words, language }: Visit): Asking[] {
  const name = hostName ?? sponsor?.name;
  return [
    ...(name
      ? [{ id: hostConsent, name: words('rsvpConsentHost', { name }), asks: ['email', 'sms'] as const }]
      : []),
    ...hub
      .campaign()
      .organizations.map((one) => ({ id: one.id, name: localize(one.name, language), asks: one.asks })),
  ];
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
  const ticked = organizationsOf(event, visit).filter(({ id }) => values[`organization-${id}`] === 'yes');
  const allows = (what: 'email' | 'sms'): boolean => ticked.some(({ asks }) => asks.includes(what));
  const referrer = Object.entries(credits).flatMap(([name, parameter]) => {
    const value = query[parameter]?.trim().slice(0, 100);
    return value ? [[name, value]] : [];
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
    consent: { email: allows('email'), sms: allows('sms'), organizations: ticked.map(({ id }) => id) },
    commitments: event.commitments.map(({ id, version }) => ({ id, version })),
  });
  const faults = input.success ? [] : input.error.issues.map(pointerOf);
  if (guestsIn(values) > event.guestsPerRsvp) faults.push({ pointer: '/guests' });
  const errors = guestErrors(faults, event.guestsPerRsvp, visit);
  for (const { id } of missing) errors[`commitment-${id}`] = words('errorCommitment');
  if (input.success && Object.keys(errors).length === 0) return { request: input.data };
  return { errors };
}
