export { actionNetworkServer, type ActionNetworkOptions } from './action-network/action-network.ts';
export {
  type ActionNetworkAttendance,
  type ActionNetworkEvent,
  type ActionNetworkEventCampaign,
  type ActionNetworkLocation,
} from './action-network/event.ts';
export { actionNetworkEventCampaigns, actionNetworkEvents } from './action-network/events.ts';
export {
  type DeletedMobilizeEvent,
  type MobilizeContact,
  type MobilizeEvent,
  type MobilizeLocation,
  type MobilizeOrganization,
  type MobilizeTimeslot,
} from './mobilize/event.ts';
export { deletedMobilizeEvents, mobilizeEvents, mobilizePromotions } from './mobilize/events.ts';
export { mobilizeServer, type MobilizeOptions } from './mobilize/mobilize.ts';
export { type Platform } from './platform.ts';
