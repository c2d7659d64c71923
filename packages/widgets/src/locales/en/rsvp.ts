/** The RSVP button. */
export const rsvp = {
  rsvp: 'RSVP',
  register: 'Register',
  joinWaitingList: 'Join waiting list',
  opening: 'Opening…',
  placesLeft: { one: '{count} place left', other: '{count} places left' },
  full: 'Full. Whoever waits gets the next place.',
  ended: 'Ended',
  cancelled: 'Cancelled',
  elsewhere: 'Sign up on its own page',
  noSignUp: 'Just come; no sign-up is needed.',
  seeEvent: 'See the event',
  findAnother: 'Find another near you',
  failed: 'The form did not load.',
  unavailable: 'This event can’t be shown here.',
} as const;
