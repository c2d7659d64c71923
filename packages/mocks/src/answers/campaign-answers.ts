import { getCampaign, getChallenge, listPlaces, listTrainings } from '@huddlekit/contract/routes';
import type { Fixtures } from '../fixtures/fixtures.ts';
import { isoSeconds } from '../fixtures/local-time.ts';
import { answer, type Answer } from './answer.ts';
import { folded } from '@huddlekit/contract/event-list';

/** Answers about the campaign, its trainings, and places. */
export function campaignAnswers({ campaign, trainings, places, now }: Fixtures): Answer[] {
  return [
    answer(getCampaign, () => campaign),
    // The first few counters solve it; nothing here asks for the proof.
    answer(getChallenge, ({ query: { action, event } }) => ({
      parameters: {
        algorithm: 'SHA-256',
        cost: 1,
        data: { action, ...(event !== undefined && { event }) },
        expiresAt: Math.floor(now / 1000) + 1800,
        keyLength: 32,
        keyPrefix: '00',
        nonce: '0123456789abcdef0123456789abcdef',
        salt: 'fedcba9876543210fedcba9876543210',
      },
      signature: 'mocked',
    })),
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
