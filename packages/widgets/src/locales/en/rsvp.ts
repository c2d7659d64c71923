/** The RSVP button. */
export const rsvp = {
  rsvp: 'RSVP',
  register: 'Register',
  joinWaitingList: 'Join waiting list',
  opening: 'Opening…',
  placesLeft: { one: '{count} place left', other: '{count} places left' },
  full: 'Full. Whoever waits gets the next place.',
  seeEvent: 'See the event',
  failed: 'The form did not load.',
  unavailable: 'This event can’t be shown here.',
} as const;
