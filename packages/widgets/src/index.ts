export { HuddleCountdown } from './countdown/countdown.ts';
export {
  HuddleErrorEvent,
  HuddleHostEvent,
  HuddleReadyEvent,
  HuddleRsvpEvent,
  HuddleSelectEvent,
} from './element/events.ts';
export { HuddleSearchEvent } from './element/search-event.ts';
export { HuddleHostForm } from './host-form/host-form.ts';
export { type EventActions, type RenderEmpty, type RenderEvent } from './list/custom-rendering.ts';
export { HuddleList } from './list/list.ts';
export { HuddleMap } from './map/map.ts';
export { HuddleRsvp } from './rsvp/rsvp.ts';
export { configure, type PageSettings } from './settings/settings.ts';
