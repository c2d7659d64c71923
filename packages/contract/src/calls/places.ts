import { PlaceList } from '../place.ts';
import type { Call } from './call.ts';

export const listPlaces = {
  id: 'listPlaces',
  method: 'GET',
  path: '/v1/places',
  status: 200,
  response: PlaceList,
} as const satisfies Call;
