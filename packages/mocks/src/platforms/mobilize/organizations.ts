import type { MobilizeOrganization } from './event.ts';

export const lakefrontNeighbors = organizationOf(4242, 'Lakefront Neighbors', 'lakefrontneighbors', 'IL');
export const harborAllies = organizationOf(4343, 'Harbor Hill Allies', 'harborhillallies', 'MN');

function organizationOf(id: number, name: string, slug: string, state: string): MobilizeOrganization {
  return {
    id,
    name,
    slug,
    is_coordinated: false,
    is_independent: true,
    is_primary_campaign: false,
    race_type: null,
    org_type: 'GRASSROOTS_GROUP',
    state,
    district: '',
    candidate_name: '',
    event_feed_url: `https://www.mobilize.us/${slug}/`,
    created_date: 1_600_000_000 + id,
    modified_date: 1_750_000_000 + id,
  };
}
