/** Words that forms share. */
export const form = {
  close: 'Close',
  oneFault: 'One thing to fix',
  faults: { one: 'One thing to fix', other: '{count} things to fix' },
  optional: '{label} (optional)',
  less: 'One less',
  more: 'One more',
  required: 'Fill this in',
  emailNeeded: 'Enter an e-mail address with an @, like name@example.org',
  tooLong: 'Make this shorter',
  invalid: 'Check this',
} as const;
