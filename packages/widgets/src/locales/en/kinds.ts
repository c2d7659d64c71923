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
