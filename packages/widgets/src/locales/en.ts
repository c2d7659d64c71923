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
