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
