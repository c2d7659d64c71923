import { Challenge } from '../challenge.ts';
import type { Call } from './call.ts';

export const getChallenge = {
  id: 'getChallenge',
  method: 'GET',
  path: '/v1/challenge',
  status: 200,
  response: Challenge,
} as const satisfies Call;
