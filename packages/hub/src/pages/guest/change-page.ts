import { AttendanceChange, type Event } from '@huddlekit/contract';
import { versionTag } from '../../server/if-match.ts';
import { ProblemError } from '../../server/problem-error.ts';
import { html } from '../../text/html.ts';
import { localizedEvent } from '../../text/localized-event.ts';
import { sentValues } from '../manage/edit-values.ts';
import { errorSummary } from '../manage/form-field.ts';
import type { PageOptions } from '../page.ts';
import { consentCards, consentIn, consentValues } from './consents.ts';
import {
  guestErrors,
  guestsIn,
  mostGuestsAt,
  openTimes,
  partyFields,
  personFields,
  pointerOf,
  timeField,
  type GuestForm,
  type GuestValues,
} from './guest-fields.ts';
import type { GuestVisit } from './guest-visit.ts';
import { isOpen, standingOf } from './standing.ts';

interface ChangeForm extends GuestForm {
  readonly version: string;
  /** What is wrong beyond single fields. */
  readonly problem?: string | undefined;
}

/** The form in which a guest changes the place; undefined where it can't be changed any more. */
export async function changePage(visit: GuestVisit): Promise<PageOptions | undefined> {
  const event = await eventOf(visit);
  const { row } = visit;
  return (
    event && page(event, { values: valuesOf(event, visit), errors: {}, version: String(row.version) }, visit)
  );
}

/** Saves what was typed. Answers the path to go on to, or the form again with everything kept. */
export async function saveChange(visit: GuestVisit): Promise<PageOptions | string | undefined> {
  const event = await eventOf(visit);
  if (!event) return undefined;
  const { hub, row, words, request, path } = visit;
  const { version = '', act: _, ...sent } = sentValues(request.body);
  const now = valuesOf(event, visit);
  const values = { ...now, ...consentValues(event, undefined, visit), ...sent };
  const form = { values, version, errors: {} };
  if (Object.keys(now).every((name) => now[name] === values[name])) return path('', { done: 'place' });
  const most = Math.max(event.guestsPerRsvp, row.guests);
  const change = AttendanceChange.safeParse(changeOf(event, now, values, visit));
  if (!change.success) {
    const errors = guestErrors(change.error.issues.map(pointerOf), most, visit);
    return page(event, { ...form, errors }, visit);
  }
  try {
    await hub.attendances.change(row.id, change.data, { ifMatch: versionTag(Number(version)), key: '' });
    return path('', { done: 'place' });
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    if (error.code === 'version_mismatch')
      return page(
        event,
        { ...form, version: String(row.version), problem: words('errorPlaceMeanwhile') },
        visit,
      );
    const errors = guestErrors(
      error.errors,
      await mostGuestsAt(hub, change.data.timeslotId ?? row.timeslotId, most),
      visit,
    );
    if (error.code === 'already_coming') errors['timeslot'] = words('errorAlreadyComing');
    const problem = Object.keys(errors).length === 0 ? words('errorPlaceGone') : undefined;
    return page(event, { ...form, errors, problem }, visit);
  }
}

async function eventOf(visit: GuestVisit): Promise<Event | undefined> {
  const { hub, row, language } = visit;
  const event = await hub.events.find(row.eventId);
  return event && isOpen(await standingOf(hub, row, event))
    ? localizedEvent(hub, event, language)
    : undefined;
}

function valuesOf(event: Event, visit: GuestVisit): GuestValues {
  const { row, person } = visit;
  const { givenName, familyName = '', phone = '', postalCode = '', accessNeeds = '' } = person;
  const { timeslotId: timeslot, guests } = row;
  return {
    timeslot,
    givenName,
    familyName,
    phone,
    postalCode,
    guests: String(guests),
    accessNeeds,
    ...consentValues(event, row, visit),
  };
}

/** Only what differs from what is there; an emptied field takes its value out. */
function changeOf(event: Event, now: GuestValues, values: GuestValues, visit: GuestVisit): unknown {
  const changed = (name: string): boolean => now[name] !== values[name];
  const typed = (name: string): string | null => values[name]?.trim() || null;
  const person = Object.fromEntries(
    ['familyName', 'phone', 'postalCode'].filter(changed).map((name) => [name, typed(name)]),
  );
  const named = { ...(changed('givenName') && { givenName: typed('givenName') ?? '' }), ...person };
  return {
    ...(Object.keys(named).length > 0 && { person: named }),
    ...(changed('guests') && { guests: guestsIn(values) }),
    ...(changed('accessNeeds') && { accessNeeds: typed('accessNeeds') }),
    ...(Object.keys(consentValues(event, undefined, visit)).some(changed) && {
      consent: consentIn(event, values, visit),
    }),
    ...(changed('timeslot') && { timeslotId: values['timeslot'] }),
  };
}

function page(event: Event, form: ChangeForm, visit: GuestVisit): PageOptions {
  const { hub, words, row, path } = visit;
  const { errors, problem, version } = form;
  const isWrong = Object.keys(errors).length > 0;
  const title = words('changePlace');
  // Fewer guests are always welcome, also where the host has lowered the limit since.
  const most = Math.max(event.guestsPerRsvp, row.guests);
  return {
    title: isWrong || problem !== undefined ? `${words('errorPrefix')} ${title}` : title,
    status: isWrong ? 422 : problem === undefined ? 200 : 409,
    isPrivate: true,
    body: html`<div class="narrow">
      ${errorSummary(errors, words, problem)}
      <p class="kind"><a href="${path()}">${words('changeBack')}</a></p>
      <h1>${title}</h1>
      <p class="about">${event.title}</p>
      <p>${words('changeLead')}</p>
      <form class="form" method="post">
        <input type="hidden" name="version" value="${version}" />
        ${timeField(event, openTimes(event, hub.now()), form, visit)} ${personFields(form, visit)}
        ${partyFields(form, most, visit)} ${consentCards(event, form.values, visit)}
        <div class="actions">
          <button class="button primary" name="act" value="save">${words('changeSave')}</button>
          <a class="beside" href="${path()}">${words('changeBack')}</a>
        </div>
      </form>
    </div>`,
  };
}
