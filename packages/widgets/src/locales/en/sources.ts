/** Events of several sources. */
export const sources = {
  missing: 'Events from {names} can’t be shown right now. All others are here.',
  incomplete: 'Only some of the events from {names} can be shown here.',
  listedBy: 'Listed by {names}',
  thisSite: 'this hub',
} as const;
