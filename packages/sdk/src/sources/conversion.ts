/** What knows other systems. Sources import this module when they read something, so that nobody else loads it. */
export {
  convert,
  convertPages,
  joinCopies,
  mobilizeEventsUrl,
  nextMobilizePage,
  pagesOf,
} from '@huddlekit/connectors';
