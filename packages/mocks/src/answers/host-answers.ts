import type { Event, ManagedEvent } from '@huddlekit/contract';
import { timeslotsAfter } from '@huddlekit/contract/event-list';
import { cancelEvent, changeEvent, createEvent, getManagedEvent } from '@huddlekit/contract/routes';
import type { Fixtures } from '../fixtures/fixtures.ts';
import { isoSeconds } from '../fixtures/local-time.ts';
import { publicIdOf } from '../fixtures/public-id.ts';
import { answer, fits, type Answer, type Asked } from './answer.ts';
import { commitmentProblem } from './commitments.ts';
import { fieldProblem, problem } from './problem.ts';
import { onceForKey } from './replays.ts';

type Change = Asked<typeof changeEvent>['body'];

/**
 * Answers to hosts; any token will do. Nobody reviews anything here: a new event stays pending, and so do changes of
 * text, place and time. What was changed at once shows in the host's view.
 */
export function hostAnswers({ events, campaign, now }: Fixtures): Answer[] {
  let hosted = 0;
  const kept = new Map<string, ManagedEvent>();
  const once = onceForKey();

  function managed(id = ''): ManagedEvent | undefined {
    const event = events.find((candidate) => candidate.id === id);
    return kept.get(id) ?? (event && managedEvent(event));
  }

  return [
    answer(createEvent, ({ body }) => {
      const past = body.timeslots.findIndex(({ startDate }) => Date.parse(startDate) <= now);
      if (past >= 0) {
        const pointer = `/timeslots/${String(past)}/startDate`;
        return fieldProblem(pointer, 'in_the_past', 'Choose a time that lies ahead');
      }
      return (
        commitmentProblem(body.commitments, campaign.commitments) ?? {
          id: publicIdOf(`hosted-${String(++hosted)}`),
          status: 'pending',
        }
      );
    }),
    answer(getManagedEvent, ({ parameters }) => managed(parameters['id']) ?? problem('not_found')),
    answer(changeEvent, (asked) => {
      const event = managed(asked.parameters['id']);
      if (!event) return problem('not_found');
      return once(asked, () => {
        if (!fits(asked.ifMatch, event)) return problem('version_mismatch');
        if (event.status === 'cancelled') return problem('event_cancelled');
        if (timeslotsAfter(event, now).length === 0) return problem('event_over');
        const changed = changedEvent(event, asked.body, isoSeconds(now));
        kept.set(event.id, changed);
        return changed;
      });
    }),
    answer(cancelEvent, ({ parameters, ifMatch }) => {
      const event = managed(parameters['id']);
      if (!event) return problem('not_found');
      if (event.status !== 'cancelled') {
        if (!fits(ifMatch, event)) return problem('version_mismatch');
        kept.set(event.id, { ...event, status: 'cancelled', version: event.version + 1 });
      }
      return undefined;
    }),
  ];
}

function managedEvent(event: Event): ManagedEvent {
  return {
    ...event,
    version: 1,
    pendingChange: null,
    addressRelease: '24h',
    coHosts: [{ name: 'Dolores' }],
    verifiedAt: event.createdAt,
    attendanceCounts: { confirmed: 8, waitlisted: 0, guests: 2 },
  };
}

function changedEvent(event: ManagedEvent, change: Change, changedAt: string): ManagedEvent {
  const {
    capacity = event.capacity,
    guestsPerRsvp = event.guestsPerRsvp,
    languages = event.languages,
    accessibility,
    addressRelease = event.addressRelease,
    coHosts = event.coHosts,
    timeslots,
    location,
    ...texts
  } = change;
  const reviewed = {
    ...texts,
    ...(timeslots && { timeslots: timeslots.map((slot) => pendingTimeslot(event, slot)) }),
    ...(location && { location: pendingPlace(location) }),
  };
  const isReviewed = Object.keys(reviewed).length > 0;
  return {
    ...event,
    capacity,
    guestsPerRsvp,
    languages,
    accessibility: changedAccessibility(event.accessibility, accessibility),
    addressRelease,
    coHosts: coHosts.map(({ name }) => ({ name })),
    pendingChange: isReviewed ? { ...event.pendingChange, ...reviewed, changedAt } : event.pendingChange,
    version: event.version + 1,
    updatedAt: changedAt,
  };
}

function changedAccessibility(
  present: ManagedEvent['accessibility'],
  {
    wheelchair = present.wheelchair,
    asl = present.asl,
    captions = present.captions,
    notes = present.notes,
  }: NonNullable<Change['accessibility']> = {},
): ManagedEvent['accessibility'] {
  return { wheelchair, asl, captions, notes };
}

type Pending = NonNullable<ManagedEvent['pendingChange']>;

function pendingTimeslot(
  { timeslots }: Event,
  { id, startDate, endDate, allDay }: NonNullable<Change['timeslots']>[number],
): NonNullable<Pending['timeslots']>[number] {
  const present = timeslots.find((slot) => slot.id === id);
  return {
    id: id ?? null,
    startDate: startDate ?? present?.startDate ?? '',
    endDate: endDate === undefined ? (present?.endDate ?? null) : endDate,
    allDay: allDay ?? present?.allDay ?? false,
  };
}

function pendingPlace(location: NonNullable<Change['location']>): NonNullable<Pending['location']> {
  const { venue = null, locality = null, region = null, postalCode = null } = location;
  const { latitude = null, longitude = null } = location;
  return { ...location, venue, locality, region, postalCode, latitude, longitude };
}
