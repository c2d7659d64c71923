import { cancelEvent, createEvent, getManagedEvent } from '@huddlekit/contract/routes';
import type { Fixtures } from '../fixtures/fixtures.ts';
import { publicIdOf } from '../fixtures/public-id.ts';
import { answer, type Answer } from './answer.ts';
import { commitmentProblem } from './commitments.ts';
import { fieldProblem, problem } from './problem.ts';

/** Answers to hosts. A new event stays pending, as nobody reviews it here. */
export function hostAnswers({ events, campaign, now }: Fixtures): Answer[] {
  let hosted = 0;
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
    answer(getManagedEvent, ({ parameters }) => {
      const event = events.find(({ id }) => id === parameters['id']);
      if (!event) return problem('not_found');
      const managed = { addressRelease: '24h', coHosts: [{ name: 'Dolores' }], verifiedAt: event.createdAt };
      return { ...event, ...managed, attendanceCounts: { confirmed: 8, waitlisted: 0, guests: 2 } };
    }),
    answer(cancelEvent, ({ parameters }) =>
      events.some(({ id }) => id === parameters['id']) ? undefined : problem('not_found'),
    ),
  ];
}
