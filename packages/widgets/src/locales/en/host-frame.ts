/** The host form on a partner's page: a frame of the hub's. */
export const hostFrame = {
  title: 'Host a huddle',
  link: 'Open the form on its own page',
  blocked: 'The form can’t be shown on this page.',
} as const;
