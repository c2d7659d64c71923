import { hostConsent, type AttendanceInput, type Event } from '@huddlekit/contract';
import { consentOf, hostAsks } from '../../attendances/consent.ts';
import { localize } from '../../campaign/campaign-file.ts';
import type { AttendanceRow } from '../../storage/schema.ts';
import { html, type Html } from '../../text/html.ts';
import { checkField } from '../manage/form-field.ts';
import type { Visit } from '../page.ts';
import type { GuestValues } from './guest-fields.ts';

/** Somebody who asks to write to people who come. */
interface Asking {
  readonly id: string;
  readonly name: string;
  readonly asks: readonly ('email' | 'sms')[];
}

function organizationsOf({ hostName, sponsor }: Event, { hub, words, language }: Visit): Asking[] {
  const name = hostName ?? sponsor?.name;
  return [
    ...(name ? [{ id: hostConsent, name: words('rsvpConsentHost', { name }), asks: hostAsks }] : []),
    ...hub
      .campaign()
      .organizations.map((one) => ({ id: one.id, name: localize(one.name, language), asks: one.asks })),
  ];
}

function fieldOf(id: string): string {
  return `organization-${id}`;
}

/** Who may write, each with what it gets; nothing is ticked beforehand. */
export function consentCards(event: Event, values: GuestValues, visit: Visit): Html {
  const { words } = visit;
  const organizations = organizationsOf(event, visit);
  if (organizations.length === 0) return html``;
  return html`<fieldset class="cards">
    <legend>${words('rsvpConsent')}</legend>
    <p class="hint">${words('rsvpConsentHint')}</p>
    ${organizations.map(({ id, name, asks }) => {
      const hint =
        asks.length > 1 ? 'rsvpConsentBoth' : asks[0] === 'sms' ? 'rsvpConsentSms' : 'rsvpConsentEmail';
      const field = fieldOf(id);
      const isChecked = values[field] === 'yes';
      return checkField({ name: field, value: 'yes', label: name, hint: words(hint), isChecked }, {}, words);
    })}
  </fieldset>`;
}

/** The cards as they were ticked before; one that isn't ticked is empty, as a browser sends nothing of it. */
export function consentValues(event: Event, row: AttendanceRow | undefined, visit: Visit): GuestValues {
  const allowed = row ? consentOf(row).organizations : [];
  return Object.fromEntries(
    organizationsOf(event, visit).map(({ id }) => [fieldOf(id), allowed.includes(id) ? 'yes' : '']),
  );
}

/** What the ticked cards allow. */
export function consentIn(
  event: Event,
  values: GuestValues,
  visit: Visit,
): NonNullable<AttendanceInput['consent']> {
  const ticked = organizationsOf(event, visit).filter(({ id }) => values[fieldOf(id)] === 'yes');
  const allows = (what: 'email' | 'sms'): boolean => ticked.some(({ asks }) => asks.includes(what));
  return { email: allows('email'), sms: allows('sms'), organizations: ticked.map(({ id }) => id) };
}

/** Names of those whom a person allowed to write, in words. */
export function consentInWords(row: AttendanceRow, { hub, words, language }: Visit): string {
  const { organizations } = consentOf(row);
  const names = [
    ...hub
      .campaign()
      .organizations.filter(({ id }) => organizations.includes(id))
      .map(({ name }) => localize(name, language)),
    ...(organizations.includes(hostConsent) ? [words('consentHostName')] : []),
  ];
  if (names.length === 0) return words('consentsNone');
  return words('consentsNow', { names: new Intl.ListFormat(language).format(names) });
}
