import type { Event, Timeslot } from '@huddlekit/contract';
import { endOf } from '@huddlekit/contract/event-list';
import { mostGuestsIn } from '../../attendances/seats.ts';
import { html, type Html } from '../../text/html.ts';
import { whenOf } from '../../text/when.ts';
import { spotsInWords } from '../event-facts.ts';
import { choiceField, formField, type FieldErrors, type FieldOptions } from '../manage/form-field.ts';
import type { Visit } from '../page.ts';

/** What stands in the fields of a guest's form, by their names. */
export type GuestValues = Readonly<Record<string, string>>;

/** A guest's form at one moment. */
export interface GuestForm {
  readonly values: GuestValues;
  readonly errors: FieldErrors;
}

type Label = Parameters<Visit['words']>[0];
type Field = (name: string, label: Label, options?: Partial<FieldOptions>) => Html;

export function fieldsOf({ values, errors }: GuestForm, { words }: Visit): Field {
  return (name, label, options = {}) =>
    formField({ name, label: words(label), value: values[name] ?? '', ...options }, errors, words);
}

/** Name, phone and ZIP as browsers fill them in by themselves; `email` where it is asked for. */
export function personFields(form: GuestForm, visit: Visit, email: Html | false = false): Html {
  const field = fieldsOf(form, visit);
  return html`<div class="beside-fields">
      ${field('givenName', 'rsvpGivenName', { autocomplete: 'given-name', maxLength: 100 })}
      ${field('familyName', 'rsvpFamilyName', { autocomplete: 'family-name', maxLength: 100 })}
    </div>
    ${email}
    <div class="beside-fields">
      ${field('phone', 'rsvpPhone', { type: 'tel', autocomplete: 'tel', maxLength: 30 })}
      ${field('postalCode', 'rsvpPostalCode', { autocomplete: 'postal-code', maxLength: 12 })}
    </div>`;
}

/** How many come along, and what the person needs. */
export function partyFields(form: GuestForm, mostGuests: number, visit: Visit): Html {
  const field = fieldsOf(form, visit);
  return html`${
    mostGuests > 0 &&
    field('guests', 'rsvpGuests', {
      type: 'number',
      maxLength: 2,
      hint: visit.words('rsvpGuestsHint', { max: mostGuests }),
    })
  }
  ${field('accessNeeds', 'rsvpNeeds', { rows: 2, maxLength: 500, hint: visit.words('rsvpNeedsHint') })}`;
}

/** The times to choose from; nothing where there is but one. */
export function timeField(
  event: Event,
  timeslots: readonly Timeslot[],
  { values, errors }: GuestForm,
  visit: Visit,
): Html {
  const { words, language } = visit;
  if (timeslots.length < 2) return html``;
  const choices = timeslots.map((timeslot) => {
    const { day, time, zoneShort } = whenOf(event, timeslot, language);
    const label = [day, [time, zoneShort].filter(Boolean).join(' ')].filter(Boolean).join(', ');
    return { value: timeslot.id, label, hint: spotsInWords(timeslot, visit) };
  });
  return choiceField(
    { name: 'timeslot', legend: words('rsvpWhich'), value: values['timeslot'] ?? '', choices },
    errors,
    words,
  );
}

/** Times of an event that aren't over. */
export function openTimes({ timeslots }: Event, now: number): readonly Timeslot[] {
  return timeslots.filter((timeslot) => now < endOf(timeslot));
}

/** Most guests at one time: what may be brought at all, or what its seats leave where that is fewer. */
export async function mostGuestsAt(
  { storage }: Visit['hub'],
  timeslotId: string | undefined,
  mostGuests: number,
): Promise<number> {
  const slot = await storage.read
    .selectFrom('timeslots')
    .select(['capacity', 'reserved'])
    .where('id', '=', timeslotId ?? '')
    .executeTakeFirst();
  return slot ? Math.min(mostGuests, mostGuestsIn(slot)) : mostGuests;
}

/** The number of guests that was typed: none where nothing was, and not a number where it isn't one. */
export function guestsIn({ guests = '' }: GuestValues): number {
  const typed = guests.trim();
  if (typed === '') return 0;
  return /^\d{1,2}$/.test(typed) ? Number(typed) : Number.NaN;
}

const fieldOrder = [
  'timeslot',
  'givenName',
  'familyName',
  'email',
  'phone',
  'postalCode',
  'guests',
  'accessNeeds',
] as const;

/** What is wrong with a guest's form, by its fields, from what the schema or the hub found (JSON Pointers). */
export function guestErrors(
  faults: readonly { readonly pointer: string; readonly code?: string }[],
  mostGuests: number,
  { words }: Visit,
): Record<string, string> {
  const found: Record<string, string> = {};
  for (const { pointer, code } of faults) {
    const isFull = code === 'timeslot_full';
    const messages: Readonly<Record<string, readonly [field: string, message: string]>> = {
      '/person/givenName': ['givenName', words('errorName')],
      '/person/familyName': ['familyName', words('errorLong', { max: 100 })],
      '/person/email': ['email', words('errorEmail')],
      '/person/phone': ['phone', words('errorPhone')],
      '/person/postalCode': ['postalCode', words('errorPostalCode')],
      '/guests': [
        'guests',
        isFull ? words('errorNoRoomGuests') : words('errorNumber', { min: 0, max: mostGuests }),
      ],
      '/accessNeeds': ['accessNeeds', words('errorLong', { max: 500 })],
      '/timeslotId': ['timeslot', isFull ? words('errorNoRoomTime') : words('errorChooseTime')],
      '/timeslotIds': ['timeslot', words('errorChooseTime')],
    };
    const fault = messages[pointer] ?? messages[pointer.replace(/\/\d+$/, '')];
    if (fault) found[fault[0]] ??= fault[1];
  }
  // In the order of the page, so that a reader of the summary goes down the form.
  return Object.fromEntries(
    fieldOrder.flatMap((field) => {
      const message = found[field];
      return message === undefined ? [] : [[field, message]];
    }),
  );
}

/** Where a schema's complaint points to. */
export function pointerOf({ path }: { readonly path: readonly PropertyKey[] }): { readonly pointer: string } {
  return { pointer: path.map((part) => `/${String(part)}`).join('') };
}
