import { Campaign } from '../campaign.ts';
import type { Call } from './call.ts';

export const getCampaign = {
  id: 'getCampaign',
  method: 'GET',
  path: '/v1/campaign',
  status: 200,
  response: Campaign,
} as const satisfies Call;
