/** What the RSVP button says of the visitor's own RSVP. */
export const ownRsvp = {
  coming: 'You’re coming',
  confirmByMail: 'Confirm by mail',
  waiting: 'On the waiting list',
  waitingPlace: 'Number {place} in line',
  withGuests: { one: 'With {count} guest.', other: 'With {count} guests.' },
  queued: 'Saved, not sent yet',
} as const;
