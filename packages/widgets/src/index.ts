export {
  HuddleErrorEvent,
  HuddleHostEvent,
  HuddleReadyEvent,
  HuddleRsvpEvent,
  HuddleSelectEvent,
} from './element/events.ts';
export { HuddleList } from './list/list.ts';
export { HuddleMap } from './map/map.ts';
export { configure, type PageSettings } from './settings/settings.ts';
