/** The list of events with its count. */
export const list = {
  countNear: {
    one: '{count}{plus} event within {distance} of {place}',
    other: '{count}{plus} events within {distance} of {place}',
  },
  countHere: { one: '{count}{plus} event in this area', other: '{count}{plus} events in this area' },
  countAll: { one: '{count}{plus} upcoming event', other: '{count}{plus} upcoming events' },
  andOnline: '{events}, and {count}{plus} online',
  noneNear: 'No events within {distance} of {place}, yet',
  noneHere: 'No events in this area, yet',
  noneMatch: 'No events match',
  noneAll: 'No upcoming events, yet',
  you: 'you',
  events: 'Events',
  sort: 'Sort',
  soonest: 'Soonest first',
  closest: 'Nearest first',
  showMore: 'Show more',
  moreFailed: 'More events did not load. Try again.',
  nearestTo: 'Nearest to {place}',
  onlineEvents: 'Online, from anywhere',
} as const;
