import { addressReleases, type ManagedEvent } from '@huddlekit/contract';
import { html, type Html } from '../../text/html.ts';
import { whenOf } from '../../text/when.ts';
import type { PageOptions, Words } from '../page.ts';
import { longest } from './edit-change.ts';
import type { EditTime } from './edit-times.ts';
import { zoneOf, type EditValues } from './edit-values.ts';
import { choiceField, errorSummary, formField, type FieldErrors, type FieldOptions } from './form-field.ts';
import { manageHead, type ManageVisit } from './manage-visit.ts';

/** The form at one moment. */
export interface EditState {
  readonly event: ManagedEvent;
  readonly times: readonly EditTime[];
  readonly values: EditValues;
  /** What each field was when it was shown, and the version of the event then. */
  readonly seen: string;
  readonly version: string;
  readonly errors: FieldErrors;
  /** What is wrong beyond single fields. */
  readonly problem?: string | undefined;
  /** What somebody else made of fields that were touched here too. */
  readonly meanwhile?: Readonly<Record<string, string>>;
}

type Field = (name: string, label: Parameters<Words>[0], options?: Partial<FieldOptions>) => Html;

export async function editForm(visit: ManageVisit, state: EditState): Promise<PageOptions> {
  const { hub, words, path } = visit;
  const { event, values, errors, problem, seen, version, meanwhile = {} } = state;
  const note = (name: string): string | undefined => {
    const value = meanwhile[name];
    if (value === undefined) return undefined;
    return value === '' ? words('errorMeanwhileEmpty') : words('errorMeanwhileIs', { value });
  };
  const labels: Record<string, string> = {};
  const field: Field = (name, label, options = {}) => {
    const maxLength = longest[name];
    const more = { note: note(name), ...(maxLength !== undefined && { maxLength }), ...options };
    labels[name] = words(label);
    return formField({ name, label: words(label), value: values[name] ?? '', ...more }, errors, words);
  };
  // Drawn before the summary, which names the fields by their labels.
  const fields = html`<h2>${words('editWhat')}</h2>
    ${field('title', 'editTitle')} ${field('summary', 'editSummary', { rows: 2 })}
    ${field('description', 'editDescription', { rows: 10, hint: words('editDescriptionHint') })}
    <h2>${words('editWhen')}</h2>
    ${times(visit, state, field)}
    <h2>${words('editWhere')}</h2>
    ${place(visit, state, field, note)}
    <h2>${words('editSize')}</h2>
    ${field('capacity', 'editCapacity', { type: 'number', hint: words('editCapacityHint') })}
    ${field('guestsPerRsvp', 'editGuests', { type: 'number' })} ${access(visit, state, note)}
    ${field('accessNotes', 'editAccessNotes', { rows: 3, hint: words('editAccessHint') })}`;
  const isWrong = Object.keys(errors).length > 0 || problem !== undefined;
  const title = words('manageEdit');
  return {
    title: isWrong ? `${words('errorPrefix')} ${title}` : title,
    status: Object.keys(errors).length > 0 ? 422 : problem === undefined ? 200 : 409,
    isPrivate: true,
    body: html`${errorSummary(errors, words, problem, labels)} ${manageHead(visit, title)}
      <p class="lead">${words('editLead')}</p>
      ${(await hub.events.reviewsChanges(event.id)) && html`<p class="notice">${words('editReviewed')}</p>`}
      <form class="form edit" method="post">
        <input type="hidden" name="version" value="${version}" />
        <input type="hidden" name="seen" value="${seen}" />
        <button class="unseen" name="act" value="save" tabindex="-1" aria-hidden="true"></button>
        ${fields}
        <div class="actions">
          <button class="button primary" name="act" value="save">${words('editSave')}</button>
          <a class="beside" href="${path()}">${words('manageBack')}</a>
        </div>
      </form>`,
  };
}

function times(
  { words, language }: ManageVisit,
  { event, times: rows, values }: EditState,
  field: Field,
): Html {
  const timezone = zoneOf(event);
  const startDate = event.timeslots[0]?.startDate ?? event.createdAt;
  const { zone } = whenOf({ timezone }, { startDate, endDate: null, allDay: false }, language);
  return html`<p class="hint">${words('editZone', { zone: `${zone}, ${timezone.replaceAll('_', ' ')}` })}</p>
    ${rows.map(({ key, id, allDay, people }, index) => {
      const type = allDay ? 'date' : 'datetime-local';
      const isRemoved = values[`remove-${key}`] === 'yes';
      return html`<fieldset class="slot">
        <legend>${id === undefined ? words('editNewTime') : words('editTime', { number: index + 1 })}</legend>
        <div class="beside-fields">
          ${field(`start-${key}`, allDay ? 'editFirstDay' : 'editStart', { type })}
          ${field(`end-${key}`, allDay ? 'editLastDay' : 'editEnd', { type })}
          ${field(`places-${key}`, 'editPlaces', { type: 'number' })}
        </div>
        ${
          people > 0
            ? html`<p class="hint">${words('editTaken')}</p>`
            : html`<label class="choice"
                ><input type="checkbox" name="remove-${key}" value="yes" ${isRemoved && html`checked`} />
                ${words('editRemove')}</label
              >`
        }
      </fieldset>`;
    })}
    <button class="button" name="act" value="add-time">${words('editAddTime')}</button>`;
}

type Note = (name: string) => string | undefined;

function place({ words }: ManageVisit, { values, errors }: EditState, field: Field, note: Note): Html {
  const releases = {
    '24h': 'release24h',
    confirmed: 'releaseConfirmed',
    approval: 'releaseApproval',
  } as const;
  return html`${choiceField(
      {
        name: 'placeKind',
        legend: words('editPlaceKind'),
        value: values['placeKind'] ?? '',
        note: note('placeKind'),
        choices: [
          { value: 'home', label: words('placeHome'), hint: words('placeHomeHint') },
          { value: 'community', label: words('placeCommunity'), hint: words('placeCommunityHint') },
          { value: 'online', label: words('placeOnline'), hint: words('placeOnlineHint') },
        ],
      },
      errors,
      words,
    )}
    ${field('venue', 'editVenue')}
    ${field('street', 'editStreet', { rows: 2, hint: words('editStreetHint') })}
    <div class="beside-fields">
      ${field('locality', 'editLocality')} ${field('region', 'editRegion')}
      ${field('postalCode', 'editPostalCode')}
    </div>
    <p class="hint">${words('editPointHint')}</p>
    ${choiceField(
      {
        name: 'addressRelease',
        legend: words('editRelease'),
        value: values['addressRelease'] ?? '',
        note: note('addressRelease'),
        choices: addressReleases.map((value) => ({ value, label: words(releases[value]) })),
      },
      errors,
      words,
    )}`;
}

function access({ words }: ManageVisit, { values, errors }: EditState, note: Note): Html {
  const choices = [
    { value: '', label: words('accessUnsaid') },
    { value: 'yes', label: words('accessYes') },
    { value: 'no', label: words('accessNo') },
  ];
  const names = { wheelchair: 'wheelchair', asl: 'asl', captions: 'captions' } as const;
  return html`${Object.values(names).map((name) =>
    choiceField(
      { name, legend: words(name), value: values[name] ?? '', choices, isInline: true, note: note(name) },
      errors,
      words,
    ),
  )}`;
}
