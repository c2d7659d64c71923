// Each group is an export of its own, so that an element carries only the words it shows.

/** States that every element has. */
export const common = {
  loading: 'Loading…',
  tryAgain: 'Try again',
  openPlainList: 'Open the plain list',
  errorTitle: 'The events did not load',
  errorOffline: 'Your device seems to be offline. Check the connection, then try again.',
  errorTimeout: 'The event service did not answer in time. Nothing is wrong with your device.',
  errorServer: 'The event service has a problem. Nothing is wrong with your device.',
  errorNoHub: 'This widget doesn’t know its hub. Site owner: add hub="https://…" to the element.',
  errorRequest: 'Tell the site owner: request {id}',
  close: 'Close',
} as const;

/** Kinds of events, as a card names them. */
export const kinds = {
  huddle: 'Huddle',
  huddleHome: 'Huddle in a home',
  gathering: 'Gathering',
  training: 'Training',
  rally: 'Rally',
  meeting: 'Meeting',
  'house-party': 'House party',
  canvass: 'Canvass',
  'phone-bank': 'Phone bank',
  'text-bank': 'Text bank',
  volunteer: 'Volunteering',
  fundraiser: 'Fundraiser',
  other: 'Event',
  online: '{kind} online',
} as const;

/** An event in a list or beside its marker. */
export const card = {
  allDay: 'All day',
  yourTime: '{time} your time',
  moreDates: { one: 'and {count} more date', other: 'and {count} more dates' },
  near: 'Near {place}',
  in: 'In {place}',
  online: 'Online, link comes by e-mail',
  onlineElsewhere: 'Online',
  placeLater: 'You get the place when you are confirmed',
  placesLeft: { one: '{count} place left', other: '{count} places left' },
  manyPlaces: 'Plenty of places',
  full: 'Full',
  wheelchair: 'Wheelchair access',
  rsvp: 'RSVP',
  register: 'Register',
  joinWaitingList: 'Join waiting list',
  details: 'Details',
  opensElsewhere: '(opens {site})',
} as const;

/** The list of events with its count. */
export const list = {
  countNear: {
    one: '{count} event within {distance} of {place}',
    other: '{count} events within {distance} of {place}',
  },
  moreNear: 'More than {count} events within {distance} of {place}',
  countHere: { one: '{count} event in this area', other: '{count} events in this area' },
  moreHere: 'More than {count} events in this area',
  countAll: { one: '{count} upcoming event', other: '{count} upcoming events' },
  moreAll: 'More than {count} upcoming events',
  noneNear: 'No events within {distance} of {place}, yet',
  noneHere: 'No events in this area, yet',
  noneAll: 'No upcoming events, yet',
  you: 'you',
  events: 'Events',
  sort: 'Sort',
  soonest: 'Soonest first',
  closest: 'Nearest first',
  showMore: 'Show more',
  moreFailed: 'The next events did not load. Try once more.',
  nearest: 'Nearest to you',
  nearestTo: 'Nearest to {place}',
  onlineEvents: 'Online, from anywhere',
  hostTitle: 'Be the first to host a huddle in {place}',
  hostTitleHere: 'Be the first to host a huddle here',
  hostText:
    'A table, a few chairs, ninety minutes. You get the guide and an agenda. Your address stays private.',
  host: 'Host a huddle',
  searchWithin: 'Search within {distance}',
  filteredTitle: 'Nothing matches these filters',
  filteredText: 'Take a filter away to see more events.',
  clearFilters: 'Clear filters',
} as const;

/** Search by place, and the filters. */
export const finder = {
  label: 'Find events near',
  placeholder: 'City or ZIP code',
  within: 'Within',
  useLocation: 'Use my location',
  locationOnce: 'Asked once, not stored',
  locating: 'Finding you…',
  locationDenied: 'Your browser didn’t share the location. Type a city or ZIP code.',
  yourLocation: 'Your location',
  clear: 'Clear the place',
  suggestions: 'Places',
  suggestionsCount: { one: '{count} place', other: '{count} places' },
  noPlace: 'No place is called “{words}”. Check the spelling, or try the ZIP code.',
  placesFailed: 'Places can’t be looked up now. Try again in a moment.',
  eventsNear: { one: '{count} event', other: '{count} events' },
  noEvents: 'No events yet',
  filters: 'Filters',
  nextDays: { one: 'Today', other: 'Next {count} days' },
  kind: 'Kind',
  kinds: { one: '{count} kind', other: '{count} kinds' },
  includeOnline: 'Include online',
} as const;

/** The map beside the list. */
export const map = {
  label: 'Map of events',
  keys: 'Arrow keys move the map, plus and minus zoom. Enter goes to the events on it, Escape comes back.',
  list: 'List',
  map: 'Map',
  show: 'Show as',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  searchHere: 'Search this area',
  attribution: 'Map: US Census Bureau, GeoNames, Natural Earth',
  area: 'Area, about 1 km',
  place: 'Public place',
  scrollHint: 'Hold Ctrl and scroll to zoom the map',
  touchHint: 'Move the map with two fingers',
  cluster: { one: '{count} event near {place}', other: '{count} events near {place}' },
  clusterAnywhere: { one: '{count} event', other: '{count} events' },
  sameSpot: { one: '{count} event here', other: '{count} events here' },
  onlineOnly: {
    one: '{count} online event is in the list only.',
    other: '{count} online events are in the list only.',
  },
  onlineOnlyMore: 'More than {count} online events are in the list only.',
  areaNote: 'The circle shows the area, not the house. You get the address when you are confirmed.',
  localityNote: 'The marker shows the town or ZIP code, not the place itself.',
  markerKind: '{kind}: {title}',
  eventLoading: 'Loading the event…',
  eventFailed: 'This event did not load. Try again.',
  failed: 'The map did not load. All events are in the list.',
} as const;
