import type { ManagedEvent } from '@huddlekit/contract';
import { ProblemError } from '../../server/problem-error.ts';
import { versionTag } from '../../server/if-match.ts';
import { fieldOf } from '../own-forms.ts';
import type { PageOptions, Words } from '../page.ts';
import { addProblems, askedChange } from './edit-change.ts';
import { editForm, type EditState } from './edit-form.ts';
import { addedTimes, editTimes, newTime, type EditTime } from './edit-times.ts';
import { editValues, seenOf, sentValues, touchedIn, type EditValues } from './edit-values.ts';
import type { ManagePage, ManageVisit } from './manage-visit.ts';

/** Changes the event. Whatever goes wrong, what was typed stays in the form. */
export const editPage: ManagePage = {
  async show(visit) {
    const present = await presentOf(visit);
    return present && editForm(visit, stateOf(present));
  },

  async act(visit) {
    const present = await presentOf(visit);
    if (!present) return undefined;
    const { hub, manager, request, path } = visit;
    const name = fieldOf(request, 'act');
    if (name === 'withdraw') {
      await hub.events.withdrawChange(manager.eventId, manager.actor);
      return path('', { done: 'withdrawn' });
    }
    const form = sentForm(present, request.body);
    if (name === 'add-time') return editForm(visit, withAnotherTime(present, form));
    return save(visit, present, form);
  },
};

/** The event as it is, and its form before anything is typed. */
interface Present {
  readonly event: ManagedEvent;
  readonly times: readonly EditTime[];
  readonly values: EditValues;
}

interface SentForm {
  readonly values: EditValues;
  readonly touched: ReadonlySet<string>;
  readonly seen: string;
  readonly version: string;
  readonly times: readonly EditTime[];
}

async function presentOf({ hub, manager }: ManageVisit): Promise<Present | undefined> {
  const event = await hub.events.managed(manager.eventId, manager.actor);
  if (!event) return undefined;
  const times = editTimes(event, await hub.events.upcomingTimes(event.id));
  return { event, times, values: editValues(event, times) };
}

function sentForm({ times }: Present, body: unknown): SentForm {
  const { version = '', seen = '', act: _, ...values } = sentValues(body);
  const touched = touchedIn(values, seen);
  return { values, seen, version, touched, times: [...times, ...addedTimes(values, times, touched)] };
}

function stateOf({ event, times, values }: Present): EditState {
  return { event, times, values, seen: seenOf(values), errors: {}, version: String(event.version) };
}

/** The form as it was sent. */
function sentState(
  { event, values }: Present,
  form: SentForm,
  errors: Readonly<Record<string, string>>,
  problem?: string,
): EditState {
  const { seen, version, times } = form;
  return { event, times, values: { ...values, ...form.values }, seen, version, errors, problem };
}

function withAnotherTime(present: Present, form: SentForm): EditState {
  const state = sentState(present, form, {});
  const number = form.times.filter(({ key }) => key.startsWith('n')).length;
  return { ...state, times: [...form.times, newTime(`n${String(number)}`)] };
}

async function save(visit: ManageVisit, present: Present, form: SentForm): Promise<PageOptions | string> {
  const { hub, manager, words, path } = visit;
  const { change, errors, times } = askedChange(present.event, form.times, form.values, form.touched, words);
  if (Object.keys(errors).length > 0) return editForm(visit, sentState(present, form, errors));
  if (!change) return editForm(visit, sentState(present, form, {}, words('errorNothing')));
  try {
    const terms = { ifMatch: versionTag(Number(form.version)), key: '', actor: manager.actor };
    await hub.events.change(manager.eventId, change, terms);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return editForm(visit, refused(present, form, times, error, words));
  }
  const after = await hub.events.managed(manager.eventId, manager.actor);
  const isPublic = after?.status === 'confirmed';
  return path('', { done: after?.pendingChange ? 'waiting' : isPublic ? 'saved' : 'quiet' });
}

const refusals: Readonly<Record<string, Parameters<Words>[0]>> = {
  event_over: 'errorOver',
  event_cancelled: 'errorCancelled',
  event_imported: 'errorImported',
};

function refused(
  present: Present,
  form: SentForm,
  times: readonly EditTime[],
  error: ProblemError,
  words: Words,
): EditState {
  if (error.code === 'version_mismatch') return merged(present, form, words);
  const errors: Record<string, string> = {};
  addProblems(errors, error.errors, times, words);
  const refusal = refusals[error.code];
  const isUnclear = refusal === undefined && error.errors.length === 0;
  return sentState(present, form, errors, refusal ? words(refusal) : isUnclear ? error.message : undefined);
}

/**
 * Somebody has changed the event meanwhile: what was touched here stays as it was typed, everything else is as it is
 * now, and beside what both have touched stands what the other made of it.
 */
function merged(present: Present, form: SentForm, words: Words): EditState {
  const { event, values: now } = present;
  const changed = touchedIn(now, form.seen);
  const kept = [...form.touched];
  const meanwhile = kept.filter((name) => changed.has(name) && now[name] !== form.values[name]);
  return {
    event,
    times: form.times,
    values: { ...now, ...Object.fromEntries(kept.map((name) => [name, form.values[name] ?? ''])) },
    seen: seenOf(now),
    version: String(event.version),
    errors: {},
    problem: words('errorMeanwhile'),
    meanwhile: Object.fromEntries(meanwhile.map((name) => [name, now[name] ?? ''])),
  };
}
