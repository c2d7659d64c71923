import { getCampaign, listPlaces, listTrainings } from '@huddlekit/contract/routes';
import type { Fixtures } from '../fixtures/fixtures.ts';
import { isoSeconds } from '../fixtures/local-time.ts';
import { answer, type Answer } from './answer.ts';
import { folded } from '@huddlekit/contract/event-list';

/** Answers about the campaign, its trainings, and places. */
export function campaignAnswers({ campaign, trainings, places, now }: Fixtures): Answer[] {
  return [
    answer(getCampaign, () => campaign),
    answer(listTrainings, () => ({ data: [...trainings], next: null, now: isoSeconds(now) })),
    answer(listPlaces, ({ query: { q, limit = 8 } }) => ({
      data: places
        .filter(({ label, locality, region }) =>
          [label, `${locality}, ${region ?? ''}`].some((name) => folded(name).startsWith(folded(q))),
        )
        .slice(0, limit),
      next: null,
    })),
  ];
}
