export { earthRadius, metresBetween } from './distance.ts';
export { countEvents } from './event-counts.ts';
export { folded, matchingEvents, type Match } from './event-filters.ts';
export { pageOfEvents } from './event-page.ts';
export { pinsOfEvents } from './event-pins.ts';
export { endOf, timeslotsAfter } from './timeslots.ts';
