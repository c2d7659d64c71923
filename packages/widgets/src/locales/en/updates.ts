/** What a list says when newer events wait, or none can come. */
export const updates = {
  newEvents: { one: '{count} new event', other: '{count} new events' },
  hasChanged: 'The list has changed',
  offline: 'You are offline.',
  asOf: 'This list is from {time}.',
  searchWaits: 'Your search goes on when you are back.',
} as const;
