import { idOf, type ActionNetworkEvent, type ActionNetworkEventCampaign } from './event.ts';
import { resource, type Resource } from './hal.ts';

/** An event with its links and those who came besides the ones it was given with. */
export function eventAt(base: string, event: ActionNetworkEvent, attendances: number): Resource {
  const self = `${base}/events/${idOf(event)}`;
  const helper = `${self}/attendances`;
  const counted = { ...event, total_accepted: event.total_accepted + attendances };
  return resource(counted, self, {
    'osdi:attendances': helper,
    'osdi:record_attendance_helper': helper,
    record_attendance_helper: helper,
  });
}

export function campaignAt(base: string, campaign: ActionNetworkEventCampaign): Resource {
  const self = `${base}/event_campaigns/${idOf(campaign)}`;
  return resource(campaign, self, { 'osdi:events': `${self}/events` });
}

/** Anybody gets it, so it can't tell a good key from a bad one. */
export function entryPoint(base: string): Resource {
  const content = {
    motd: 'Welcome to the mocked Action Network',
    max_pagesize: 25,
    namespace: 'action_network',
    osdi_version: '1.1.1',
  };
  return resource(content, base, {
    'osdi:events': `${base}/events`,
    'action_network:event_campaigns': `${base}/event_campaigns`,
  });
}
