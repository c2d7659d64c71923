import { writeCampaign } from '../campaign/campaign.ts';
import type { Hub } from '../hub.ts';
import { sampleCampaign } from './sample-campaign.ts';
import { sampleEvents } from './sample-events.ts';

/** Fills an empty data folder with the sample: a campaign marked as one, and events that take RSVPs. */
export async function loadSampleCampaign(hub: Hub): Promise<void> {
  const now = hub.now();
  writeCampaign(hub.settings.dataFolder, sampleCampaign(now));
  hub.reloadCampaign();
  await hub.events.importEvents(
    sampleEvents(now, (postalCode) => hub.places.postalCode(postalCode, 'US')),
    { rsvp: 'native' },
  );
}
