/** What stands in the place of an RSVP button that takes none. */
export const closedRsvp = {
  ended: 'Ended',
  cancelled: 'Cancelled',
  elsewhere: 'Sign up on its own page',
  noSignUp: 'Just come; no sign-up is needed.',
  findAnother: 'Find another near you',
} as const;
