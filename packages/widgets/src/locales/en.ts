// Each group is a module of its own, so that an element carries only the words it shows.
export { common } from './en/common.ts';
export { kinds } from './en/kinds.ts';
export { card } from './en/card.ts';
export { list } from './en/list.ts';
export { finder } from './en/finder.ts';
export { map } from './en/map.ts';
export { rsvp } from './en/rsvp.ts';
export { form } from './en/form.ts';
export { closedRsvp } from './en/closed-rsvp.ts';
export { ownRsvp } from './en/own-rsvp.ts';
export { rsvpDialog } from './en/rsvp-dialog.ts';
export { countdown } from './en/countdown.ts';
export { hostFrame } from './en/host-frame.ts';
export { hostForm } from './en/host-form.ts';
export { sources } from './en/sources.ts';
export { updates } from './en/updates.ts';
export { empty } from './en/empty.ts';
