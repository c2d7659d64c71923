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
